/** The limits of the endpoint, as a client meets them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeOnEachDatabase, type Dialect } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { SlowRequest } from '../helpers/slow-request';
import { Gateway, sites, unkept, type Answer } from './gateway';

const codeOf = ({ json }: Answer): unknown =>
  (json as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

/** Serves with some limits, and stops at the end of the test, whatever comes of it. */
async function withGateway(
  dialect: Dialect,
  environment: Record<string, string>,
  story: (gateway: Gateway) => Promise<void>,
): Promise<void> {
  const gateway = await Gateway.over(dialect, sites, {}, environment);
  try {
    await story(gateway);
  } finally {
    await gateway.end();
  }
}

/** Puts a view in the place of the table of contacts that never comes to an end. */
const makeContactsEndless = async (gateway: Gateway): Promise<void> => {
  await gateway.behind(async (database) => {
    await database.query('ALTER TABLE contact RENAME TO hidden');
    await database.query(
      'CREATE VIEW contact AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT h.* FROM hidden h WHERE (SELECT count(*) FROM n) < 0',
    );
  });
};

const endless = '{ contacts { nodes { slug } } }';
const short = '{ institution(slug: "marburg") { slug } }';

describeOnEachDatabase('the time limit', (dialect) => {
  it('stops a statement that does not end, says so, and serves on', () =>
    withGateway(dialect, { ...unkept, DEADLINE_MS: '500' }, async (gateway) => {
      await makeContactsEndless(gateway);

      const answer = await gateway.ask(endless);

      expect(codeOf(answer)).toBe('TIMEOUT');
      expect(answer.text).toContain('took longer than 0.5 seconds');
      expect((await gateway.ask(short)).json).toMatchObject({ data: { institution: { slug: 'marburg' } } });
    }));

  it('ends the work for a client that has gone', () =>
    withGateway(
      dialect,
      { ...unkept, DEADLINE_MS: '600000', MAX_REQUESTS: '1', MAX_WAITING: '0' },
      async (gateway) => {
        await makeContactsEndless(gateway);
        const request = new AbortController();
        const asked = gateway
          .get('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: endless }),
            signal: request.signal,
          })
          .catch(() => 'gone');
        await eventually(async () => (await gateway.ask('{ __typename }')).status, 503);

        request.abort();

        expect(await asked).toBe('gone');
        // On SQLite all requests read on one connection: this one waits until the endless statement was stopped.
        await eventually(async () => (await gateway.ask(short)).status, 200);
      },
    ));
});

describeOnEachDatabase('the limit on rows', (dialect) => {
  it('stops a query that reads more, with the remedy', () =>
    withGateway(dialect, { ...unkept, MAX_ROWS: '1' }, async (gateway) => {
      const answer = await gateway.ask('{ institutions { nodes { slug } } }');

      expect(codeOf(answer)).toBe('QUERY_TOO_COMPLEX');
      expect(answer.text).toContain('read more than 1 rows');
    }));
});

/** An answer that is kept costs next to nothing. */
const nothingKept = { RESPONSE_CACHE_MEMORY: '0' };

