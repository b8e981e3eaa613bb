/** What a start may do to the database: only read it, not change its tables, or nothing at all where a newer release was there. */
import { chmod, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import { Store } from '../../src/store/store';
import { registry } from '../../src/registry';
import { describeOnEachDatabase, emptyDatabase, fileOf, type EmptyDatabase } from '../helpers/databases';
import { migratedDatabase, seededDatabase } from '../helpers/template-databases';
import { run, serve, startProgram } from '../helpers/gateway-process';

jest.setTimeout(240_000);

const question = '{ institutions { totalCount } infrastructures(search: "racoon") { nodes { slug } } }';
const ask = async (url: string): Promise<unknown> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: question }),
  });
  return ((await response.json()) as { data: unknown }).data;
};

async function withDatabase<T>(url: string, work: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await dataSourceFor(locationOf(url, '/'), registry).initialize();
  return work(database).finally(() => database.destroy());
}
const migrationsOf = (url: string) =>
  withDatabase(url, (database) => database.query<unknown[]>('SELECT * FROM migration ORDER BY id'));
const open = (databaseUrl: string, options: { migrate?: boolean } = {}) =>
  Store.open({ databaseUrl, root: '/', registry, ...options });

describeOnEachDatabase('a start', (dialect) => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await emptyDatabase(dialect);
  });
  afterEach(() => database.drop());

  it('of an older release refuses the tables of a newer one in one line, and touches nothing', async () => {
    await (await open(database.url)).close();
    await withDatabase(database.url, (connection) =>
      connection.query(
        `INSERT INTO migration (timestamp, name) VALUES (1999999999999, 'AddMoons1999999999999')`,
      ),
    );
    const before = await migrationsOf(database.url);

    const { code, stdout, stderr } = await run(['serve'], { env: { DATABASE_URL: database.url } });

    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /newer release of the gateway \(AddMoons1999999999999\).*Nothing was touched.*backup/,
      ),
    ]);
    expect([code, stdout]).toEqual([1, '']);
    expect(await migrationsOf(database.url)).toEqual(before);
  });

  it('that may not change tables refuses what is not up to date; `migrate` mends it, and seeds nothing', async () => {
    const env = { DATABASE_URL: database.url };

    const refused = await run(['serve'], { env: { ...env, MIGRATE: 'off' } });
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^The database .* lacks the migrations Create.*"num-gateway migrate".*\n$/),
    ]);
    const first = await run(['migrate'], { env });
    const second = await run(['migrate'], { env });

    expect([first.code, first.stdout]).toEqual([
      0,
      expect.stringMatching(/^CreateSources\d+\n[^]*up to date\.\n$/),
    ]);
    expect([second.code, second.stdout]).toEqual([0, expect.stringMatching(/^Nothing to do: /)]);
    const store = await open(database.url, { migrate: false });
    expect([store.migrated, await store.writtenVersion()]).toEqual([[], 0]);
    await store.close();
  });

  it.each([
    ['a view of the links', 'DROP VIEW link_end', 'the views of its links'],
    ['a record in the search index', `DELETE FROM search_state`, 'a complete search index'],
    ['kept counts', `DELETE FROM count_state`, 'the counts that are kept of its records'],
  ])('that may not change tables refuses a database that lacks %s', async (_, statement, lacks) => {
    await (await open(database.url)).close();
    await withDatabase(database.url, (connection) => connection.query(statement));

    await expect(open(database.url, { migrate: false })).rejects.toThrow(`lacks ${lacks}`);
    await (await open(database.url)).close();
    await (await open(database.url, { migrate: false })).close();
  });
});

