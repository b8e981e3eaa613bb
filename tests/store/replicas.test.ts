/** Replicas of PostgreSQL: another database filled alike stands for one, with one institution more, which tells where a statement was read. */
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { Store } from '../../src/store/store';
import { eventually } from '../helpers/eventually';
import { registry, SmallWorld } from '../helpers/small-world';

jest.setTimeout(120_000);

const institution = (slug: string) => ({ slug, name: { de: slug }, kind: 'UNIVERSITY_MEDICAL_CENTRE' });

describe('a store with replicas', () => {
  let written: SmallWorld;
  let replica: SmallWorld;
  let server: DataSource;
  let store: Store;

  const open = (...replicas: string[]) =>
    Store.open({ databaseUrl: written.database.url, root: '/', registry, reading: { replicas } });
  const nameOf = ({ database }: SmallWorld) => new URL(database.url).pathname.slice(1);
  const slugs = async (of = store) =>
    (await of.read(sql`SELECT slug FROM institution ORDER BY slug`)).map(({ slug }) => slug).join();

  beforeAll(async () => {
    written = await SmallWorld.of('postgres', { Institution: [institution('marburg')] });
    replica = await SmallWorld.of('postgres', {
      Institution: [institution('marburg'), institution('replica')],
    });
    server = await new DataSource(
      connectionOptions(locationOf(process.env.TEST_POSTGRES_URL ?? '', '/')),
    ).initialize();
    store = await open(replica.database.url);
  });
  afterAll(async () => {
    await store.close();
    await server.destroy();
    await Promise.all([written.end(), replica.end()]);
  });

  it('reads from the replica, and writes to the server', async () => {
    expect(await slugs()).toBe('marburg,replica');
    expect(await written.store.read(sql`SELECT slug FROM institution`)).toEqual([{ slug: 'marburg' }]);

    await store.write((transaction) => transaction.raiseVersion('2025-01-01T00:00:00.000Z'));

    expect(await store.writtenVersion()).toBe(2);
    expect(await store.read(sql`SELECT version FROM data_version`)).toEqual([{ version: 1 }]);
    expect(await written.store.read(sql`SELECT version FROM data_version`)).toEqual([{ version: 2 }]);
  });

  it('stops a statement on the replica by its signal', async () => {
    const reason = new Error('The client has gone.');
    const controller = new AbortController();
    const reading = store.read(sql`SELECT pg_sleep(60)`, controller.signal);
    setTimeout(() => controller.abort(reason), 100);

    await expect(reading).rejects.toBe(reason);
  });

  it('answers without the replica while it is gone, counts that, and returns to it', async () => {
    const { epoch } = await store.version.versions();
    const ends = (name: string) =>
      server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    await server.query(`ALTER DATABASE ${nameOf(replica)} WITH ALLOW_CONNECTIONS false`);
    await ends(nameOf(replica));

    const answers = await Promise.all(Array.from({ length: 20 }, () => slugs()));

    expect(new Set(answers)).toEqual(new Set(['marburg']));
    expect(store.moves).toBe(1);
    // What was made of the replica's data is not taken for what the server has.
    expect(await store.version.versions()).toMatchObject({ number: 2, epoch: epoch + 1 });

    await server.query(`ALTER DATABASE ${nameOf(replica)} WITH ALLOW_CONNECTIONS true`);
    expect(await store.writtenVersion()).toBe(2);
    await eventually(() => slugs(), 'marburg,replica', 30_000);
    expect(store.moves).toBe(2);
    expect(await store.version.versions()).toMatchObject({ number: 1, epoch: epoch + 2 });
  });

  it('begins without a replica that does not answer, or that lags behind what was written before', async () => {
    const without = await open('postgres://postgres@127.0.0.1:1/gone', replica.database.url);

    expect(await slugs(without)).toBe('marburg');
    await without.close();
  });
});
