/** Records with thousands of links: what is asked is answered by few statements that use indices, or says that it is truncated. */
import { globalId } from '../../../src/resource/identity';
import type { Reader } from '../../../src/query/sql';
import type { Statement } from '../../../src/resource/values';
import { answer, refusal } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { explained } from '../../helpers/explained';
import { addManyDatasets } from '../../helpers/many-datasets';
import { SmallWorld } from '../../helpers/small-world';

const name = { en: 'x' };
const infrastructures = ['huge', 'large', 'vast'];
const records = {
  Institution: ['berlin', 'marburg', 'ulm'].map((slug) => ({
    slug,
    name,
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
  })),
  Infrastructure: infrastructures.map((slug) => ({ slug, name })),
  Dataset: [
    { slug: 'registry', name, kind: 'REGISTRY' },
    { slug: 'shared', name, kind: 'REGISTRY' },
  ],
  Participation: [
    ...infrastructures.map((infrastructure) => ({
      institution: 'marburg',
      infrastructure,
      role: 'PARTICIPATES',
      startsOn: '2022',
    })),
    { institution: 'ulm', infrastructure: 'large', role: 'COORDINATES' },
    { institution: 'berlin', infrastructure: 'huge', role: 'COORDINATES' },
  ],
  Provision: [
    { agent: 'infrastructures/large', offer: 'datasets/shared', role: 'PUBLISHER' },
    { agent: 'infrastructures/huge', offer: 'datasets/shared', role: 'CUSTODIAN' },
  ],
};

const keys = {
  large: 'infrastructures/large',
  huge: 'infrastructures/huge',
  vast: 'infrastructures/vast',
  ofLarge: 'datasets/synthetic-large-7',
  ofHuge: 'datasets/synthetic-huge-7',
  ulm: 'institutions/ulm',
};
/** The tables with thousands of rows. */
const large = new Set(['provision', 'dataset']);

const ids = Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, globalId(value)]));

interface Paths {
  paths: { truncated: boolean; paths: { resources: { slug: string }[] }[] };
}
interface Neighbourhood {
  neighbourhood: { truncated: boolean; nodes: { record: { slug: string } }[]; links: unknown[] };
}
interface Matrix {
  matrix: { truncated: boolean; rows: unknown[]; columns: unknown[]; cells: unknown[] };
}

