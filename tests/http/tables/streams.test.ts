/** A table is written while it is read: page by page, as fast as its client takes it, and never as if it were whole when it is not. */
import { behind, describeOnEachDatabase, type Dialect, type EmptyDatabase } from '../../helpers/databases';
import { eventually } from '../../helpers/eventually';
import { SmallWorld, withRegister } from '../../helpers/small-world';
import { databaseWith } from '../../helpers/template-databases';
import { Gateway } from '../gateway';
import { asTable } from './as-table';

// Whatever is noise to a packer takes a while to write.
jest.setTimeout(120_000);

const records = 14_000;
const pages = records / 100;
/** Wide enough that no buffer between gateway and client holds the whole table, and different in each record, so that none packs it small. */
const width = 2_000;
const noise: Readonly<Record<Dialect, string>> = {
  sqlite: `hex(randomblob(${width / 2}))`,
  postgres: `(SELECT string_agg(encode(sha512((i || ':' || part)::bytea), 'hex'), '') FROM generate_series(1, ${Math.ceil(width / 128)}) part)`,
};
const all = 'query All { contacts { nodes { slug description } } }';

/** A database with many contacts, which are SYNTHETIC: copies of one under other keys. */
const crowdedDatabase = (dialect: Dialect): Promise<EmptyDatabase> =>
  databaseWith(dialect, 'crowded', (url) => crowd(dialect, url));

async function crowd(dialect: Dialect, url: string): Promise<void> {
  const world = await SmallWorld.in({ url, drop: () => Promise.resolve() });
  await world.add(
    withRegister({
      Contact: [{ slug: 'desk', name: { en: 'Desk' }, description: { en: 'x'.repeat(width) } }],
    }),
  );
  await world.end();
  await behind({ url }, async (database) => {
    const [row] = await database.query<Record<string, unknown>[]>('SELECT * FROM contact');
    const columns = Object.keys(row ?? {}).map((name) => `"${name}"`);
    const made: Record<string, string> = {
      '"id"': `'contacts/copy-' || i`,
      '"slug"': `'copy-' || i`,
      '"description"': `'{"en":"' || ${noise[dialect]} || '"}'`,
    };
    await database.query(
      `INSERT INTO contact (${columns.join()})
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${records - 1})
       SELECT ${columns.map((column) => made[column] ?? `t.${column}`).join()}
       FROM n, (SELECT * FROM contact LIMIT 1) t`,
    );
    // Otherwise each start would index them.
    const [tokens, none] = dialect === 'postgres' ? [', tokens', ", ''::tsvector"] : ['', ''];
    await database.query(
      `INSERT INTO search_record (key, type, digest${tokens})
       SELECT id, 'Contact', digest${none} FROM contact WHERE slug <> 'desk'`,
    );
  });
}

/** A table of which a test reads as much as it wants to. */
class Reading {
  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  static async begin(gateway: Gateway, query = all, format = 'csv', encoding = 'identity'): Promise<Reading> {
    const abort = new AbortController();
    const address = new URLSearchParams({ query, format });
    const asked = { signal: abort.signal, headers: { 'accept-encoding': encoding } };
    return new Reading(await fetch(`${gateway.url}/graphql?${address.toString()}`, asked), abort);
  }

  abandon(): void {
    this.abort.abort();
  }

  /** All that is left of it. */
  text(): Promise<string> {
    return this.response.text();
  }
}

const statements = async (gateway: Gateway): Promise<number> => {
  const { text } = await gateway.get('/metrics');
  return Number(/statement_duration_seconds_count\{outcome="ok"\} (\d+)/.exec(text)?.[1] ?? 0);
};

/** Waits until no more statements are begun, and tells how many there were. */
async function whenStill(gateway: Gateway): Promise<number> {
  let before = -1;
  for (;;) {
    const now = await statements(gateway);
    if (now === before) return now;
    before = now;
    await new Promise((later) => setTimeout(later, 300));
  }
}

const brokenOff = (gateway: Gateway): string | undefined => {
  const line = gateway.log.find(({ msg }) => msg === 'A table was broken off');
  return line && (line.err as { message: string }).message;
};