describe('cost', () => {
  const query = '{ institutions(first: 60) { nodes { slug } } }';

  it('stands on every answer, also on a refusal, and can be asked for', () =>
    withGateway('sqlite', { MAX_COST: '117' }, async (gateway) => {
      const cost = { estimated: 117, limit: 117 };
      expect((await gateway.ask(query)).json).toMatchObject({ extensions: { cost } });

      const refused = await gateway.ask(query.replace('60', '70'));
      expect(refused.status).toBe(400);
      expect(refused.json).toMatchObject({
        errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX', cost: { estimated: 128, limit: 117 } } }],
      });

      const asked = `{ cost(query: ${JSON.stringify(query)}, variables: "{}") { estimated limit refusal } }`;
      expect((await gateway.ask(asked)).json).toMatchObject({ data: { cost: { ...cost, refusal: null } } });
    }));

  it('is what a client may ask for in a minute; other clients are not touched', () =>
    withGateway(
      'sqlite',
      { ...nothingKept, MAX_COST_PER_MINUTE: '200', TRUST_PROXY: '1' },
      async (gateway) => {
        const from = (address: string) => gateway.ask(query, { 'x-forwarded-for': address });
        expect((await from('2001:db8::1')).status).toBe(200);

        const refused = await from('2001:db8::2');

        expect([refused.status, codeOf(refused)]).toEqual([429, 'TOO_MANY_REQUESTS']);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await from('192.0.2.1')).status).toBe(200);
      },
    ));

  it('is charged to the connection where no proxy is trusted', () =>
    withGateway('sqlite', { ...nothingKept, MAX_COST_PER_MINUTE: '200' }, async (gateway) => {
      await gateway.ask(query, { 'x-forwarded-for': '192.0.2.1' });

      expect((await gateway.ask(query, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(429);
    }));
});

describe('requests that do not arrive', () => {
  it('are refused in JSON once their time is up, while others are served', () =>
    withGateway(
      'sqlite',
      { HEADERS_TIMEOUT_MS: '300', REQUEST_TIMEOUT_MS: '300', MAX_REQUESTS: '1' },
      async (gateway) => {
        const slow = await SlowRequest.begin(gateway.url, '{ __typename }');
        expect((await gateway.ask(short)).status).toBe(200);

        expect(await slow.closed()).toMatch(/HTTP\/1\.1 408 [^]*"code":"REQUEST_TIMEOUT"/);
      },
    ));

  it('are refused in JSON when they are no HTTP', () =>
    withGateway('sqlite', {}, async (gateway) => {
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
      let received = '';
      socket.setEncoding('utf8').on('data', (text: string) => (received += text));
      socket.write('HELO gateway\r\n\r\n');
      await new Promise((closed) => socket.once('close', closed));

      expect(received).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/);
    }));
});