describeOnEachDatabase('among records with thousands of links', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
    await addManyDatasets(world, 'datasets/registry', ['large'], 8_000);
    await addManyDatasets(world, 'datasets/registry', ['huge', 'vast'], 13_000);
  }, 120_000);
  afterAll(() => world.end());

  /** What was read: each statement with its number of rows. */
  const reading = async (query: string) => {
    const read: { statement: Statement; rows: number }[] = [];
    const reader: Reader = {
      dialect,
      read: async (statement) => {
        const rows = await world.store.read(statement);
        read.push({ statement, rows: rows.length });
        return rows;
      },
    };
    return { given: await answer<Paths & Neighbourhood & Matrix>(world, query, { reader }), read };
  };

  const paths = (from: keyof typeof keys, to: keyof typeof keys, rest = '') =>
    `{ paths(from: { id: "${ids[from] ?? ''}" }, to: { id: "${ids[to] ?? ''}" } ${rest}) { truncated paths { resources { slug } } } }`;
  const slugsOf = ({ paths }: Paths) =>
    paths.paths.map(({ resources }) => resources.map(({ slug }) => slug).join(' '));

  it('finds all that two of them have in common, whatever else they have', async () => {
    const { given, read } = await reading(paths('large', 'huge', ', maxLength: 2'));

    expect(slugsOf(given)).toEqual(['large shared huge', 'large marburg huge']);
    expect(given.paths.truncated).toBe(false);
    // The thousands of datasets of one end are read; of the other end only what leads to them.
    expect(read.map(({ rows }) => rows).filter((rows) => rows > 8_100)).toEqual([]);
  });

  it('finds paths from a dataset of one to a dataset of another', async () => {
    const { given } = await reading(paths('ofLarge', 'ofHuge'));

    expect(slugsOf(given)).toEqual([
      'synthetic-large-7 large shared huge synthetic-huge-7',
      'synthetic-large-7 large marburg huge synthetic-huge-7',
    ]);
  });

  it('says that there may be more when the search comes to its bounds', async () => {
    const { given, read } = await reading(paths('ulm', 'vast', ', maxLength: 6'));

    expect(slugsOf(given)).toEqual(['ulm large marburg vast']);
    expect(given.paths.truncated).toBe(true);
    expect(read.map(({ rows }) => rows).reduce((a, b) => a + b)).toBeLessThanOrEqual(25_100);
  });

  it('refuses to say that there is no path when the search came to its bounds before it found one', async () => {
    expect(await refusal(world, paths('huge', 'vast', ', kinds: [PROVISION]'))).toEqual({
      code: 'QUERY_TOO_COMPLEX',
      message: expect.stringContaining('there may be one. Give a smaller "maxLength"') as string,
    });
    expect(await answer(world, paths('huge', 'vast', ', kinds: [PROVISION], maxLength: 1'))).toEqual({
      paths: { truncated: false, paths: [] },
    });
  });

  it('shows some of each kind of link around one of them', async () => {
    const { given } = await reading(
      `{ neighbourhood(of: { id: "${ids.huge ?? ''}" }, first: 7) { truncated nodes { record { slug } } links { __typename } } }`,
    );

    const { truncated, nodes, links } = given.neighbourhood;
    expect(truncated).toBe(true);
    expect(nodes.map(({ record: { slug } }) => slug)).toEqual([
      'huge',
      'shared',
      'synthetic-huge-1',
      'synthetic-huge-10',
      'synthetic-huge-100',
      'berlin',
      'marburg',
    ]);
    expect(links).toHaveLength(6);
  });

  it('cuts a matrix after so many links', async () => {
    const { given } = await reading(
      '{ matrix(link: PROVISION, first: 30) { truncated rows { slug } columns { slug } cells { row { slug } } } }',
    );

    const { truncated, rows, columns, cells } = given.matrix;
    expect({ truncated, rows: rows.length, columns: columns.length, cells: cells.length }).toEqual({
      truncated: true,
      rows: 2,
      columns: 29,
      cells: 30,
    });
  });

  it('takes one statement for each step, one for the links, and one for each type of record', async () => {
    const steps = await reading(paths('ulm', 'huge', ', maxLength: 3'));
    const rings = await reading(
      `{ neighbourhood(of: { id: "${ids.ulm ?? ''}" }, depth: 2, first: 50) { nodes { record { id } } links { id } } }`,
    );
    const walking = ({ read }: { read: { statement: Statement }[] }) =>
      read.filter(({ statement }) => statement.sql.includes('link_end'));

    expect(walking(steps)).toHaveLength(3);
    // The two ends, and the records on the way.
    expect(steps.read.length - 3).toBe(2 + 3);
    expect(walking(rings)).toHaveLength(3);
    // The one in the middle; institutions, infrastructures and datasets; participations and provisions.
    expect(rings.read.length - 3).toBe(1 + 3 + 2);
  });

  it.each([
    ['paths', paths('large', 'huge', ', maxLength: 2')],
    ['paths on a day', paths('ulm', 'ofHuge', ', asOf: "2024-06-01", maxLength: 3')],
    ['paths by a kind of any ends', paths('large', 'ofHuge', ', kinds: [RELATION, PROVISION], maxLength: 2')],
    [
      'a neighbourhood',
      `{ neighbourhood(of: { id: "${ids.ulm ?? ''}" }, depth: 3, asOf: "2024-06-01") { nodes { record { id } } links { id } } }`,
    ],
    [
      'a matrix',
      '{ matrix(link: PROVISION) { rows { id } columns { id } cells { row { id } column { id } links { id evidence { note } } } } }',
    ],
    [
      'changes',
      '{ changes(from: "2021-12-31", to: "2022-12-31", kinds: [PROVISION]) { totalCount nodes { date subject { id } } } }',
    ],
  ])('looks up what it needs for %s, and reads no large table whole', async (_, query) => {
    const reader = await explained(world);
    try {
      await answer(world, query, { reader });
      expect(reader.scanned.filter((table) => large.has(table))).toEqual([]);
    } finally {
      await reader.close();
    }
  });
});
