/** Several writers at once, within one process and beside another one: nothing committed is lost, nothing half-written is seen. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { importRecords } from '../../src/intake/import';
import { Store } from '../../src/store/store';
import { describeOnEachDatabase, emptyDatabase } from '../helpers/databases';
import { ownOrigin, rawRecords, registry, SmallWorld, type PlainRecords } from '../helpers/small-world';

const site = (slug: string): PlainRecords => ({
  Institution: [{ slug, name: { de: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
});

/** Imports records, and does something more before the transaction ends. */
const importAndThen = (store: Store, records: PlainRecords, beforeCommit: () => Promise<void>) =>
  importRecords({
    origin: ownOrigin,
    records: rawRecords(records),
    registry,
    now: () => new Date(),
    write: (work) =>
      store.write(async (transaction) => {
        const result = await work(transaction);
        await beforeCommit();
        return result;
      }),
  });

const sitesIn = async (store: Store) =>
  (await store.read(sql`SELECT slug FROM institution ORDER BY slug`)).map(({ slug }) => slug);
const versionOf = async (store: Store) =>
  (await store.read(sql`SELECT version FROM data_version`)).map(({ version }) => Number(version))[0] ?? 0;

describeOnEachDatabase('writers at the same time', (dialect) => {
  let world: SmallWorld;
  const cut = new Error('The power was cut.');

  beforeEach(async () => {
    world = await SmallWorld.of(dialect, site('marburg'));
  });

  afterEach(() => world.end());

  it('lose nothing when one of them fails half-way, and readers never see what it wrote', async () => {
    const { store } = world;
    const before = await versionOf(store);
    let seenMeanwhile: unknown[] = [];
    let second: Promise<unknown> = Promise.resolve();

    const first = importAndThen(store, site('aachen'), async () => {
      second = world.add(site('giessen'));
      seenMeanwhile = await sitesIn(store);
      throw cut;
    });
    const third = world.add(site('ulm'));

    await expect(first).rejects.toBe(cut);
    await Promise.all([second, third]);
    expect(seenMeanwhile).toEqual(['marburg']);
    expect(await sitesIn(store)).toEqual(['giessen', 'marburg', 'ulm']);
    expect(await versionOf(store)).toBe(before + 2);
  });

  it('wait for one another across two gateways on the same database', async () => {
    const neighbour = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
    const before = await versionOf(neighbour);
    let second: Promise<unknown> = Promise.resolve();
    const order: string[] = [];

    const first = importAndThen(neighbour, site('aachen'), async () => {
      second = world.add(site('ulm')).then(() => order.push('ulm'));
      // If it did not wait, the other would have the time to end, or to fail, before us.
      await Promise.race([second, after(300)]);
      order.push('aachen');
    });

    await first;
    await second;
    expect(order).toEqual(['aachen', 'ulm']);
    expect(await sitesIn(world.store)).toEqual(['aachen', 'marburg', 'ulm']);
    expect(await versionOf(neighbour)).toBe(before + 2);
    await neighbour.close();
  });

  it('may open a new database at the same moment', async () => {
    const { url, drop } = await emptyDatabase(dialect);

    const stores = await Promise.all(
      [1, 2, 3].map(() => Store.open({ databaseUrl: url, root: '/', registry })),
    );

    for (const store of stores) expect(await sitesIn(store)).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
    await drop();
  });
});

it('on SQLite, a writer waits for another program that holds the file for a moment', async () => {
  const world = await SmallWorld.of('sqlite', site('marburg'));
  const program = `
    const { Database } = require('sqlite3');
    const database = new Database(process.argv[1]);
    database.exec('BEGIN IMMEDIATE', () => process.stdout.write('held'));
    process.stdin.on('end', () => database.exec('COMMIT')).resume();`;
  const other = spawn(process.execPath, ['-e', program, world.database.url.replace('sqlite:', '')]);
  await once(other.stdout, 'data');

  const writing = world.add(site('ulm'));
  // If it did not wait, it would fail within this time.
  await Promise.race([writing, after(300)]);
  other.stdin.end();

  await writing;
  expect(await sitesIn(world.store)).toEqual(['marburg', 'ulm']);
  await world.end();
});