describe('clients that go away', () => {
  const compressed = gzipSync(JSON.stringify({ query: `${short} ${' '.repeat(90_000)}` }));
  const head = (path: string, more: string) =>
    `POST ${path} HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

  /** Sends some bytes and closes the connection without waiting. */
  const sendAndLeave = (url: string, ...parts: (string | Buffer)[]) =>
    new Promise<void>((left) => {
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))), () => socket.destroy());
      });
      socket.on('error', () => undefined).on('close', () => left());
    });

  it.each(['/graphql', '/graphql?format=csv'])(
    'before their body is uncompressed take nobody’s place, at %s',
    (path) =>
      withGateway('sqlite', { MAX_REQUESTS: '1', MAX_TABLES: '1' }, async (gateway) => {
        const size = `Content-Encoding: gzip\r\nContent-Length: ${compressed.length}`;
        for (let index = 0; index < 200; index += 1)
          await sendAndLeave(gateway.url, head(path, size), compressed);

        const list = 'query List { institutions { nodes { slug } } }';
        const asked = { method: 'POST', headers: { 'content-type': 'application/json' } };
        const body = JSON.stringify({ query: list });
        await eventually(async () => (await gateway.get(path, { ...asked, body })).status, 200, 3_000);
      }),
  );

  it('while they wait for their turn leave the queue to others', () =>
    withGateway('sqlite', { MAX_REQUESTS: '1', MAX_WAITING: '1', DEADLINE_MS: '2000' }, async (gateway) => {
      await makeContactsEndless(gateway);
      const body = JSON.stringify({ query: endless });
      const one = head('/graphql', `Content-Length: ${body.length}`) + body;
      await sendAndLeave(gateway.url, one);
      await sendAndLeave(gateway.url, one);

      const asked = () => Promise.all([1, 2].map(() => gateway.ask(short)));
      const statuses = async () => (await asked()).map(({ status }) => status).join();
      await eventually(statuses, '200,200', 10_000);
    }));

  it('with several requests on one connection take nobody’s place', () =>
    withGateway('sqlite', { MAX_REQUESTS: '3', DEADLINE_MS: '1000' }, async (gateway) => {
      await makeContactsEndless(gateway);
      const body = JSON.stringify({ query: endless });
      const one = head('/graphql', `Content-Length: ${body.length}`) + body;
      await sendAndLeave(gateway.url, one, one, one);

      const asked = () => Promise.all([1, 2, 3].map(() => gateway.ask(short)));
      const statuses = async () => (await asked()).map(({ status }) => status).join();
      await eventually(statuses, '200,200,200', 5_000);
    }));
});

describe('trusted documents', () => {
  const trusted = 'query Site($slug: String!) { institution(slug: $slug) { slug } }';
  const hash = createHash('sha256').update(trusted).digest('hex');
  const variables = { slug: 'marburg' };
  const right = { data: { institution: variables } };
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trusted-'));
    writeFileSync(join(folder, 'site.graphql'), trusted);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are served by their hash, and nothing else is', () =>
    withGateway('sqlite', { TRUSTED_DOCUMENTS: folder }, async (gateway) => {
      const post = (body: object) =>
        gateway.get('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const persistedQuery = { version: 1, sha256Hash: hash };
      expect((await post({ extensions: { persistedQuery }, variables })).json).toMatchObject(right);
      expect((await post({ documentId: `sha256:${hash}`, variables })).json).toMatchObject(right);
      expect((await post({ query: trusted, variables })).json).toMatchObject(right);
      const address = new URLSearchParams({ documentId: hash, variables: JSON.stringify(variables) });
      const get = { headers: { 'apollo-require-preflight': 'true' } };
      expect((await gateway.get(`/graphql?${address.toString()}`, get)).json).toMatchObject(right);

      for (const other of [{ query: '{ __typename }' }, { documentId: '0'.repeat(64) }, {}]) {
        const refused = await post(other);
        expect([refused.status, codeOf(refused)]).toEqual([403, 'FORBIDDEN']);
      }
    }));

  it('stop the start where their folder is missing', async () => {
    await expect(
      withGateway('sqlite', { TRUSTED_DOCUMENTS: '/nowhere' }, () => Promise.resolve()),
    ).rejects.toThrow('TRUSTED_DOCUMENTS names their folder.');
  });
});

describe('what a browser may do with an answer', () => {
  const origin = { origin: 'https://data.example.org' };
  const allowed = ({ headers }: Answer) => headers.get('access-control-allow-origin');

  it('any page may read it, and nothing may run or frame it', () =>
    withGateway('sqlite', {}, async (gateway) => {
      const answer = await gateway.ask(short, origin);

      expect(allowed(answer)).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }));

  it('only the pages that are named may, where CORS_ORIGINS names some', () =>
    withGateway(
      'sqlite',
      { CORS_ORIGINS: 'https://data.example.org, https://num.example.org' },
      async (gateway) => {
        expect(allowed(await gateway.ask(short, origin))).toBe(origin.origin);
        expect(allowed(await gateway.ask(short, { origin: 'https://elsewhere.example.org' }))).toBeNull();
      },
    ));
});

describe('names of the schema', () => {
  const misspelt = '{ institution(slug: "marburg") { nmae } }';
  const wrongValue = 'query ($kind: LinkKind!) { matrix(link: $kind) { truncated } }';
  const suggestions = async (gateway: Gateway) => {
    const post = (body: object) =>
      gateway.get('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const answers = [
      await post({ query: misspelt }),
      await post({ query: wrongValue, variables: { kind: 'AWRD' } }),
    ];
    expect(answers.map(codeOf)).toEqual(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);
    return answers.map(({ text }) => /Did you mean [^?]*\?/.exec(text)?.[0] ?? null);
  };

  it('are suggested for wrong ones, as anyone may read the schema', () =>
    withGateway('sqlite', {}, async (gateway) => {
      expect(await suggestions(gateway)).toEqual([
        'Did you mean \\"name\\" or \\"names\\"?',
        'Did you mean the enum value \\"AWARD\\"?',
      ]);
    }));

  it('are not where only agreed queries are served, and nobody may', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
    writeFileSync(join(folder, 'misspelt.graphql'), misspelt);
    writeFileSync(join(folder, 'wrong-value.graphql'), wrongValue);
    await withGateway('sqlite', { TRUSTED_DOCUMENTS: folder }, async (gateway) => {
      expect((await gateway.ask('{ __schema { types { name } } }')).status).toBe(403);
      expect(await suggestions(gateway)).toEqual([null, null]);
    });
    rmSync(folder, { recursive: true });
  });
});
