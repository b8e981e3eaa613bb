/** A database that does not take what is written: one line says why and what to do, without the statement or its values. */
import { DataSource } from 'typeorm';
import { WriteFailed } from '../../src/errors';
import { connectionOptions, locationOf } from '../../src/store/driver';
import type { Dialect } from '../helpers/databases';
import { Store } from '../../src/store/store';
import { registry, SmallWorld, type PlainRecords } from '../helpers/small-world';

const site = (slug: string): PlainRecords => ({
  Institution: [{ slug, name: { de: 'Ein geheimer Name' }, kind: 'NETWORK' }],
});

let world: SmallWorld;
const open = async (dialect: Dialect): Promise<DataSource> => {
  world = await SmallWorld.of(dialect, site('marburg'));
  return connect();
};
/** A connection beside that of the store. */
const connect = () => new DataSource(connectionOptions(locationOf(world.database.url, '/'))).initialize();
const onItsConnection = (statement: string) =>
  (world.store as unknown as { writer: DataSource }).writer.query(statement);

/** The one line that is told; nothing is written. */
async function told(write: () => Promise<unknown> = () => world.add(site('ulm'))): Promise<string> {
  const outcome: unknown = await write().catch((error: unknown) => error);
  if (!(outcome instanceof WriteFailed))
    throw outcome instanceof Error ? outcome : new Error('It was written.');
  expect(outcome.message).not.toMatch(/\n|geheim|INSERT|UPDATE/);
  return outcome.message.replace(/database \S+/, 'database X');
}

const locked =
  'Nothing was written: the database X is being written by another process, and was for as long as is waited. Wait until that one has ended, then run this again.';
const full =
  'Nothing was written: the database X is full, or its disk or quota is. Make room, then run this again.';

describe('on SQLite', () => {
  it('a file that another process writes all the time', async () => {
    const other = await open('sqlite');
    await onItsConnection('PRAGMA busy_timeout = 50');
    await other.query('BEGIN IMMEDIATE');

    expect(await told()).toBe(locked);

    await other.query('ROLLBACK');
    await world.add(site('ulm'));
    await other.destroy();
    await world.end();
  });

  it('a file that may grow no more, which takes the next write once it may', async () => {
    const other = await open('sqlite');
    await onItsConnection('PRAGMA max_page_count = 1');
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      slug: `site-${index}`,
      name: { de: 'Ein geheimer Name' },
      kind: 'NETWORK',
    }));

    expect(await told(() => world.add({ Institution: many }))).toBe(full);

    await onItsConnection('PRAGMA max_page_count = 100000');
    await world.add(site('ulm'));
    const [row] = await other.query<{ total: number }[]>('SELECT count(*) AS total FROM institution');
    expect(row?.total).toBe(2);
    await other.destroy();
    await world.end();
  });

  it('a file that is not to be written', async () => {
    const other = await open('sqlite');
    await onItsConnection('PRAGMA query_only = on');

    expect(await told()).toMatch(/^Nothing was written: the database X may only be read\. .*DATABASE_URL/);

    await other.destroy();
    await world.end();
  });
});

describe('on PostgreSQL', () => {
  let other: DataSource;
  const inDatabase = (statement: string) => other.query(statement);
  const failsWith = (code: string) =>
    inDatabase(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file' USING ERRCODE = '${code}'; END $$`).then(() =>
      inDatabase('CREATE TRIGGER fail BEFORE INSERT ON institution EXECUTE FUNCTION fail()'),
    );

  beforeEach(async () => {
    other = await open('postgres');
  });
  afterEach(async () => {
    await other.destroy();
    await world.end();
  });

  it('tables that another process writes all the time: as long as the database allows', async () => {
    const name = new URL(world.database.url).pathname.slice(1);
    await inDatabase(`ALTER DATABASE ${name} SET lock_timeout = '100ms'`);
    const store = await Store.open({ databaseUrl: world.database.url, root: '/', registry });
    const runner = other.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE data_version SET version = version');

    expect(
      await told(() => store.write((transaction) => transaction.raiseVersion('2025-01-01T00:00:00.000Z'))),
    ).toBe(locked);

    await runner.rollbackTransaction();
    await runner.release();
    await store.close();
  });

  it.each([
    ['no room on its disk', '53100', full],
    ['a table that its user may not write', '42501', /may only be read/],
    ['a server that allows reading only', '25006', /may only be read/],
    ['a damaged table', 'XX001', /is damaged\. Put a backup in its place\.$/],
    ['what nobody has thought of', 'P0001', /refused it: could not extend file\.$/],
  ])('%s', async (_what, code, message) => {
    await failsWith(code);

    const line = await told();

    if (typeof message === 'string') expect(line).toBe(message);
    else expect(line).toMatch(message);
  });

  it('a server that ends the connection', async () => {
    await inDatabase(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
    await inDatabase('CREATE TRIGGER fail BEFORE INSERT ON institution EXECUTE FUNCTION fail()');

    expect(await told()).toMatch(/went away meanwhile\. Start it, then run this again\.$/);
  });
});
