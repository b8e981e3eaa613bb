/** Readiness for profiles and FAIR assessments, as clients ask for them. */
import { readConfig } from '../../src/config';
import { derivationsOf } from '../../src/open-store';
import { answer, refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { registry, SmallWorld } from '../helpers/small-world';

const says = (property: string, statedValue: string) => [
  { source: 'register', confidence: 'FOUND_IN_SOURCE' },
  { source: 'register', confidence: 'FOUND_IN_SOURCE', property, statedValue },
];

const records = {
  Institution: [{ slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
  Infrastructure: [
    { slug: 'hearts', name: { en: 'Hearts' } },
    { slug: 'lungs', name: { en: 'Lungs' } },
  ],
  Contact: [{ slug: 'desk', name: { en: 'Help desk' }, email: 'desk@example.org' }],
  Dataset: [
    {
      slug: 'named',
      name: { en: 'Only named' },
      kind: 'COHORT',
      contact: 'desk',
      evidence: says('kind', 'a cohort'),
    },
    {
      slug: 'described',
      name: { en: 'Described' },
      kind: 'COHORT',
      description: { en: 'About hearts.' },
      licence: 'https://example.org/terms',
      evidence: says('licence', 'our terms'),
    },
    { slug: 'empty', name: { en: 'Empty' }, kind: 'REGISTRY' },
  ],
  Provision: [
    { agent: 'infrastructures/hearts', offer: 'datasets/named', role: 'PROVIDER' },
    { agent: 'infrastructures/hearts', offer: 'datasets/described', role: 'PROVIDER' },
    { agent: 'infrastructures/lungs', offer: 'datasets/empty', role: 'PROVIDER' },
    { agent: 'institutions/marburg', offer: 'datasets/named', role: 'CUSTODIAN' },
  ],
};

describeOnEachDatabase('readiness', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records, registry, derivationsOf(readConfig({})));
  });
  afterAll(() => world.end());

  it('names what a dataset lacks, in which field, and what to do', async () => {
    const { dataset } = await answer<Record<string, unknown>>(
      world,
      `{ dataset(slug: "named") { readiness(profile: DCAT_AP) { profile release conforms accessLevel
          findings { severity path property field value constraint message remedy(language: DE) record { id } } } } }`,
    );
    const { readiness } = dataset as { readiness: { findings: { severity: string }[] } };
    expect({ ...readiness, findings: undefined }).toEqual({
      profile: 'DCAT_AP',
      release: '3.0.1',
      conforms: false,
      accessLevel: null,
      findings: undefined,
    });
    expect(readiness.findings.filter(({ severity }) => severity === 'VIOLATION')).toEqual([
      {
        severity: 'VIOLATION',
        path: 'dct:description',
        property: 'http://purl.org/dc/terms/description',
        field: 'description',
        value: null,
        constraint: 'minCount',
        message: 'dct:description is missing.',
        remedy: 'dct:description als Text angeben: `description` (Beschreibung).',
        record: { id: Buffer.from('datasets/named').toString('base64url') },
      },
    ]);
  });

  it('says by which access level it judged', async () => {
    const { dataset } = await answer<{ dataset: unknown }>(
      world,
      `{ dataset(slug: "named") { readiness(profile: HEALTHDCAT_AP) { conforms accessLevel accessLevelLabel } } }`,
    );
    expect(dataset).toEqual({
      readiness: { conforms: false, accessLevel: 'PUBLIC', accessLevelLabel: 'Public' },
    });
  });

  it('tells test by test what was read, and who says so', async () => {
    const { dataset } = await answer<{
      dataset: { fairScore: number; fairAssessment: { score: number; tests: { code: string }[] } };
    }>(
      world,
      `{ dataset(slug: "described") { fairScore fairAssessment { score reachedPoints testablePoints
          tests { code metric principle outcome points reachedPoints missingFields remedy
            found { field value evidence { statedValue citedFrom { slug } } } } } } }`,
    );
    const { fairScore, fairAssessment } = dataset;
    // 11.5 points by the name and a source, 0.5 for the description, 0.5 for a licence that programs do not know.
    expect(fairAssessment).toMatchObject({ score: 53, reachedPoints: 12.5, testablePoints: 23.5 });
    expect(fairScore).toBe(53);
    expect(fairAssessment.tests.find(({ code }) => code === 'FsF-R1.1-01M-1')).toEqual({
      code: 'FsF-R1.1-01M-1',
      metric: 'FsF-R1.1-01M',
      principle: 'REUSABLE',
      outcome: 'PARTLY',
      points: 1,
      reachedPoints: 0.5,
      missingFields: ['licence'],
      remedy: expect.stringContaining('`licence`') as string,
      found: [
        {
          field: 'licence',
          value: 'https://example.org/terms',
          evidence: [{ statedValue: 'our terms', citedFrom: { slug: 'register' } }],
        },
      ],
    });
  });

  it('proposes first what makes a profile complete', async () => {
    const { dataset } = await answer<{ dataset: unknown }>(
      world,
      `{ dataset(slug: "named") { fairAssessment { nextStep { field type points completes remedy } } } }`,
    );
    expect(dataset).toEqual({
      fairAssessment: {
        nextStep: {
          field: 'description',
          type: 'Dataset',
          // Half a point: the other half is for keywords.
          points: 0.5,
          completes: ['DCAT_AP'],
          remedy: 'State `description` (Description).',
        },
      },
    });
  });

  it('is kept, so that lists are filtered, ordered and counted by it', async () => {
    const given = await answer<Record<string, unknown>>(
      world,
      `{ ready: datasets(filter: { readyFor: { has: DCAT_AP } }) { nodes { slug } }
         poor: datasets(filter: { fairScore: { lt: 50 } }, orderBy: [{ field: FAIR_SCORE, direction: DESC }]) { nodes { slug fairScore } }
         lacking: datasets(filter: { missingStatements: { has: "DCAT_AP dct:description" } }) { totalCount }
         all: datasets { facets(by: [READY_FOR]) { missing buckets { value count label } }
           aggregate(by: [KIND]) { groups { count fairScore { min max missing } } } } }`,
    );
    expect(given).toEqual({
      ready: { nodes: [{ slug: 'described' }] },
      poor: {
        nodes: [
          { slug: 'empty', fairScore: 49 },
          { slug: 'named', fairScore: 49 },
        ],
      },
      lacking: { totalCount: 2 },
      all: {
        facets: [{ missing: 2, buckets: [{ value: 'DCAT_AP', count: 1, label: 'DCAT-AP' }] }],
        aggregate: {
          groups: [
            { count: 2, fairScore: { min: 49, max: 53, missing: 0 } },
            { count: 1, fairScore: { min: 49, max: 49, missing: 0 } },
          ],
        },
      },
    });
  });

  it('of the datasets of each infrastructure is one query', async () => {
    const { infrastructures } = await answer<{ infrastructures: unknown }>(
      world,
      `{ infrastructures { nodes { slug datasets { readiness(profile: DCAT_AP) { count conforming } } } } }`,
    );
    expect(infrastructures).toEqual({
      nodes: [
        { slug: 'hearts', datasets: { readiness: { count: 2, conforming: 1 } } },
        { slug: 'lungs', datasets: { readiness: { count: 1, conforming: 0 } } },
      ],
    });
  });

  it('says which statements would make most datasets conform, and whom to ask for them', async () => {
    const { datasets } = await answer<{ datasets: unknown }>(
      world,
      `{ datasets { readiness(profile: DCAT_AP) { profile count conforming bestStatements { code path count conforming } } } }`,
    );
    expect(datasets).toEqual({
      readiness: {
        profile: 'DCAT_AP',
        count: 3,
        conforming: 1,
        bestStatements: [
          { code: 'DCAT_AP dct:description', path: 'dct:description', count: 2, conforming: 2 },
        ],
      },
    });
    const { asked } = await answer<{ asked: unknown }>(
      world,
      `{ asked: datasets(filter: { missingStatements: { has: "DCAT_AP dct:description" } }) {
           nodes { slug contact { email } custodians { nodes { name } } } } }`,
    );
    expect(asked).toEqual({
      nodes: [
        { slug: 'empty', contact: null, custodians: { nodes: [] } },
        {
          slug: 'named',
          contact: { email: 'desk@example.org' },
          custodians: { nodes: [{ name: 'Marburg' }] },
        },
      ],
    });
  });

  it('refuses more statements than can be compared', async () => {
    const query = `{ datasets { readiness(profile: DCAT_AP, statements: 6) { count } } }`;
    expect(await refusal(world, query)).toEqual({
      code: 'BAD_USER_INPUT',
      message: '"statements" (6) must be 1 to 5.',
    });
  });
});
