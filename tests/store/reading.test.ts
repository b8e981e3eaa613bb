/** How statements are read: prepared where they come again, stopped by a signal, and again after a connection was lost. */
import sql, { raw } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { Store } from '../../src/store/store';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const institutions = ['marburg', 'giessen', 'ulm'].map((slug) => ({
  slug,
  name: { de: slug },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
}));

/** A statement that runs far longer than any test. */
const endless = sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${1_000_000_000}) SELECT count(*) AS total FROM n`;

describeOnEachDatabase('reading', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, { Institution: institutions });
  });
  afterAll(() => world.end());

  const slugOf = (key: string) => sql`SELECT slug FROM institution WHERE id = ${key}`;

  it('gives each statement its own rows, however often its text came before', async () => {
    const asked = Array.from({ length: 300 }, (_, index) => institutions[index % 3]?.slug);

    const rows = await Promise.all(asked.map((slug) => world.store.read(slugOf(`institutions/${slug}`))));

    expect(rows).toEqual(asked.map((slug) => [{ slug }]));
  });

  it('reads more different texts than any database keeps prepared', async () => {
    const texts = Array.from({ length: 1_200 }, (_, index) => sql`SELECT ${raw(String(index))} AS number`);

    const numbers = texts.map((_, index) => index);
    const readAll = async () => {
      const rows = await Promise.all(texts.map((text) => world.store.read(text)));
      return rows.map(([row]) => row?.number);
    };
    for (const read of [readAll, readAll, readAll]) expect(await read()).toEqual(numbers);
  }, 60_000);

  it('stops a statement by its signal, whether its text is new or prepared, and goes on with the next', async () => {
    const reason = new Error('The client has gone.');
    for (const wait of [40, 50, 60, 70]) {
      const controller = new AbortController();
      const reading = world.store.read(endless, controller.signal);
      setTimeout(() => controller.abort(reason), wait);

      await expect(reading).rejects.toBe(reason);
      expect(await world.store.read(slugOf('institutions/ulm'))).toEqual([{ slug: 'ulm' }]);
    }
  });

  it('does not begin a statement whose signal was given already', async () => {
    const reason = new Error('Too late.');

    await expect(world.store.read(endless, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('fails with what the database says of a statement, each time it comes', async () => {
    const wrong = () => world.store.read(sql`SELECT nothing FROM institution`);
    for (const read of [wrong, wrong, wrong]) await expect(read()).rejects.toThrow(/nothing/);

    expect(await world.store.read(slugOf('institutions/ulm'))).toEqual([{ slug: 'ulm' }]);
  });

  it('goes on where a table that a prepared statement reads is changed meanwhile', async () => {
    const all = () => world.store.read(sql`SELECT * FROM counted ORDER BY id`);
    const database = await new DataSource(
      connectionOptions(locationOf(world.database.url, '/')),
    ).initialize();
    await database.query('CREATE TABLE counted (id integer)');
    await database.query('INSERT INTO counted VALUES (1)');
    for (const read of [all, all, all]) expect(await read()).toEqual([{ id: 1 }]);

    await database.query("ALTER TABLE counted ADD COLUMN note text DEFAULT 'new'");

    for (const read of [all, all, all]) expect(await read()).toEqual([{ id: 1, note: 'new' }]);
    await database.destroy();
  });
});

describe('an SQLite store', () => {
  it.each([1, 2, 3])('closes while a statement runs that comes for the %s. time', async (times) => {
    const { store, database } = await SmallWorld.of('sqlite', {});
    const text = sql`SELECT ${raw(String(times))} AS number`;
    for (let before = 1; before < times; before++) await store.read(text);

    const running = store.read(text).catch(() => null);

    await store.close();
    await running;
    await database.drop();
  });

  it('closes while statements wait that come again', async () => {
    const { store, database } = await SmallWorld.of('sqlite', {});
    const texts = Array.from({ length: 20 }, (_, index) => sql`SELECT ${raw(String(index))} AS number`);
    for (const text of texts) await store.read(text);
    const running = store.read(endless).catch(() => 'stopped');

    const waiting = texts.map((text) => store.read(text).catch(() => 'not read'));
    await store.close();

    expect(await running).toBe('stopped');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['not read']));
    await database.drop();
  });
});

describeOnEachDatabase('statements that wait for a connection', (dialect) => {
  let world: SmallWorld;
  let store: Store;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, { Institution: institutions });
    store = await Store.open({
      databaseUrl: world.database.url,
      root: '/',
      registry: world.registry,
      reading: { connections: 1 },
    });
  });
  afterAll(async () => {
    await store.close();
    await world.end();
  });

  const gone = new Error('The client has gone.');
  /** A statement that runs until it is given up. */
  const begin = () => {
    const controller = new AbortController();
    const ended = store.read(endless, controller.signal).then(
      () => 'read',
      (reason: unknown) => reason,
    );
    return { giveUp: () => controller.abort(gone), ended };
  };
  const number = (which: number) => store.read(sql`SELECT ${raw(String(which))} AS number`);

  it('may be given up, and leave their place in the queue to the next', async () => {
    const [running, waiting, another] = [begin(), begin(), begin()];
    const next = number(7);

    another.giveUp();
    waiting.giveUp();
    // They do not wait until the one before them has ended.
    expect(await waiting.ended).toBe(gone);
    expect(await another.ended).toBe(gone);
    running.giveUp();

    expect(await running.ended).toBe(gone);
    expect(await next).toEqual([{ number: 7 }]);
    expect(await number(8)).toEqual([{ number: 8 }]);
  });

  it('may be given up once they run after all, and take nobody with them who waits', async () => {
    const [first, second] = [begin(), begin()];
    const next = [number(1), number(2)];

    first.giveUp();
    expect(await first.ended).toBe(gone);
    second.giveUp();

    expect(await second.ended).toBe(gone);
    expect(await Promise.all(next)).toEqual([[{ number: 1 }], [{ number: 2 }]]);
  });

  it('are not waited for by who has gone before he asks', async () => {
    const running = begin();

    await expect(store.read(endless, AbortSignal.abort(gone))).rejects.toBe(gone);
    running.giveUp();

    expect(await running.ended).toBe(gone);
    expect(await number(3)).toEqual([{ number: 3 }]);
  });

  it('run in the order in which they came, also after one that failed', async () => {
    const ended: number[] = [];
    const failing = store.read(sql`SELECT nothing FROM institution`).catch(() => ended.push(0));
    await Promise.all([failing, ...[1, 2, 3, 4].map((which) => number(which).then(() => ended.push(which)))]);

    expect(ended).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('reading from PostgreSQL', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of('postgres', { Institution: institutions });
  });
  afterAll(() => world.end());

  it('prepares a statement when its text comes again, and not before', async () => {
    const prepared = async (part: string) =>
      (
        await world.store.read(
          sql`SELECT name FROM pg_prepared_statements WHERE strpos(statement, ${part}) > 0`,
        )
      )
        .map(({ name }) => String(name))
        .filter((name) => name.startsWith('num_'));
    const text = sql`SELECT slug AS seen_twice FROM institution`;

    await world.store.read(text);
    expect(await prepared('seen_' + 'twice FROM')).toEqual([]);

    // One connection serves what is asked one after another.
    await world.store.read(text);
    expect(await prepared('seen_' + 'twice FROM')).toHaveLength(1);
  });

  it('opens another connection for one that the server has ended', async () => {
    const ended = world.store.read(sql`SELECT pg_terminate_backend(pg_backend_pid())`);

    await expect(ended).rejects.toMatchObject({
      name: 'Unavailable',
      cause: { message: expect.stringMatching(/terminat/) as string },
    });
    const count = () => world.store.read(sql`SELECT count(*) AS total FROM institution`);
    for (const read of [count, count, count]) expect(await read()).toEqual([{ total: '3' }]);
  });

  it('survives that the server ends connections while nobody reads', async () => {
    await Promise.all(Array.from({ length: 5 }, () => world.store.read(sql`SELECT pg_sleep(0.05)`)));
    const database = await new DataSource(
      connectionOptions(locationOf(world.database.url, '/')),
    ).initialize();

    await database.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );

    await database.destroy();
    expect(await world.store.read(sql`SELECT count(*) AS total FROM institution`)).toEqual([{ total: '3' }]);
  });
});
