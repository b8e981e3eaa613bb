/** A database that cannot be had for now: clients are asked to come back, `/readyz` says why, and all is well once it is back. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm, copyFile } from 'node:fs/promises';
import { Client } from 'pg';
import { pino } from 'pino';
import { startApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { Store } from '../../src/store/store';
import { eventually } from '../helpers/eventually';
import { importRecords } from '../../src/intake/import';
import { ownOrigin, rawRecords, registry } from '../helpers/small-world';
import { startPostgres, type PostgresServer } from '../setup/postgres-server';
import { Gateway, sites, unkept } from './gateway';

const short = '{ institution(slug: "marburg") { slug } }';
const named = (slug: string) => `{ institution(slug: "${slug}") { name } }`;

/** Answers that come only if the database was read. */
const nothingKept = { ...unkept, RESPONSE_CACHE_MEMORY: '0', MAX_COST_PER_MINUTE: '9999999' };

/** What was committed is there after `down`, which ends the server as a crash does. */
const durable = { synchronous_commit: 'on' };

interface Served {
  url: string;
  database: string;
  log: Record<string, unknown>[];
  get: (path: string, init?: RequestInit) => Promise<{ status: number; headers: Headers; text: string }>;
  ask: (query: string) => Promise<{ status: number; headers: Headers; text: string }>;
  stop: () => Promise<void>;
}

/** A gateway over a database of its own on a server that a test may stop. */
async function serveOn(server: PostgresServer, environment: Record<string, string> = {}): Promise<Served> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const store = await Store.open({ databaseUrl: url.href, root: '/', registry });
  const source = { slug: 'register', title: 'A register', url: 'https://register.example.org/' };
  await importRecords({
    records: rawRecords({ ...sites, Source: [source] }),
    registry,
    origin: ownOrigin,
    write: (work) => store.write(work),
    now: () => new Date('2025-01-01T00:00:00Z'),
  });
  await store.close();
  return serve(url.href, environment);
}

