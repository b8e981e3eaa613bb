/** The catalogue as a whole: its counts agree with its lists, and its version says whether anything has changed. */
import fc from 'fast-check';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { generatedCatalogue } from '../helpers/generated-catalogue';
import { registry, SmallWorld } from '../helpers/small-world';

interface Summary {
  catalogue: {
    counts: { type: string; count: number }[];
    dataVersion: number;
    changedAt: string | null;
  };
}
const summary = '{ catalogue { counts { type count } dataVersion changedAt } }';
const camelCase = (path: string): string =>
  path.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describeOnEachDatabase('the catalogue', (dialect) => {
  it('counts as many records of each type as the list of that type has', async () => {
    const [records] = fc.sample(generatedCatalogue(registry, 6), { numRuns: 1, seed: 11 });
    const world = await SmallWorld.of(dialect, records ?? {});
    const classes = registry.all;
    const lists = classes.map(({ type, path }) => `${type}: ${camelCase(path)} { totalCount }`);

    const { catalogue, ...totals } = await answer<Summary & Record<string, unknown>>(
      world,
      `{ catalogue { counts { type count } } ${lists.join(' ')} }`,
    );
    await world.end();

    expect(
      Object.fromEntries(catalogue.counts.map(({ type, count }) => [type, { totalCount: count }])),
    ).toEqual(totals);
    expect(catalogue.counts.map(({ type, count }) => [type, count])).toEqual(
      // Each small world has a source of its own.
      classes.map(({ type }) => [type, (records?.[type]?.length ?? 0) + (type === 'Source' ? 1 : 0)]),
    );
  });

  it('raises its version with every change, and only then', async () => {
    const goals = (...slugs: string[]) => ({
      StrategicGoal: slugs.map((slug) => ({ slug, name: { en: slug } })),
      Source: [
        { slug: 'register', title: 'Register' },
        { slug: 'paper', title: 'A paper' },
      ],
    });
    const world = await SmallWorld.of(dialect, {});
    const before = await answer<Summary>(world, summary);

    await world.add(goals('one'), '2025-02-01T00:00:00.000Z');
    const changed = await answer<Summary>(world, summary);
    await world.add(goals('one'), '2025-03-01T00:00:00.000Z');
    const unchanged = await answer<Summary>(world, summary);
    await world.end();

    expect(changed.catalogue).toMatchObject({
      dataVersion: before.catalogue.dataVersion + 1,
      changedAt: '2025-02-01T00:00:00.000Z',
    });
    expect(unchanged).toEqual(changed);
  });
});
