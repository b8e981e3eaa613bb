/** Publications and software: found by what they are, linked with what they describe, and disputed where sources disagree on a DOI. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { entitiesQuery } from '../federation/world';
import { SmallWorld } from '../helpers/small-world';

const confidence = 'FOUND_IN_SOURCE';
const doi = (value: string) => ({ scheme: 'DOI', value });
const name = (en: string) => ({ en });

const records = {
  Source: [
    { slug: 'index', title: 'An index' },
    { slug: 'copy', title: 'A copy' },
  ],
  Infrastructure: [{ slug: 'naton', name: name('NATON') }],
  Dataset: [
    { slug: 'autopsies', name: name('Autopsies'), kind: 'REGISTRY', identifiers: [doi('10.5281/zenodo.1')] },
  ],
  Publication: [
    {
      slug: 'report',
      name: { de: 'Bericht über Obduktionen' },
      kind: 'JOURNAL_ARTICLE',
      journal: 'Die Pathologie',
      citation: '45(3):203-210',
      issuedOn: '2024',
      identifiers: [doi('10.1/report'), { scheme: 'PMID', value: 'PMID 38427066' }],
    },
    {
      slug: 'two-copies',
      name: name('Cooperative approach'),
      issuedOn: '2021-03',
      identifiers: [doi('10.1/german'), doi('10.1/english')],
      evidence: [
        { source: 'index', property: 'doi', statedValue: '10.1/german', confidence },
        { source: 'copy', property: 'doi', statedValue: '10.1/english', confidence },
      ],
    },
    {
      slug: 'manuscript',
      name: name('Manuscript'),
      kind: 'PREPRINT',
      journal: 'arXiv',
      issuedOn: '2026-06-15',
    },
  ],
  Software: [
    {
      slug: 'registry',
      name: name('registry'),
      codeRepository: 'https://github.com/example/registry',
      commit: '7c4d833f763f4eb711d9b2b97d571d527bf757f7',
      committedOn: '2025-06-11',
      licence: 'https://spdx.org/licenses/Apache-2.0',
    },
  ],
  Institution: [{ slug: 'aachen', name: name('Aachen'), kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
  Provision: [{ agent: 'institutions/aachen', offer: 'softwares/registry', role: 'RIGHTS_HOLDER' }],
  Relation: [
    { from: 'publications/report', to: 'datasets/autopsies', role: 'DESCRIBES' },
    { from: 'publications/report', to: 'infrastructures/naton', role: 'DESCRIBES' },
    { from: 'datasets/autopsies', to: 'publications/manuscript', role: 'REFERENCES' },
    { from: 'publications/manuscript', to: 'publications/report', role: 'PREDECESSOR_OF' },
    { from: 'softwares/registry', to: 'infrastructures/naton', role: 'DEVELOPED_FOR' },
  ],
};

describeOnEachDatabase('a publication', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it('is found from what it describes, which keeps a DOI of its own', async () => {
    const { dataset, infrastructure } = await answer<Record<string, unknown>>(
      world,
      `{
        dataset(by: { slug: "autopsies" }) { doi publications { totalCount nodes { name doi journal citation issuedOn issuedOnPrecision } } }
        infrastructure(by: { slug: "naton" }) { publications { nodes { slug } } softwares { nodes { slug } } }
      }`,
    );

    expect(dataset).toEqual({
      doi: '10.5281/zenodo.1',
      publications: {
        totalCount: 1,
        nodes: [
          {
            name: 'Bericht über Obduktionen',
            doi: '10.1/report',
            journal: 'Die Pathologie',
            citation: '45(3):203-210',
            issuedOn: '2024-01-01',
            issuedOnPrecision: 'YEAR',
          },
        ],
      },
    });
    expect(infrastructure).toEqual({
      publications: { nodes: [{ slug: 'report' }] },
      softwares: { nodes: [{ slug: 'registry' }] },
    });
  });

  it('says what it describes, and what only names it', async () => {
    const { report, manuscript } = await answer<Record<string, unknown>>(
      world,
      `{
        report: publication(by: { slug: "report" }) { describes { nodes { __typename slug } } datasets { nodes { slug } } referencedBy { totalCount } }
        manuscript: publication(by: { slug: "manuscript" }) { describes { totalCount } referencedBy { nodes { slug } } }
      }`,
    );

    expect(report).toEqual({
      describes: {
        nodes: [
          { __typename: 'Dataset', slug: 'autopsies' },
          { __typename: 'Infrastructure', slug: 'naton' },
        ],
      },
      datasets: { nodes: [{ slug: 'autopsies' }] },
      referencedBy: { totalCount: 0 },
    });
    expect(manuscript).toEqual({
      describes: { totalCount: 0 },
      referencedBy: { nodes: [{ slug: 'autopsies' }] },
    });
  });

  it('is found by its DOI, its id in PubMed, its kind, its journal, its day, and a word of its title', async () => {
    const found = await answer<Record<string, { nodes: { slug: string }[] }>>(
      world,
      `{
        doi: publications(filter: { doi: { eq: "https://doi.org/10.1/REPORT" } }) { nodes { slug } }
        pubmed: publications(filter: { identifier: { scheme: PMID, eq: "https://pubmed.ncbi.nlm.nih.gov/38427066/" } }) { nodes { slug } }
        kind: publications(filter: { kind: { eq: JOURNAL_ARTICLE } }) { nodes { slug } }
        journal: publications(filter: { journal: { contains: "pathologie" } }) { nodes { slug } }
        before: publications(filter: { issuedOn: { lt: "2022-01-01" } }) { nodes { slug } }
        word: publications(search: "Obduktion") { nodes { slug } }
        described: publications(filter: { datasets: { some: { kind: { eq: REGISTRY } } } }) { nodes { slug } }
      }`,
    );

    expect(Object.entries(found).map(([by, { nodes }]) => [by, ...nodes.map(({ slug }) => slug)])).toEqual([
      ['doi', 'report'],
      ['pubmed', 'report'],
      ['kind', 'report'],
      ['journal', 'report'],
      ['before', 'two-copies'],
      ['word', 'report'],
      ['described', 'report'],
    ]);
  });

  it('stands in a list by its day, and is counted by its journal', async () => {
    const { publications } = await answer<{ publications: unknown }>(
      world,
      `{ publications(orderBy: [{ field: ISSUED_ON, direction: DESC }]) {
        nodes { slug kindLabel(language: DE) } facets(by: [JOURNAL]) { missing buckets { value count } }
      } }`,
    );

    expect(publications).toEqual({
      nodes: [
        { slug: 'manuscript', kindLabel: 'Preprint' },
        { slug: 'report', kindLabel: 'Zeitschriftenartikel' },
        { slug: 'two-copies', kindLabel: null },
      ],
      facets: [
        {
          missing: 1,
          buckets: [
            { value: 'Die Pathologie', count: 1 },
            { value: 'arXiv', count: 1 },
          ],
        },
      ],
    });
  });

  it('has no DOI where sources disagree on it, both are kept, and either finds it', async () => {
    const { publication, disputed, ...found } = await answer<Record<string, unknown>>(
      world,
      `{
        publication(by: { slug: "two-copies" }) { doi disputes { property statements { statedValue citedFrom { title } } } }
        disputed { nodes { slug } }
        german: resource(by: { identifier: { scheme: DOI, value: "10.1/german" } }) { slug }
        english: resource(by: { identifier: { scheme: DOI, value: "10.1/english" } }) { slug }
      }`,
    );

    expect(publication).toEqual({
      doi: null,
      disputes: [
        {
          property: 'doi',
          statements: [
            { statedValue: '10.1/german', citedFrom: { title: 'An index' } },
            { statedValue: '10.1/english', citedFrom: { title: 'A copy' } },
          ],
        },
      ],
    });
    expect(disputed).toEqual({ nodes: [{ slug: 'two-copies' }] });
    expect(found).toEqual({ german: { slug: 'two-copies' }, english: { slug: 'two-copies' } });
  });

  it('is an entity by its DOI, if it has one alone', async () => {
    const { _entities } = await answer<{ _entities: unknown[] }>(world, entitiesQuery(), {
      variables: {
        representations: ['10.1/report', '10.1/german'].map((value) => ({
          __typename: 'Publication',
          doi: value,
        })),
      },
    });

    expect(_entities).toEqual([{ __typename: 'Publication', slug: 'report' }, null]);
  });
});

describeOnEachDatabase('software', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  it('says where its source is, as of which commit, under which licence, for what and whose', async () => {
    const { software, institution } = await answer<Record<string, unknown>>(
      world,
      `{
        software(by: { slug: "registry" }) {
          codeRepository commit committedOn licence madeFor { nodes { slug } } provisions { nodes { role agent { slug } } }
        }
        institution(by: { slug: "aachen" }) { softwares { nodes { slug } } }
      }`,
    );

    expect(software).toEqual({
      codeRepository: 'https://github.com/example/registry',
      commit: '7c4d833f763f4eb711d9b2b97d571d527bf757f7',
      committedOn: '2025-06-11',
      licence: 'https://spdx.org/licenses/Apache-2.0',
      madeFor: { nodes: [{ slug: 'naton' }] },
      provisions: { nodes: [{ role: 'RIGHTS_HOLDER', agent: { slug: 'aachen' } }] },
    });
    expect(institution).toEqual({ softwares: { nodes: [{ slug: 'registry' }] } });
  });

  it('is listed, and counted by its licence and what it is made for', async () => {
    const { softwares } = await answer<{ softwares: unknown }>(
      world,
      `{ softwares(filter: { infrastructures: { some: { slug: { eq: "naton" } } } }) {
        totalCount facets(by: [LICENCE, INFRASTRUCTURES]) { by buckets { value count } }
      } }`,
    );

    expect(softwares).toEqual({
      totalCount: 1,
      facets: [
        { by: 'LICENCE', buckets: [{ value: 'https://spdx.org/licenses/Apache-2.0', count: 1 }] },
        { by: 'INFRASTRUCTURES', buckets: [{ value: 'naton', count: 1 }] },
      ],
    });
  });
});
