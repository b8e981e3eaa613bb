/** Paths, neighbourhoods, matrices, changes and lists agree with one another, and with a plain search, in any catalogue. */
import fc from 'fast-check';
import { isTimed } from '../../../src/resource/description';
import { globalId } from '../../../src/resource/identity';
import { enumCode } from '../../../src/graphql/enums';
import { answer } from '../../helpers/ask';
import { describeOnEachDatabase } from '../../helpers/databases';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { runs } from '../../helpers/property-runs';
import { ReferenceGraph, type Choice } from '../../helpers/reference-graph';
import { registry, SmallWorld, type PlainRecords } from '../../helpers/small-world';

const day = fc.constantFrom(
  '2019-12-31',
  '2020-01-01',
  '2020-01-31',
  '2020-02-01',
  '2020-02-29',
  '2020-12-31',
  '2021-01-01',
  '2021-12-31',
  '2022-01-01',
);

const twoDays = fc
  .tuple(day, day)
  .map(([one, other]): [string, string] => (one <= other ? [one, other] : [other, one]));

const choice = fc.record({
  asOf: fc.option(day, { freq: 2 }),
  kinds: fc.option(
    fc.subarray(
      registry.links.map(({ type }) => type),
      { minLength: 1 },
    ),
    { freq: 1 },
  ),
});

/** The same as arguments. */
const asked = ({ asOf, kinds }: Choice) => ({ asOf, kinds: kinds?.map(enumCode) });

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const id = ({ id }: { id: string }): string => id;
const keyOf = (id: string): string => Buffer.from(id, 'base64url').toString();
/** Ids in the order of the keys that they stand for. */
const byKey = (one: string, other: string): number => (keyOf(one) < keyOf(other) ? -1 : 1);

/** Two records that are connected if any are, which random ones seldom are; the first is an end of a link. */
function connected(graph: ReferenceGraph, [one, other]: [number, number]): [string, string] {
  const from = graph.links[one % graph.links.length]?.ends?.from ?? '';
  const reached = [...graph.distances(from, 4, {}).keys()];
  return [from, reached[other % reached.length] ?? ''];
}

