/** What clients see of datasets that came in by the hundred: they are judged after the import, and until then nothing is said of them. */
import { readConfig } from '../../src/config';
import { derivationsOf } from '../../src/open-store';
import { Store } from '../../src/store/store';
import { answer } from '../helpers/ask';
import { computed, kept } from '../helpers/assessed-values';
import { describeOnEachDatabase } from '../helpers/databases';
import { registry, SmallWorld } from '../helpers/small-world';

const derivations = derivationsOf(readConfig({}));

/** SYNTHETIC; every second one has a description. */
const datasets = Array.from({ length: 300 }, (_, number) => ({
  slug: `dataset-${number}`,
  name: { en: `Dataset ${number}` },
  kind: 'COHORT',
  ...(number % 2 === 0 && { description: { en: `About ${number}.` } }),
}));

const question = `{ datasets(first: 1) { readiness(profile: DCAT_AP) { count conforming pending bestStatements { path count } }
  nodes { fairScore readyFor missingStatements } } }`;

describeOnEachDatabase('datasets that came in by the hundred', (dialect) => {
  let world: SmallWorld;
  beforeEach(async () => {
    world = await SmallWorld.of(dialect, { Dataset: datasets }, registry, derivations);
  });
  afterEach(() => world.end());

  it('count neither as conforming nor as lacking anything before they are judged', async () => {
    expect(await answer(world, question)).toEqual({
      datasets: {
        readiness: { count: 300, conforming: 0, pending: 300, bestStatements: [] },
        nodes: [{ fairScore: null, readyFor: [], missingStatements: [] }],
      },
    });
  });

  it('are judged part by part, and then as each is judged alone', async () => {
    const before = await world.store.writtenVersion();
    expect(await world.store.derivePending()).toBe(true);
    expect(await world.store.writtenVersion()).toBeGreaterThan(before);
    while (await world.store.derivePending());

    expect(await kept(world.store)).toEqual(await computed(world.store));
    expect(await answer(world, question)).toMatchObject({
      datasets: {
        readiness: { count: 300, conforming: 150, pending: 0, bestStatements: [{ count: 150 }] },
      },
    });
  });

  it('are judged at the next start if the process ended before', async () => {
    await world.store.derivePending();
    const { url } = world.database;
    const store = await Store.open({ databaseUrl: url, root: '/', registry, derivations });
    expect(await kept(store)).toEqual(await computed(store));
    expect(await store.derivePending()).toBe(false);
    await store.close();
  });

  it('lose what was known of them when many of them change, and a single change is judged at once', async () => {
    while (await world.store.derivePending());
    await world.add({ Dataset: [{ ...datasets[0], name: { en: 'Another name' }, description: null }] });
    expect(await kept(world.store)).toEqual(await computed(world.store));

    await world.add({ Dataset: datasets.map((each) => ({ ...each, description: { en: 'Described.' } })) });
    expect(await answer(world, question)).toMatchObject({
      datasets: { readiness: { conforming: 0, pending: 300 } },
    });
    while (await world.store.derivePending());
    expect(await answer(world, question)).toMatchObject({
      datasets: { readiness: { conforming: 300, pending: 0 } },
    });
  });
});