describeOnEachDatabase('a long table', (dialect) => {
  let gateway: Gateway;
  let readings: Reading[] = [];

  const begin = async (query?: string, format?: string, encoding?: string): Promise<Reading> => {
    const reading = await Reading.begin(gateway, query, format, encoding);
    readings.push(reading);
    return reading;
  };
  const over = async (environment: Record<string, string> = {}): Promise<void> => {
    const world = await SmallWorld.in(await crowdedDatabase(dialect));
    gateway = await Gateway.of(world, { MAX_TABLE_COST_PER_MINUTE: '2000000000', ...environment });
  };
  afterEach(async () => {
    for (const reading of readings) reading.abandon();
    readings = [];
    await gateway.end();
  });

  // How a table is written and packed is the same whatever the database: on PostgreSQL one way is enough.
  const some = <Way>(ways: readonly Way[]): Way[] => ways.slice(0, dialect === 'sqlite' ? undefined : 1);

  it.each(some(['identity', 'gzip', 'br']))(
    'begins before it was read, waits for its reader, and comes to its end, as %s',
    async (encoding) => {
      await over();
      const before = await statements(gateway);

      const reading = await begin(all, 'csv', encoding);

      expect((await whenStill(gateway)) - before).toBeLessThan(pages);
      const lines = (await reading.text()).split('\r\n');
      expect(lines).toHaveLength(records + 2);
      expect(new Set(lines).size).toBe(records + 2);
      expect(reading.response.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    },
  );

  it('ends the work when its reader goes away, and the next one is answered', async () => {
    await over({ MAX_TABLES: '1' });
    const reading = await begin();
    expect((await asTable(gateway, all)).status).toBe(503);

    reading.abandon();

    await eventually(
      async () => (await asTable(gateway, `{ contacts(first: 1) { nodes { id } } }`)).status,
      200,
    );
    expect(brokenOff(gateway)).toBeUndefined();
  });

  it('is broken off when the data changes: it is of one version or none', async () => {
    await over();
    const reading = await begin();
    await whenStill(gateway);

    await gateway.world.add({ Contact: [{ slug: 'late', name: { en: 'Late' } }] });

    await expect(reading.text()).rejects.toThrow();
    expect(brokenOff(gateway)).toContain('The data changed');
    expect((await gateway.get('/metrics')).text).toContain('refused_total{reason="DATA_CHANGED"} 1');
  });

  it.each(
    some([
      ['csv', 'identity'],
      ['csv', 'br'],
      ['ndjson', 'gzip'],
      ['xlsx', 'identity'],
    ] as const),
  )('is broken off when a page fails, as %s (%s)', async (format, encoding) => {
    await over();
    const reading = await begin(all, format, encoding);
    await whenStill(gateway);
    await gateway.behind((database) => database.query('ALTER TABLE contact RENAME TO gone'));

    await expect(reading.text()).rejects.toThrow();

    expect(brokenOff(gateway)).toContain('An internal error occurred');
  });

  it('is broken off when its reader stops reading', async () => {
    await over({ DEADLINE_MS: '400' });
    const reading = await begin(all, 'csv', 'gzip');

    await eventually(() => Promise.resolve(brokenOff(gateway)), 'The client has stopped reading.');

    await expect(reading.text()).rejects.toThrow();
  });

  it('is broken off at the deadline of tables', async () => {
    await over({ TABLE_DEADLINE_MS: '600' });
    const reading = await begin();

    await eventually(() => Promise.resolve(brokenOff(gateway)), 'The table took longer than 0.6 seconds.');

    await expect(reading.text()).rejects.toThrow();
  });

  it('waits for the next minute when its client has spent this one, which touches no other query', async () => {
    await over({ MAX_TABLE_COST_PER_MINUTE: '1000', MAX_TABLES_PER_CLIENT: '5' });
    const before = await statements(gateway);
    const reading = await begin('{ contacts { nodes { slug } } }');

    expect((await whenStill(gateway)) - before).toBeLessThan(20);
    expect(reading.response.status).toBe(200);
    expect((await gateway.ask('{ contacts { totalCount } }')).status).toBe(200);
    const refused = await asTable(gateway, all);
    expect([refused.status, refused.text]).toEqual([429, expect.stringContaining('TOO_MANY_REQUESTS')]);
  });

  it('is one of a few for each client', async () => {
    await over({ MAX_TABLES_PER_CLIENT: '1', TRUST_PROXY: '1' });
    await begin();
    const from = (address: string) =>
      asTable(gateway, '{ contacts(first: 1) { nodes { id } } }', {
        headers: { 'x-forwarded-for': address },
      });

    expect((await from('127.0.0.1')).status).toBe(429);
    expect((await from('192.0.2.1')).status).toBe(200);
  });
});
