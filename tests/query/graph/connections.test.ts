/** How records are connected and what lies around them, in a world that can be drawn on paper. */
import { globalId } from '../../../src/resource/identity';
import { answer, refusal } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld } from '../../helpers/small-world';

const name = { en: 'x' };
const evidence = [{ source: 'register', confidence: 'FOUND_IN_SOURCE', quotation: 'Marburg coordinates.' }];

/**
 * marburg ═ racoon ─ fhir ─ nukleus ─ berlin ═ racoon; marburg ─ nukleus until 2021.
 * A standard replaces another: fhir ─ hl7.
 */
const records = {
  Institution: ['marburg', 'berlin', 'lonely'].map((slug) => ({
    slug,
    name,
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
  })),
  Infrastructure: ['racoon', 'nukleus'].map((slug) => ({ slug, name })),
  Standard: ['fhir', 'hl7'].map((slug) => ({ slug, name })),
  Participation: [
    { institution: 'marburg', infrastructure: 'racoon', role: 'COORDINATES', evidence },
    { institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' },
    { institution: 'marburg', infrastructure: 'nukleus', role: 'PARTICIPATES', endsOn: '2021' },
    { institution: 'berlin', infrastructure: 'nukleus', role: 'PARTICIPATES' },
    { institution: 'berlin', infrastructure: 'racoon', role: 'PARTICIPATES', startsOn: '2023-04' },
    { institution: 'berlin', infrastructure: 'racoon', role: 'SUPPLIES_DATA', startsOn: '2023-04' },
  ],
  Conformance: ['racoon', 'nukleus'].map((slug) => ({
    subject: `infrastructures/${slug}`,
    standard: 'fhir',
    startsOn: '2020',
  })),
  Relation: [
    { from: 'standards/hl7', to: 'standards/fhir', role: 'PREDECESSOR_OF' },
    { from: 'standards/hl7', to: 'standards/hl7', role: 'COMPLEMENTS' },
  ],
};

const id = (key: string) => globalId(key);
const racoon = id('infrastructures/racoon');
const nukleus = id('infrastructures/nukleus');

interface Paths {
  paths: { paths: { length: number; resources: { slug: string }[] }[] };
}
interface Neighbourhood {
  neighbourhood: {
    truncated: boolean;
    nodes: { distance: number; record: { slug: string } }[];
    links: { from: { slug: string }; to: { slug: string } }[];
  };
}

describeOnEachDatabase('the graph', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const waysBetween = async (from: string, to: string, rest = ''): Promise<string[]> => {
    const { paths } = await answer<Paths>(
      world,
      `{ paths(from: { id: "${from}" }, to: { id: "${to}" } ${rest}) { paths { length resources { slug } } } }`,
    );
    return paths.paths.map(({ resources }) => resources.map(({ slug }) => slug).join(' '));
  };

  it('gives the shortest ways first, equally long ones by the keys on the way', async () => {
    expect(await waysBetween(racoon, nukleus)).toEqual([
      'racoon berlin nukleus',
      'racoon marburg nukleus',
      'racoon fhir nukleus',
    ]);
    expect(await waysBetween(nukleus, racoon)).toEqual([
      'nukleus berlin racoon',
      'nukleus marburg racoon',
      'nukleus fhir racoon',
    ]);
    expect(await waysBetween(racoon, nukleus, ', first: 1')).toEqual(['racoon berlin nukleus']);
    expect(await waysBetween(racoon, nukleus, ', maxLength: 1')).toEqual([]);
  });

  it('goes on to longer ways, none of which comes to a record twice', async () => {
    expect(
      await waysBetween(id('institutions/marburg'), id('institutions/berlin'), ', maxLength: 6'),
    ).toEqual([
      'marburg nukleus berlin',
      'marburg racoon berlin',
      'marburg nukleus fhir racoon berlin',
      'marburg racoon fhir nukleus berlin',
    ]);
  });

  it('gives only ways that were open on a day, or that lead over some kinds of links', async () => {
    expect(await waysBetween(racoon, nukleus, ', asOf: "2021-12-31"')).toEqual([
      'racoon marburg nukleus',
      'racoon fhir nukleus',
    ]);
    // What is stated to have ended was not seen before, unless a source says so.
    expect(await waysBetween(racoon, nukleus, ', asOf: "2019-12-31"')).toEqual([]);
    expect(await waysBetween(racoon, nukleus, ', kinds: [CONFORMANCE]')).toEqual(['racoon fhir nukleus']);
  });

  it('gives for each step the link with who says so, and the other links between the same two', async () => {
    const found = await answer(
      world,
      `{ paths(from: { id: "${id('institutions/marburg')}" }, to: { id: "${racoon}" }, first: 1) {
        truncated
        paths {
          length
          steps {
            from { slug } to { slug } direction
            link { kind evidence { quotation } ... on Participation { role } }
            links { ... on Participation { role } }
          }
        }
      } }`,
    );

    expect(found).toEqual({
      paths: {
        truncated: true,
        paths: [
          {
            length: 1,
            steps: [
              {
                from: { slug: 'marburg' },
                to: { slug: 'racoon' },
                direction: 'OUTGOING',
                link: {
                  kind: 'PARTICIPATION',
                  evidence: [{ quotation: 'Marburg coordinates.' }],
                  role: 'COORDINATES',
                },
                links: [{ role: 'COORDINATES' }, { role: 'PARTICIPATES' }],
              },
            ],
          },
        ],
      },
    });
  });

  it('has no way to what no link leads to', async () => {
    expect(await waysBetween(racoon, id('institutions/lonely'), ', maxLength: 6')).toEqual([]);
  });

  const around = async (key: string, rest = '') => {
    const { neighbourhood } = await answer<Neighbourhood>(
      world,
      `{ neighbourhood(of: { id: "${id(key)}" } ${rest}) {
        truncated nodes { distance record { slug } } links { from { slug } to { slug } }
      } }`,
    );
    return {
      ...neighbourhood,
      nodes: neighbourhood.nodes.map(({ distance, record: { slug } }) => `${distance} ${slug}`),
      links: neighbourhood.links.map(({ from, to }) => `${from.slug} ${to.slug}`),
    };
  };

  it('shows what lies around a record, ring by ring, with all links among what it shows', async () => {
    expect(await around('standards/hl7')).toEqual({
      truncated: false,
      nodes: ['0 hl7', '1 fhir'],
      links: ['hl7 fhir', 'hl7 hl7'],
    });
    expect(await around('standards/hl7', ', depth: 2')).toEqual({
      truncated: false,
      nodes: ['0 hl7', '1 fhir', '2 nukleus', '2 racoon'],
      links: ['nukleus fhir', 'racoon fhir', 'hl7 fhir', 'hl7 hl7'],
    });
    expect(await around('institutions/lonely', ', depth: 4')).toEqual({
      truncated: false,
      nodes: ['0 lonely'],
      links: [],
    });
  });

  it('shows it as of a day and over some kinds of links, and says when it is not all', async () => {
    expect((await around('institutions/marburg', ', asOf: "2022-01-01"')).nodes).toEqual([
      '0 marburg',
      '1 racoon',
    ]);
    expect((await around('infrastructures/racoon', ', kinds: [CONFORMANCE]')).nodes).toEqual([
      '0 racoon',
      '1 fhir',
    ]);
    expect(await around('infrastructures/racoon', ', first: 3')).toMatchObject({
      truncated: true,
      nodes: ['0 racoon', '1 berlin', '1 fhir'],
    });
    // Several links to one and the same record take no room.
    expect(await around('infrastructures/racoon', ', kinds: [PARTICIPATION], first: 2')).toMatchObject({
      truncated: true,
      nodes: ['0 racoon', '1 berlin'],
    });
  });

  it('arranges the links of a kind as a matrix', async () => {
    const matrix = await answer(
      world,
      `{ matrix(link: PARTICIPATION, asOf: "2022-06-01") {
        truncated rows { slug } columns { slug } cells { row { slug } column { slug } links { ... on Participation { role } } }
      } }`,
    );

    expect(matrix).toEqual({
      matrix: {
        truncated: false,
        rows: [{ slug: 'berlin' }, { slug: 'marburg' }],
        columns: [{ slug: 'nukleus' }, { slug: 'racoon' }],
        cells: [
          { row: { slug: 'berlin' }, column: { slug: 'nukleus' }, links: [{ role: 'PARTICIPATES' }] },
          {
            row: { slug: 'marburg' },
            column: { slug: 'racoon' },
            links: [{ role: 'COORDINATES' }, { role: 'PARTICIPATES' }],
          },
        ],
      },
    });
  });

  const link = id('participations/marburg/racoon/coordinates');
  it.each([
    [
      'paths',
      `paths(from: { id: "${racoon}" }, to: { id: "${racoon}" }) { truncated }`,
      /are the same resource.*"neighbourhood"/,
    ],
    [
      'paths',
      `paths(from: { id: "racoon" }, to: { id: "${racoon}" }) { truncated }`,
      /^"from.id" \("racoon"\) is no global id/,
    ],
    [
      'paths',
      `paths(from: { id: "${racoon}" }, to: { id: "${id('institutions/x')}" }) { truncated }`,
      /^"to".*is no resource of this catalogue/,
    ],
    [
      'paths',
      `paths(from: { id: "${racoon}" }, to: { id: "${link}" }) { truncated }`,
      /^"to.id".*that of a link \(Participation\)\. Give/,
    ],
    [
      'paths',
      `paths(from: { id: "${id('sources/register')}" }, to: { id: "${racoon}" }) { truncated }`,
      /^"from.id".*that of a Source/,
    ],
    [
      'paths',
      `paths(from: { id: "${id('weather/x')}" }, to: { id: "${racoon}" }) { truncated }`,
      /^"from".*is no resource of this catalogue/,
    ],
    [
      'paths',
      `paths(from: { id: "${racoon}" }, to: { id: "${nukleus}" }, maxLength: 7) { truncated }`,
      /^"maxLength" is 7; it may be 1 to 6/,
    ],
    [
      'paths',
      `paths(from: { id: "${racoon}" }, to: { id: "${nukleus}" }, maxLength: 0) { truncated }`,
      /^"maxLength" is 0/,
    ],
    [
      'paths',
      `paths(from: { id: "${racoon}" }, to: { id: "${nukleus}" }, first: 51) { truncated }`,
      /^"first" is 51; it may be 1 to 50/,
    ],
    [
      'a neighbourhood',
      `neighbourhood(of: { id: "${racoon}" }, depth: 5) { truncated }`,
      /^"depth" is 5; it may be 1 to 4/,
    ],
    ['a neighbourhood', `neighbourhood(of: { id: "${racoon}" }, first: 0) { truncated }`, /^"first" is 0/],
    ['a neighbourhood', `neighbourhood(of: { id: "${link}" }) { truncated }`, /^"of.id".*that of a link/],
    ['a matrix', 'matrix(link: AWARD, first: 1001) { truncated }', /^"first" is 1001; it may be 1 to 1000/],
    [
      'changes',
      'changes(from: "2022-01-02", to: "2022-01-01") { totalCount }',
      /^"from" \(2022-01-02\) is after "to"/,
    ],
    [
      'changes',
      'changes(from: "2022-01-01", to: "2022-01-01", first: 0) { nodes { date } }',
      /^"first" is 0/,
    ],
  ])('refuses %s: %s', async (_, query, message) => {
    expect(await refusal(world, `{ ${query} }`)).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message) as string,
    });
  });

  it('takes null for what is usual', async () => {
    const query = `query ($none: Int) {
      paths(from: { id: "${racoon}" }, to: { id: "${nukleus}" }, maxLength: $none, first: $none) { paths { length } }
      neighbourhood(of: { id: "${racoon}" }, depth: $none, first: $none) { truncated }
      matrix(link: AWARD, first: $none) { truncated }
    }`;

    expect(await answer(world, query, { variables: { none: null } })).toEqual({
      paths: { paths: [{ length: 2 }, { length: 2 }, { length: 2 }] },
      neighbourhood: { truncated: false },
      matrix: { truncated: false },
    });
  });
});