describeOnEachDatabase('in any catalogue', (dialect) => {
  const always = <T>(
    asking: fc.Arbitrary<T>,
    holds: (world: SmallWorld, graph: ReferenceGraph, questions: T[]) => Promise<void>,
  ) => {
    const questions = fc.array(asking, { minLength: 12, maxLength: 12 });
    const property = fc.asyncProperty(
      generatedCatalogue(registry, 5),
      questions,
      async (records: PlainRecords, given) => {
        const world = await SmallWorld.of(dialect, records);
        try {
          await holds(world, new ReferenceGraph(records, registry), given);
        } finally {
          await world.end();
        }
      },
    );
    return fc.assert(property, { numRuns: runs(4), endOnFailure: true });
  };

  it('paths are those that a plain search finds, the shortest first', async () => {
    const question = fc.record({
      pair: fc.tuple(fc.nat(), fc.nat()),
      choice,
      maxLength: fc.integer({ min: 1, max: 6 }),
      first: fc.integer({ min: 1, max: 50 }),
    });
    await always(question, async (world, graph, questions) => {
      for (const { pair, choice, maxLength, first } of questions) {
        const [from, to] = connected(graph, pair);
        if (from === to) continue;
        const { paths } = await answer<{ paths: { truncated: boolean; paths: unknown[] } }>(
          world,
          `query ($from: ResourceReference!, $to: ResourceReference!, $maxLength: Int, $asOf: Date, $kinds: [LinkKind!], $first: Int) {
            paths(from: $from, to: $to, maxLength: $maxLength, asOf: $asOf, kinds: $kinds, first: $first) {
              truncated
              paths {
                length
                resources { id }
                steps { from { id } to { id } link { id from { id } } links { id } direction }
              }
            }
          }`,
          {
            variables: { from: { id: globalId(from) }, to: { slug: to }, maxLength, first, ...asked(choice) },
          },
        );

        const expected = graph.paths(from, to, maxLength, choice);
        expect(paths.truncated).toBe(expected.length > first);
        expect(paths.paths).toEqual(
          expected.slice(0, first).map(({ resources, links }) => ({
            length: links.length,
            resources: resources.map((key) => ({ id: globalId(key) })),
            steps: links.map((keys, index) => {
              const [step, next, [link = '']] = [resources[index] ?? '', resources[index + 1] ?? '', keys];
              const begins = graph.links.find(({ key }) => key === link)?.ends?.from ?? '';
              return {
                from: { id: globalId(step) },
                to: { id: globalId(next) },
                link: { id: globalId(link), from: { id: globalId(begins) } },
                links: keys.map((key) => ({ id: globalId(key) })),
                direction: begins === step ? 'OUTGOING' : 'INCOMING',
              };
            }),
          })),
        );
      }
    });
  }, 120_000);

  it('a neighbourhood is all that is so many links away, with all links among it, or says that it is less', async () => {
    const question = fc.record({
      at: fc.nat(),
      choice,
      depth: fc.integer({ min: 1, max: 4 }),
      first: fc.oneof(fc.constant(400), fc.integer({ min: 1, max: 6 })),
    });
    await always(question, async (world, graph, questions) => {
      for (const { at, choice, depth, first } of questions) {
        const of = graph.resources[at % graph.resources.length]?.key ?? '';
        const { neighbourhood } = await answer<{
          neighbourhood: {
            truncated: boolean;
            nodes: { distance: number; record: { id: string } }[];
            links: { id: string }[];
          };
        }>(
          world,
          `query ($of: ResourceReference!, $depth: Int, $asOf: Date, $kinds: [LinkKind!], $first: Int) {
            neighbourhood(of: $of, depth: $depth, asOf: $asOf, kinds: $kinds, first: $first) {
              truncated nodes { distance record { id } } links { id }
            }
          }`,
          { variables: { of: { id: globalId(of) }, depth, first, ...asked(choice) } },
        );

        const distances = graph.distances(of, depth, choice);
        const nodes = neighbourhood.nodes.map(({ record }) => record.id);
        const given = neighbourhood.nodes.map(({ distance }) => distance);
        const expected = [...distances].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
        const among = graph
          .linksThat(choice)
          .filter(({ ends }) => [ends?.from, ends?.to].every((key) => nodes.includes(globalId(key ?? ''))))
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .map(id);

        expect(nodes).toHaveLength(Math.min(first, expected.length));
        expect(new Set(nodes).size).toBe(nodes.length);
        expect(nodes[0]).toBe(globalId(of));
        expect(given).toEqual(expected.slice(0, first).map(([, distance]) => distance));
        expect(nodes.map((node) => distances.get(Buffer.from(node, 'base64url').toString()))).toEqual(given);
        expect(neighbourhood.links.map(id)).toEqual(among.slice(0, first * 4));
        expect(neighbourhood.truncated).toBe(expected.length > first || among.length > first * 4);
        if (!neighbourhood.truncated) expect(nodes).toEqual(expected.map(([key]) => globalId(key)));
      }
    });
  }, 120_000);

  it('the cells of a matrix hold the links of the list of its kind, at both of their ends', async () => {
    const question = fc.record({ asOf: choice.map(({ asOf }) => asOf), at: fc.nat() });
    await always(question, async (world, _, questions) => {
      for (const { asOf, at } of questions) {
        const kind = registry.links[at % registry.links.length];
        if (!kind) continue;
        const { matrix, list } = await answer<{
          matrix: {
            truncated: boolean;
            rows: { id: string }[];
            columns: { id: string }[];
            cells: { row: { id: string }; column: { id: string }; links: { id: string }[] }[];
          };
          list: { nodes: { id: string; from: { id: string }; to: { id: string } }[] };
        }>(
          world,
          `query ($kind: LinkKind!, $asOf: Date) {
            matrix(link: $kind, asOf: $asOf) {
              truncated rows { id } columns { id } cells { row { id } column { id } links { id } }
            }
            list: ${camelCase(kind.path)}(asOf: $asOf, first: 100) {
              nodes { id from { id } to { id } }
            }
          }`,
          { variables: { kind: enumCode(kind.type), asOf } },
        );

        const { rows, columns, cells, truncated } = matrix;
        const inCells = cells.flatMap(({ row, column, links }) =>
          links.map((link) => ({ ...link, from: row, to: column })),
        );
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(inCells.sort(byId)).toEqual(list.nodes.sort(byId));
        expect(truncated).toBe(false);
        const inOrder = (ids: Iterable<string>) => [...new Set(ids)].sort(byKey);
        expect(new Set(cells.map(({ row, column }) => `${row.id} ${column.id}`)).size).toBe(cells.length);
        expect(rows.map(id)).toEqual(inOrder(cells.map(({ row }) => row.id)));
        expect(columns.map(id)).toEqual(inOrder(cells.map(({ column }) => column.id)));
      }
    });
  }, 120_000);

  it('changes are the beginnings and ends that are stated, and what is first seen where it is asked for', async () => {
    const timed = new Set([...registry.links, ...registry.resources].filter(isTimed).map(({ type }) => type));
    await always(twoDays, async (world, graph, questions) => {
      const dated = [...graph.links, ...graph.resources].filter(({ type }) => timed.has(type));
      for (const [from, to] of questions.slice(0, 6)) {
        const expected = dated.flatMap((record) => {
          const { startsOn, endsOn, attestedFrom: seen } = record.data as Record<string, string | null>;
          const [first, last] = [startsOn && firstDay(startsOn), endsOn && lastDay(endsOn)];
          if (first && last && first > last) return [];
          const change = (what: string, date: string) => ({ what, date, id: record.id });
          return [
            ...(first && first > from && first <= to ? [change('BEGAN', first)] : []),
            ...(last && last >= from && last < to ? [change('ENDED', last)] : []),
            ...(!first && seen && seen > from && seen <= to ? [change('FIRST_SEEN', seen)] : []),
          ];
        });
        const given = async (what?: string[]) =>
          (await everyChange(world, { from, to, what })).map(({ what, date, subject }) => ({
            what,
            date,
            id: subject.id,
          }));
        const order = ['date', 'what'] as const;
        const sorted = expected.sort((a, b) => {
          const by = order.find((each) => a[each] !== b[each]);
          return by ? (a[by] < b[by] ? -1 : 1) : byKey(a.id, b.id);
        });
        expect(await given(['BEGAN', 'ENDED', 'FIRST_SEEN'])).toEqual(sorted);
        expect(await given()).toEqual(sorted.filter(({ what }) => what !== 'FIRST_SEEN'));
      }
    });
  }, 120_000);

  it('changes of some kinds or types are those of all changes that concern them, page by page', async () => {
    const question = fc.record({
      days: twoDays,
      types: fc.subarray(
        registry.resources.map(({ type }) => type),
        { minLength: 1 },
      ),
      kinds: fc.subarray(
        registry.links.map(({ type }) => type),
        { minLength: 1 },
      ),
      size: fc.integer({ min: 1, max: 9 }),
    });
    await always(question, async (world, graph, questions) => {
      for (const { days, types, kinds, size } of questions.slice(0, 4)) {
        const [from, to] = days;
        const between = { from, to };
        const all = await everyChange(world, between);
        const concerns = ({ subject }: GivenChange) => {
          const key = Buffer.from(subject.id, 'base64url').toString();
          const { from, to } = graph.links.find((link) => link.key === key)?.ends ?? {};
          return [from, to, from ? undefined : key].some((each) =>
            types.includes(registry.ofKey(each ?? '')?.type ?? ''),
          );
        };
        const ofKinds = ({ subject }: GivenChange) => kinds.includes(subject.__typename);
        const codes = { types: types.map(enumCode), kinds: kinds.map(enumCode) };

        expect(await everyChange(world, between, size)).toEqual(all);
        expect(await everyChange(world, { ...between, types: codes.types })).toEqual(all.filter(concerns));
        expect(await everyChange(world, { ...between, kinds: codes.kinds })).toEqual(all.filter(ofKinds));
        expect(await everyChange(world, { ...between, ...codes })).toEqual(
          all.filter(concerns).filter(ofKinds),
        );
      }
    });
  }, 120_000);
});

