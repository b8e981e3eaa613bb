/** Lists hold a value or not, whatever is written in it, and whether few values are asked for or many. */
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

/** Values that look like what a list is written with. */
const values = [',', '"', '","', '\\', '\\"', '[', 'a', 'a,b', 'a","b', 'ä', '😀', "'", 'null', '%', '_'];

/** Every value alone, each with the next, and none. */
const lists = [
  ...values.map((value) => [value]),
  ...values.slice(1).map((value, i) => [values[i] ?? '', value]),
  [],
];

const slugOf = (index: number): string => `list-${index}`;

const records = {
  Dataset: lists.map((keywords, index) => ({
    slug: slugOf(index),
    name: { en: `List ${index}` },
    kind: 'COHORT',
    ...(keywords.length > 0 && { keywords }),
  })),
};

/** What nobody has, so that many are asked for. */
const others = Array.from({ length: 20 }, (_, index) => `other ${index}`);

const holds: Record<string, (list: readonly string[], wanted: readonly string[]) => boolean> = {
  hasAny: (list, wanted) => wanted.some((value) => list.includes(value)),
  hasAll: (list, wanted) => wanted.every((value) => list.includes(value)),
};

describeOnEachDatabase('a list of texts', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, records);
  });
  afterAll(() => world.end());

  const found = async (keywords: Record<string, unknown>): Promise<string[]> => {
    const { datasets } = await answer<{ datasets: { nodes: { slug: string }[] } }>(
      world,
      'query ($keywords: StringListFilter) { datasets(first: 100, filter: { keywords: $keywords }) { nodes { slug } } }',
      { variables: { keywords } },
    );
    return datasets.nodes.map(({ slug }) => slug).sort();
  };
  const expected = (meets: (list: readonly string[]) => boolean): string[] =>
    lists.flatMap((list, index) => (meets(list) ? [slugOf(index)] : [])).sort();

  it.each(Object.entries(holds))('is found by %s, whatever its values are', async (operator, meets) => {
    for (const value of values) {
      for (const wanted of [[value], [value, 'a'], [value, value], [value, ...others]])
        expect([wanted, await found({ [operator]: wanted })]).toEqual([
          wanted,
          expected((list) => meets(list, wanted)),
        ]);
    }
  });

  it('is found by has', async () => {
    for (const value of values)
      expect([value, await found({ has: value })]).toEqual([value, expected((list) => list.includes(value))]);
  });

  it('has any of none never, and all of none always', async () => {
    expect(await found({ hasAny: [] })).toEqual([]);
    expect(await found({ hasAll: [] })).toEqual(lists.map((_, index) => slugOf(index)).sort());
  });
});
