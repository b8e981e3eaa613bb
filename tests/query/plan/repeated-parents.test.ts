/** The same record at several places of an answer, and lists of which only keys are read: a plan reads less, and answers the same. */
import { answer } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld, type PlainRecords } from '../../helpers/small-world';

const sites = ['berlin', 'kiel', 'marburg'];
const infrastructures = ['aktin', 'naton', 'racoon'];

const worldOf = (places: readonly string[]): PlainRecords => ({
  Institution: places.map((slug) => ({ slug, name: { en: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' })),
  Infrastructure: infrastructures.map((slug, index) => ({
    slug,
    name: { en: `${3 - index} ${slug}` },
    acronym: slug.toUpperCase(),
  })),
  Participation: places.flatMap((institution) =>
    infrastructures.map((infrastructure) => ({ institution, infrastructure, role: 'PARTICIPATES' })),
  ),
});

interface Nested {
  infrastructures: { nodes: { institutions: { nodes: { participations: Connection }[] } }[] };
}

interface Connection {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describeOnEachDatabase('a plan', (dialect) => {
  let world: SmallWorld;
  let larger: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, worldOf(['berlin', 'marburg']));
    larger = await SmallWorld.of(dialect, worldOf(sites));
  });
  afterAll(async () => {
    await world.end();
    await larger.end();
  });

  it('lists below a record that stands at several places what is below it', async () => {
    const given = await answer<Nested>(
      larger,
      '{ infrastructures { nodes { institutions { nodes { participations(first: 2) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } } } }',
    );

    const lists = given.infrastructures.nodes.flatMap(({ institutions }) =>
      institutions.nodes.map(({ participations }) => participations),
    );
    expect(lists).toHaveLength(sites.length * infrastructures.length);
    for (const { totalCount, nodes, pageInfo } of lists) {
      expect(totalCount).toBe(infrastructures.length);
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(2);
      expect(pageInfo.hasNextPage).toBe(true);
    }
  });

  it('goes on behind a row that is gone, in the order of what it is linked to', async () => {
    const page = async (of: SmallWorld, first: number, rest = ''): Promise<Connection> => {
      const list = `participations(first: ${first}, orderBy: [{ field: INSTITUTION_NAME }]${rest})`;
      const { infrastructure } = await answer<{ infrastructure: { participations: Connection } }>(
        of,
        `{ infrastructure(slug: "racoon") { ${list} { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`,
      );
      return infrastructure.participations;
    };
    const after = ({ pageInfo }: Connection): string => `, after: "${pageInfo.endCursor}"`;
    const untilKiel = await page(larger, 2);

    const rest = await page(world, 1, after(untilKiel));
    const none = await page(world, 1, after(rest));

    expect(rest.nodes).toHaveLength(1);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(none.nodes).toEqual([]);
  });

  it('answers for the same id twice what it answers once', async () => {
    const { infrastructures: listed } = await answer<{ infrastructures: { nodes: { id: string }[] } }>(
      world,
      '{ infrastructures(first: 1) { nodes { id } } }',
    );
    const id = listed.nodes[0]?.id ?? '';

    const { nodes } = await answer<{ nodes: { participations: Connection }[] }>(
      world,
      `{ nodes(ids: ["${id}", "${id}"]) { ... on Infrastructure { participations { totalCount nodes { id } } } } }`,
    );

    expect(nodes[0]?.participations.nodes).toHaveLength(2);
    expect(nodes[1]).toEqual(nodes[0]);
  });
});