async function serve(database: string, environment: Record<string, string>): Promise<Served> {
  const log: Record<string, unknown>[] = [];
  const write = (line: string) => log.push(JSON.parse(line) as Record<string, unknown>);
  const config = readConfig({ PORT: '0', DATABASE_URL: database, ...nothingKept, ...environment });
  const app = await startApp(config, { log: pino({}, { write }), longestDrain: 100 });
  const get: Served['get'] = async (path, init) => {
    const response = await fetch(`${app.url}${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const ask: Served['ask'] = (query) =>
    get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  return { url: app.url, database, log, get, ask, stop: app.stop };
}

const readyOf = async (gateway: Pick<Served, 'get'>): Promise<string> => {
  const { status, text } = await gateway.get('/readyz');
  const { reason = '' } = JSON.parse(text) as { reason?: string };
  return `${status} ${reason}`.trim();
};

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres(durable);
}, 120_000);
afterAll(() => server.stop());

describe('a PostgreSQL that restarts', () => {
  let gateway: Served;
  beforeAll(async () => {
    gateway = await serveOn(server);
  }, 120_000);
  afterAll(() => gateway.stop());

  it('is told as 503 with Retry-After for queries that are new or known, at addresses and for tables, and then everything works', async () => {
    // Both are known, one of them with its plan.
    for (const query of [short, short, named('giessen')]) expect((await gateway.ask(query)).status).toBe(200);
    await server.down();

    const asked = {
      'a query that was asked before': () => gateway.ask(short),
      'a query with new variables': () => gateway.ask(named('marburg')),
      'the address of a record': () => gateway.get('/institutions/marburg'),
      'a table': () =>
        gateway.get('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'text/csv' },
          body: JSON.stringify({ query: '{ institutions { nodes { slug } } }' }),
        }),
    };
    for (const [way, ask] of Object.entries(asked)) {
      const { status, headers, text } = await ask();
      expect([way, status, headers.get('retry-after')]).toEqual([way, 503, '2']);
      expect(text).toContain('SERVICE_UNAVAILABLE');
      expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|SELECT|postgres/i);
    }
    expect(await readyOf(gateway)).toBe('503 DATABASE_UNREACHABLE');
    expect((await gateway.get('/healthz')).status).toBe(200);

    await server.up();
    for (const ask of Object.values(asked)) await eventually(async () => (await ask()).status, 200);
    await eventually(() => readyOf(gateway), '200');
  }, 60_000);

  it('is heard again: what others write is seen', async () => {
    await server.down();
    await server.up();
    await eventually(async () => (await gateway.ask(short)).status, 200);
    const store = await Store.open({ databaseUrl: gateway.database, root: '/', registry });
    await importRecords({
      records: rawRecords({
        Source: [{ slug: 'register', title: 'A register', url: 'https://register.example.org/' }],
        Institution: [{ slug: 'ulm', name: { de: 'Ulm' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
      }),
      registry,
      origin: ownOrigin,
      write: (work) => store.write(work),
      now: () => new Date('2025-01-02T00:00:00Z'),
    });
    await store.close();

    await eventually(
      async () => (await gateway.ask('{ institution(slug: "ulm") { slug } }')).text.includes('"ulm"'),
      true,
    );
  }, 60_000);
});

describe('a PostgreSQL that is frozen', () => {
  it('ends no request late, is not ready, and serves on once it moves again', async () => {
    const gateway = await serveOn(server, { DEADLINE_MS: '1500' });
    expect((await gateway.ask(short)).status).toBe(200);
    expect(await readyOf(gateway)).toBe('200');

    await server.freeze();
    try {
      await eventually(() => readyOf(gateway), '503 DATABASE_SILENT');
      expect((await gateway.get('/healthz')).status).toBe(200);
      const answers = await Promise.all([
        gateway.ask(short),
        gateway.ask(named('marburg')),
        gateway.get('/institutions/marburg'),
      ]);
      for (const { text } of answers) expect(text).toMatch(/TIMEOUT|SERVICE_UNAVAILABLE/);
    } finally {
      await server.thaw();
    }

    await eventually(async () => (await gateway.ask(short)).status, 200);
    await eventually(() => readyOf(gateway), '200');
    await gateway.stop();
  }, 120_000);
});

describe('a PostgreSQL that has no connection left', () => {
  it('is not ready, and ready again once there is one', async () => {
    const small = await startPostgres({ max_connections: 12, superuser_reserved_connections: 0 });
    const gateway = await serveOn(small, { DATABASE_CONNECTIONS: '2' });
    const others: Client[] = [];
    for (;;) {
      const client = new Client({ connectionString: small.url });
      client.on('error', () => undefined);
      const isIn = await client.connect().then(
        () => true,
        () => false,
      );
      if (!isIn) break;
      others.push(client);
    }

    await eventually(() => readyOf(gateway), '503 DATABASE_FULL');

    await Promise.all(others.map((client) => client.end()));
    await eventually(() => readyOf(gateway), '200');
    await gateway.stop();
    await small.stop();
  }, 120_000);
});

describe('a PostgreSQL that is not up yet', () => {
  it('is waited for at the start, which says so once; what is wrong for good is said at once, without a password', async () => {
    const first = await serveOn(server);
    await first.stop();
    await server.down();
    const log: Record<string, unknown>[] = [];
    const write = (line: string) => log.push(JSON.parse(line) as Record<string, unknown>);
    const url = new URL(first.database);
    url.password = 'geheim';
    const config = readConfig({ PORT: '0', DATABASE_URL: url.href });
    const starting = startApp(config, { log: pino({}, { write }) });
    await eventually(() => Promise.resolve(log.length), 1);
    await server.up();

    const app = await starting;

    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    const waited = log.filter(({ msg }) => msg === 'The database is not up yet: waiting for it');
    expect(waited).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('geheim');
    await app.stop();

    url.pathname = '/missing';
    const begun = performance.now();
    await expect(startApp(readConfig({ PORT: '0', DATABASE_URL: url.href }))).rejects.toThrow(
      /cannot be opened: database "missing" does not exist/,
    );
    expect(performance.now() - begun).toBeLessThan(30_000);
    await server.down();
    const impatient = readConfig({ PORT: '0', DATABASE_URL: url.href, DATABASE_WAIT_MS: '0' });
    await expect(startApp(impatient)).rejects.toThrow(/cannot be opened/);
  }, 120_000);
});

describe('an SQLite file', () => {
  const withFile = async (test: (gateway: Gateway, file: string) => Promise<void>): Promise<void> => {
    const gateway = await Gateway.over('sqlite', sites, {}, unkept);
    try {
      expect(await readyOf(gateway)).toBe('200');
      await test(gateway, gateway.world.database.url.slice('sqlite:'.length));
    } finally {
      await gateway.end();
    }
  };

  it('that is moved away is missed, and found again when it is back', () =>
    withFile(async (gateway, file) => {
      await rename(file, `${file}.away`);
      await eventually(() => readyOf(gateway), '503 DATABASE_MISSING');

      await rename(`${file}.away`, file);
      await eventually(() => readyOf(gateway), '200');
    }));

  it('that another was put in place of is not the one that is served', () =>
    withFile(async (gateway, file) => {
      await copyFile(file, `${file}.other`);
      await rename(`${file}.other`, file);

      await eventually(() => readyOf(gateway), '503 DATABASE_REPLACED');
    }));

  it('that lacks a column is no database of this release', () =>
    withFile(async (gateway) => {
      await gateway.behind((database) => database.query('ALTER TABLE contact RENAME COLUMN slug TO gone'));
      await eventually(() => readyOf(gateway), '503 SCHEMA_UNEXPECTED');

      await gateway.behind((database) => database.query('ALTER TABLE contact RENAME COLUMN gone TO slug'));
      await eventually(() => readyOf(gateway), '200');
    }));

  it('that another release has migrated is no database of this release', () =>
    withFile(async (gateway) => {
      await gateway.behind((database) =>
        database.query(
          "INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')",
        ),
      );
      await eventually(() => readyOf(gateway), '503 SCHEMA_UNEXPECTED');
    }));

  it('that is damaged while it is served cannot be used', () =>
    withFile(async (gateway, file) => {
      await gateway.behind((database) => database.query('PRAGMA wal_checkpoint(TRUNCATE)'));
      const bytes = await open(file, 'r+');
      await bytes.write(Buffer.alloc(200_000, 0x5a), 0, 200_000, 0);
      await bytes.close();
      await rm(`${file}-journal`, { force: true });

      await eventually(() => readyOf(gateway), '503 DATABASE_DAMAGED');
      const answer = await gateway.ask('{ search(text: "Marburg") { nodes { name } } }');
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).not.toBeNull();
      expect(answer.json).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
      expect(answer.text).not.toMatch(/SQLITE|malformed|not a database/);
      expect((await gateway.get('/healthz')).status).toBe(200);
    }));
});

it('being ready is found out once for all who ask at the same moment', async () => {
  const gateway = await Gateway.over('postgres', sites);
  const connected = async (): Promise<number> => {
    const rows = await gateway.behind((database) =>
      database.query<{ total: number }[]>(
        "SELECT count(*)::int AS total FROM pg_stat_activity WHERE application_name = 'num-gateway readiness'",
      ),
    );
    return rows[0]?.total ?? -1;
  };

  const statuses = await Promise.all(Array.from({ length: 200 }, () => gateway.get('/readyz')));

  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await connected()).toBeLessThanOrEqual(1);
  await gateway.end();
});
