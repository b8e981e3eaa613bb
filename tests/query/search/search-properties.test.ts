/** What must hold of every search: pages, counts and facets agree, both databases agree, and any text is safe. */
import fc from 'fast-check';
import { schemaOf } from '../../../src/graphql/schema';
import { isSearched } from '../../../src/resource/search/searched-texts';
import { answer, ask } from '../../helpers/ask';
import { dialects } from '../../helpers/databases';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { runs } from '../../helpers/property-runs';
import { registry, SmallWorld } from '../../helpers/small-world';

const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const searched = registry.resources.filter(isSearched);

/** Texts that find something in a generated catalogue, and some that do not. */
const words = [
  'ärzte',
  'Arzt',
  'arz',
  'zurich',
  'Zürich',
  'stras',
  'rasse',
  'übung',
  '2',
  '10',
  'é',
  'Zurihc',
  'paris',
  'und',
  'xyz',
];
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(' '));

interface Page {
  totalCount: number;
  edges: { cursor: string; score: number; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const page = 'totalCount edges { cursor score node { id } } pageInfo { hasNextPage endCursor }';

/** Reads a list to its end, in small pages. */
async function read(world: SmallWorld, field: string, first: number, language: 'de' | 'en' = 'en') {
  const edges: Page['edges'] = [];
  const totals = new Set<number>();
  for (let after: string | null = null; ;) {
    const query = `query ($after: String) { list: ${field.replace('PAGE', `first: ${first}, after: $after`)} { ${page} } }`;
    const { list }: { list: Page } = await answer<{ list: Page }>(world, query, {
      variables: { after },
      language,
    });
    edges.push(...list.edges);
    totals.add(list.totalCount);
    if (!list.pageInfo.hasNextPage) return { edges, totals: [...totals] };
    after = list.pageInfo.endCursor;
  }
}

const isOrdered = (edges: Page['edges']): boolean => {
  const key = ({ node }: Page['edges'][number]) => Buffer.from(node.id, 'base64url').toString();
  return edges.every((edge, index) => {
    const before = edges[index - 1];
    if (!before) return true;
    return (
      before.score > edge.score ||
      (before.score === edge.score && Buffer.compare(Buffer.from(key(before)), Buffer.from(key(edge))) < 0)
    );
  });
};

describe('every search', () => {
  it('gives the same records in the same order on both databases, each once, on pages that agree with their count', async () => {
    await fc.assert(
      fc.asyncProperty(
        generatedCatalogue(registry, 4),
        fc.array(
          fc.record({ text, of: fc.constantFrom(...searched), size: fc.integer({ min: 1, max: 7 }) }),
          {
            minLength: 4,
            maxLength: 4,
          },
        ),
        async (records, searches) => {
          const worlds = await Promise.all(dialects.map((dialect) => SmallWorld.of(dialect, records)));
          try {
            for (const { text: asked, of, size } of searches) {
              const quoted = JSON.stringify(asked);
              for (const field of [
                `search(text: ${quoted}, PAGE)`,
                `${camelCase(of.path)}(search: ${quoted}, PAGE)`,
              ]) {
                const [one, other] = await Promise.all(
                  worlds.map((world, index) => read(world, field, size, index === 0 ? 'de' : 'en')),
                );
                expect(one).toEqual(other);
                const ids = one?.edges.map(({ node }) => node.id) ?? [];
                expect(new Set(ids).size).toBe(ids.length);
                expect(one?.totals).toEqual([ids.length]);
                expect(isOrdered(one?.edges ?? [])).toBe(true);
              }
            }
          } finally {
            await Promise.all(worlds.map((world) => world.end()));
          }
        },
      ),
      { numRuns: runs(12) },
    );
  }, 240_000);

  it('finds in the list of a type what the search over all types finds of it, with the same scores', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCatalogue(registry, 5), text, async (records, asked) => {
        const world = await SmallWorld.of('sqlite', records);
        try {
          const quoted = JSON.stringify(asked);
          const all = await read(world, `search(text: ${quoted}, PAGE)`, 50);
          const lists = await Promise.all(
            searched.map((of) => read(world, `${camelCase(of.path)}(search: ${quoted}, PAGE)`, 50)),
          );
          const scores = (edges: Page['edges']) => edges.map(({ node, score }) => [node.id, score]).sort();
          expect(scores(lists.flatMap(({ edges }) => edges))).toEqual(scores(all.edges));
        } finally {
          await world.end();
        }
      }),
      { numRuns: runs(10) },
    );
  }, 120_000);

  it('has counts and facets that agree with its list, at the root and below records', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...dialects),
        generatedCatalogue(registry, 6),
        text,
        async (dialect, records, asked) => {
          const world = await SmallWorld.of(dialect, records);
          try {
            const list = `(first: 100, search: ${JSON.stringify(asked)}) { totalCount nodes { kind } facets(by: [KIND], first: 100) { missing buckets { value count } } }`;
            interface List {
              totalCount: number;
              nodes: { kind: string | null }[];
              facets: { missing: number; buckets: { value: string; count: number }[] }[];
            }
            const { datasets, infrastructures } = await answer<{
              datasets: List;
              infrastructures: { nodes: { datasets: List; institutions: List }[] };
            }>(
              world,
              `{ datasets${list} infrastructures(first: 100) { nodes { datasets${list} institutions${list} } } }`,
            );
            const below = infrastructures.nodes.flatMap((node) => [node.datasets, node.institutions]);
            for (const { totalCount, nodes, facets } of [datasets, ...below]) {
              expect(totalCount).toBe(nodes.length);
              const counts = new Map<string | null, number>();
              for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
              const [facet] = facets;
              expect(facet?.missing).toBe(counts.get(null) ?? 0);
              counts.delete(null);
              expect(new Map(facet?.buckets.map(({ value, count }) => [value, count]))).toEqual(counts);
            }
          } finally {
            await world.end();
          }
        },
      ),
      { numRuns: runs(12) },
    );
  }, 240_000);
});

describe('any text', () => {
  const signs = [
    '"',
    "'",
    '\\',
    '*',
    ':',
    '(',
    ')',
    '-',
    '^',
    '+',
    'NEAR',
    'AND',
    'OR',
    'NOT',
    '{',
    '}',
    '&',
    '|',
    '!',
    '<->',
    '%',
    '_',
    ';',
    '--',
    '\0',
    '🦠',
    '\uD800',
    'é',
    'num',
    '"num',
    'a*',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((some) => some.join(' ')),
    fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((some) => some.join('')),
  );

  it.each(dialects)(
    'is answered or refused with a reason, never with a fault of the database (on %s)',
    async (dialect) => {
      await schemaOf(registry);
      const world = await SmallWorld.of(dialect, {
        Institution: [{ slug: 'num', name: { de: 'NUM AND "OR" é' }, kind: 'NETWORK' }],
      });
      await fc.assert(
        fc.asyncProperty(texts, async (given) => {
          const { data, errors } = await ask(
            world,
            'query ($text: String!) { search(text: $text) { totalCount edges { highlights { fragments { parts { text } } } } } institutions(search: $text) { totalCount } }',
            { variables: { text: given } },
          );
          for (const error of errors ?? []) expect(error.extensions?.code).toBe('BAD_USER_INPUT');
          if (!errors) expect(data).toHaveProperty('search.totalCount');
        }),
        { numRuns: runs(150) },
      );
      await world.end();
    },
    120_000,
  );
});