const firstDay = (stated: string): string => `${stated}-01-01`.slice(0, 10);

function lastDay(stated: string): string {
  const [year = 0, month = 12, day] = stated.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : stated;
}

interface GivenChange {
  what: string;
  date: string;
  subject: { id: string; __typename: string };
}

/** All changes, page by page; each page has the count of all. */
async function everyChange(
  world: SmallWorld,
  variables: Record<string, unknown>,
  size = 100,
): Promise<GivenChange[]> {
  const found: GivenChange[] = [];
  const counts = new Set<number>();
  for (let after: string | null = null, more = true; more;) {
    const { changes }: { changes: ChangePage } = await answer(
      world,
      `query ($from: Date!, $to: Date!, $what: [ChangeKind!] = [BEGAN, ENDED], $types: [ResourceType!], $kinds: [LinkKind!], $size: Int, $after: String) {
        changes(from: $from, to: $to, what: $what, types: $types, kinds: $kinds, first: $size, after: $after) {
          totalCount
          nodes { what date subject { id __typename } }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { variables: { ...variables, size, after } },
    );
    found.push(...changes.nodes);
    counts.add(changes.totalCount);
    ({ hasNextPage: more, endCursor: after } = changes.pageInfo);
  }
  expect([...counts]).toEqual([found.length]);
  return found;
}

interface ChangePage {
  totalCount: number;
  nodes: GivenChange[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
