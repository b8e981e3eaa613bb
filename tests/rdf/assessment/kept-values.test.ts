/** What is kept of the assessment of datasets is what it is now, whatever was written, on both databases. */
import fc from 'fast-check';
import { readConfig } from '../../../src/config';
import { derivationsOf } from '../../../src/open-store';
import { Store } from '../../../src/store/store';
import { computed, kept } from '../../helpers/assessed-values';
import { behind, describeOnEachDatabase } from '../../helpers/databases';
import { generatedCatalogue } from '../../helpers/generated-catalogue';
import { runs } from '../../helpers/property-runs';
import { registry, SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';

const derivations = derivationsOf(readConfig({}));

describeOnEachDatabase('what is kept of an assessment', (dialect) => {
  it('is right for every dataset of the seeds', async () => {
    const world = await SmallWorld.in(await seededDatabase(dialect), registry, derivations);
    try {
      const values = await kept(world.store);
      expect(Object.keys(values).length).toBeGreaterThan(15);
      expect(values).toEqual(await computed(world.store));
    } finally {
      await world.end();
    }
  });

  it('is right after any writes, and after others that change and withdraw', async () => {
    await fc.assert(
      fc.asyncProperty(
        generatedCatalogue(registry, 4),
        generatedCatalogue(registry, 4),
        async (first, second) => {
          const world = await SmallWorld.of(dialect, first, registry, derivations);
          try {
            expect(await kept(world.store)).toEqual(await computed(world.store));
            await world.add(second, '2025-02-01T00:00:00.000Z', {
              origin: { name: 'another', kind: 'SEEDS', rank: 50 },
            });
            expect(await kept(world.store)).toEqual(await computed(world.store));
            await world.add(
              { Source: [{ slug: 'register', title: 'A register', url: 'https://register.example.org/' }] },
              '2025-03-01T00:00:00.000Z',
              { origin: { name: 'another', kind: 'SEEDS', rank: 50 }, vanished: 'go' },
            );
            expect(await kept(world.store)).toEqual(await computed(world.store));
          } finally {
            await world.end();
          }
        },
      ),
      { numRuns: runs(8) },
    );
  });

  it('is derived anew at the start when the rules have changed, and never did by itself', async () => {
    const world = await SmallWorld.in(await seededDatabase(dialect), registry, derivations);
    const right = await kept(world.store);
    await world.store.close();
    const spoilt = () =>
      behind(world.database, (database) =>
        database.query('UPDATE dataset SET fair_score = 1, ready_for = NULL'),
      );
    const valuesWith = async (rules?: string) => {
      const store = await Store.open({
        databaseUrl: world.database.url,
        root: '/',
        registry,
        derivations: derivations.map((each) => ({ ...each, ...(rules && { rules }) })),
      });
      return kept(store).finally(() => store.close());
    };
    await spoilt();
    expect(await valuesWith()).not.toEqual(right);
    expect(await valuesWith('other rules')).toEqual(right);
    await spoilt();
    expect(await valuesWith('other rules')).not.toEqual(right);
    await world.database.drop();
  });

  it('does not depend on where the records are served', async () => {
    const world = await SmallWorld.in(await seededDatabase(dialect), registry, derivations);
    try {
      const here = await computed(world.store, 'http://127.0.0.1:4000');
      expect(here).toEqual(await computed(world.store, 'https://catalogue.example/deep/path'));
    } finally {
      await world.end();
    }
  });
});

describeOnEachDatabase('a dataset is judged anew', (dialect) => {
  const dataset = { slug: 'hearts', name: { en: 'Hearts' }, kind: 'COHORT' };
  const missing = 'FsF-F3-01M-2';
  let world: SmallWorld;
  const score = async (slug = 'hearts') =>
    ((await kept(world.store))[`datasets/${slug}`] as { fairScore: number }).fairScore;

  beforeEach(async () => {
    world = await SmallWorld.of(
      dialect,
      { Dataset: [dataset, { ...dataset, slug: 'lungs', name: { en: 'Lungs' } }] },
      registry,
      derivations,
    );
  });
  afterEach(() => world.end());

  const distribution = (of: string) => ({
    Distribution: [
      {
        slug: 'page',
        name: { en: 'Page' },
        dataset: of,
        kind: 'FILE',
        accessUrl: 'https://data.example.org/',
      },
    ],
  });

  it(`when a distribution comes, moves to another dataset, and goes (${missing})`, async () => {
    // 11.5 of 23.5 points, and 3 more with an address of the data.
    expect([await score('hearts'), await score('lungs')]).toEqual([49, 49]);
    const origin = { name: 'distributions', kind: 'SEEDS' as const, rank: 10 };
    await world.add(distribution('hearts'), '2025-01-02T00:00:00.000Z', { origin });
    expect([await score('hearts'), await score('lungs')]).toEqual([62, 49]);
    await world.add(distribution('lungs'), '2025-01-03T00:00:00.000Z', { origin });
    expect([await score('hearts'), await score('lungs')]).toEqual([49, 62]);
    await world.add({ Standard: [] }, '2025-01-04T00:00:00.000Z', { origin, vanished: 'go' });
    expect([await score('hearts'), await score('lungs')]).toEqual([49, 49]);
  });
});