describe('a role of PostgreSQL', () => {
  let database: EmptyDatabase;
  let asReader: string;
  const onDatabase = (...statements: string[]) =>
    withDatabase(database.url, async (connection) => {
      for (const statement of statements) await connection.query(statement);
    });
  /** Makes a role that may do nothing yet in a database. */
  const roleIn = async (given: EmptyDatabase) => {
    database = given;
    const url = new URL(database.url);
    const role = `r_${url.pathname.slice(1)}`;
    url.username = role;
    asReader = url.href;
    await onDatabase(`CREATE ROLE ${role} LOGIN`);
  };
  afterEach(async () => {
    const role = new URL(asReader).username;
    await onDatabase(`DROP OWNED BY ${role}`, `DROP ROLE ${role}`);
    await database.drop();
  });
  const grant = (rights: string) =>
    onDatabase(`GRANT ${rights} ON ALL TABLES IN SCHEMA public TO ${new URL(asReader).username}`);

  it('that may only select serves, says so, and writes nothing', async () => {
    await roleIn(await seededDatabase('postgres'));
    await grant('SELECT');

    const gateway = await serve({ env: { DATABASE_URL: asReader } });

    expect(await ask(gateway.url)).toMatchObject({ infrastructures: { nodes: [{ slug: 'racoon' }] } });
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    expect(gateway.log.map(({ msg }) => msg)).toContainEqual(expect.stringMatching(/only read/));
    expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
    const seeding = await run(['seed'], { env: { DATABASE_URL: asReader } });
    expect([seeding.code, seeding.stderr]).toEqual([
      1,
      expect.stringMatching(/^Nothing was written: .*only be read.*\n$/),
    ]);
  });

  it('that may only select does not serve what was never filled, and says the remedy', async () => {
    await roleIn(await migratedDatabase('postgres'));
    await grant('SELECT');

    const { code, stderr } = await run(['serve'], { env: { DATABASE_URL: asReader } });

    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^The database was never filled.*"num-gateway seed".*\n$/),
    ]);
  });

  it('that may write rows but make no tables seeds and serves once the tables are there', async () => {
    await roleIn(await migratedDatabase('postgres'));
    await grant('SELECT, INSERT, UPDATE, DELETE');

    const gateway = await serve({ env: { DATABASE_URL: asReader } });

    expect(await ask(gateway.url)).toMatchObject({ infrastructures: { nodes: [{ slug: 'racoon' }] } });
    await gateway.stop();
  });
});

describe('an SQLite file', () => {
  let folder: string;
  let url: string;
  beforeEach(async () => {
    const database = await seededDatabase('sqlite');
    url = database.url;
    folder = dirname(fileOf(database));
  });
  afterEach(async () => {
    await chmod(folder, 0o755);
    await rm(folder, { recursive: true });
  });

  /** To whom root belongs, nothing is forbidden: it gives that up. */
  const serveWithoutRights = async () => {
    const program = ['dist/src/commands/num-gateway.js', 'serve'];
    const env = { DATABASE_URL: url, PORT: '0' };
    const gateway =
      process.getuid?.() === 0
        ? startProgram(
            'setpriv',
            ['--bounding-set=-dac_override,-dac_read_search', process.execPath, ...program],
            { env },
          )
        : startProgram(process.execPath, program, { env });
    const [, address = ''] = await gateway.prints(/(http:\S+)\/graphql/);
    return { gateway, address };
  };

  it('that may not be written, in a folder that may not be written, is served; nothing is made beside it', async () => {
    await chmod(join(folder, 'catalogue.sqlite'), 0o444);
    await chmod(folder, 0o555);

    const { gateway, address } = await serveWithoutRights();

    expect(await ask(address)).toMatchObject({ infrastructures: { nodes: [{ slug: 'racoon' }] } });
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(gateway.log.map(({ msg }) => msg)).toContainEqual(expect.stringMatching(/only read/));
    expect(await readdir(folder)).toEqual(['catalogue.sqlite']);
    expect(await gateway.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('that is only read follows what another process writes', async () => {
    const reader = await Store.open({ databaseUrl: url, root: '/', registry, readOnly: 'on' });
    const writer = await open(url);

    await writer.write((transaction) => transaction.raiseVersion('2026-01-01'));

    expect(reader.readOnly).toBe(true);
    expect(await reader.writtenVersion()).toBe(2);
    await expect(reader.write(() => Promise.resolve())).rejects.toThrow('only be read');
    await Promise.all([reader.close(), writer.close()]);
  });

  it('that is not there is not made by a start that only reads', async () => {
    const missing = `sqlite:${join(folder, 'missing.sqlite')}`;

    const { code, stdout, stderr } = await run(['serve', '--read-only'], { env: { DATABASE_URL: missing } });

    // Nor is it waited for, which the log would say.
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^The database .*missing.sqlite cannot be opened: .*\n$/),
    ]);
    expect(await readdir(folder)).not.toContain('missing.sqlite');
  });
});
