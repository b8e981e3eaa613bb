/** The metrics for Prometheus: what is counted, under which names, and who may read it. */
import { once } from 'node:events';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { startApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { SlowRequest } from '../helpers/slow-request';
import { Gateway, sites, unkept } from './gateway';

/** The value of a metric in a text that Prometheus reads; 0 where it is missing. */
function valueIn(text: string, metric: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${metric} `));
  return line ? Number(line.slice(metric.length + 1)) : 0;
}

const requests = (operation: string, status: number | 'aborted') =>
  `num_gateway_requests_total{operation="${operation}",status="${status}"}`;
const refused = (reason: string) => `num_gateway_refused_total{reason="${reason}"}`;

/** Reads the metrics with headers that `fetch` would not send. */
const readWith = ({ url }: Gateway, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; headers: object }>((resolve, reject) => {
    get(`${url}/metrics`, { headers }, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode, headers: answer.headers }));
    }).on('error', reject);
  });

/** A client with a connection of its own: what several of them write in one turn arrives together. */
class Client {
  private constructor(private readonly socket: Socket) {}

  static async of(url: string): Promise<Client> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    await once(socket, 'connect');
    return new Client(socket);
  }

  async ask(query: string): Promise<string> {
    const body = JSON.stringify({ query });
    const answer = once(this.socket, 'data');
    this.socket.write(
      `POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const [text] = (await answer) as [string];
    return text;
  }

  end(): void {
    this.socket.destroy();
  }
}

describeOnEachDatabase('the metrics', (dialect) => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await Gateway.over(dialect, sites, {}, unkept);
  });
  afterEach(() => gateway.end());

  const read = async () => (await gateway.get('/metrics')).text;
  const value = async (metric: string) => valueIn(await read(), metric);
  /** A request is counted when its answer is sent, which the client may read a moment earlier. */
  const becomes = (metric: string, expected: number) => eventually(() => value(metric), expected);

  it('count requests by the name of the operation and status, and measure how long they take', async () => {
    await gateway.ask('query Sites { institutions { totalCount } }');
    await gateway.ask('query Sites { institutions { totalCount } }');
    await gateway.ask('{ __typename }');
    await gateway.get('/nothing');

    await becomes(requests('Sites', 200), 2);
    await becomes(requests('anonymous', 200), 1);
    await becomes(requests('none', 404), 1);
    expect(await value('num_gateway_request_duration_seconds_count{operation="Sites"}')).toBe(2);
  });

  it('show that requests that ask the same at the same moment are read together, where that is not switched off', async () => {
    const statements = async ({ url }: Gateway) =>
      valueIn(
        await (await fetch(`${url}/metrics`)).text(),
        'num_gateway_statement_duration_seconds_count{outcome="ok"}',
      );
    const readFor = async (SHARED_READS: string): Promise<number> => {
      const environment = { ...unkept, RESPONSE_CACHE_MEMORY: '0', SHARED_READS };
      const each = await Gateway.over(dialect, sites, {}, environment);
      const clients = await Promise.all(Array.from({ length: 20 }, () => Client.of(each.url)));
      try {
        const askAll = () =>
          Promise.all(clients.map((client) => client.ask('{ institution(slug: "marburg") { name } }')));
        // Each connection is known, and so is the question.
        await askAll();
        await askAll();
        const before = await statements(each);
        for (const answer of await askAll()) expect(answer).toContain('Marburg');
        return (await statements(each)) - before;
      } finally {
        for (const client of clients) client.end();
        await each.end();
      }
    };

    expect(await readFor('on')).toBeLessThan(20);
    expect(await readFor('off')).toBe(20);
  });

  it('count the statements that a request reads, and measure how long they take', async () => {
    const statements = 'num_gateway_statement_duration_seconds_count{outcome="ok"}';
    const before = await value(statements);

    await gateway.ask('{ institutions { nodes { participations { nodes { id } } } } }');

    expect(await value(statements)).toBe(before + 2);
  });

  it('count what was refused, by the code of the error', async () => {
    await gateway.ask('{ institutions(first: 0) { totalCount } }');
    await gateway.ask('{ institutions { nothing } }');
    await gateway.ask('{');
    await gateway.get('/nothing');

    await becomes(refused('BAD_USER_INPUT'), 1);
    await becomes(refused('GRAPHQL_VALIDATION_FAILED'), 1);
    await becomes(refused('GRAPHQL_PARSE_FAILED'), 1);
    await becomes(refused('HTTP_404'), 1);
  });

  it('count a statement that fails, and the request that failed with it', async () => {
    await gateway.behind((database) => database.query('ALTER TABLE institution RENAME TO gone'));

    await gateway.ask('query Sites { institutions { totalCount } }');

    await becomes(refused('INTERNAL_SERVER_ERROR'), 1);
    // Its plan gave up, and the fallback executor, which tells the error, failed as well.
    await becomes('num_gateway_statement_duration_seconds_count{outcome="failed"}', 2);
    await becomes('num_gateway_plan_fallback_total{field="error"}', 1);
  });

  it('count a request whose client went away', async () => {
    const request = await SlowRequest.begin(gateway.url, '{ __typename }');

    request.abandon();

    await becomes(requests('none', 'aborted'), 1);
  });

  it('give labels that were made up first to names that recur, and never have more of them', async () => {
    for (let index = 0; index < 200; index += 1) await gateway.ask(`query Random${index} { __typename }`);
    for (let asked = 0; asked < 3; asked += 1) await gateway.ask('query Real { __typename }');
    await becomes(requests('other', 200), 3);
    await gateway.ask('query Real { __typename }');

    await becomes(requests('Real', 200), 1);
    const text = await read();
    expect(text.match(/^num_gateway_requests_total\{operation="Random/gm)).toHaveLength(199);
    expect(text.match(/^num_gateway_request_duration_seconds_count\{operation="Random/gm)).toHaveLength(199);
  });

  it('give a label to 200 names that clients make up and call the rest "other", but always know the examples', async () => {
    for (let index = 0; index < 205; index += 1) await gateway.ask(`query Made${index} { __typename }`);
    await gateway.ask(`query ${'Long'.repeat(1000)} { __typename }`);
    await gateway.ask('query SevenInfrastructures { __typename }');

    await becomes(requests('other', 200), 6);
    await becomes(requests('Made199', 200), 1);
    await becomes(requests('SevenInfrastructures', 200), 1);
  });

  it('tell of the process: memory, processor, event loop', async () => {
    expect(await read()).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(await read()).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });

  it('are not read through a proxy, where anybody may come from', async () => {
    const { status } = await gateway.get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } });

    expect(status).toBe(404);
  });

  it.each([
    ['a name that was made to lead to this machine', { host: 'evil.example:4000' }],
    ['a name that only begins like this machine', { host: 'localhost.evil.example' }],
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page that has none', { origin: 'null' }],
  ])('are not read by a browser on this machine: %s', async (_, headers) => {
    const { status } = await readWith(gateway, headers);

    expect(status).toBe(404);
  });

  it.each([['localhost:4000'], ['127.0.0.1'], ['[::1]:4000'], ['LOCALHOST'], ['api.localhost']])(
    'are read by programs that know this machine as %s, and by no page',
    async (host) => {
      const { status, headers } = await readWith(gateway, { host });

      expect(status).toBe(200);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );

  it('do not speak of the reading of the metrics, nor does the log', async () => {
    await read();
    await gateway.get('/nothing');

    await becomes(requests('none', 404), 1);
    expect(await value(requests('none', 200))).toBe(0);
    expect(gateway.log).toHaveLength(1);
  });

  it('tell what the row cache holds, and how often it was there', async () => {
    const caching = await Gateway.over(dialect, sites, {}, { RESPONSE_CACHE_MEMORY: '0' });
    const told = async (metric: string) =>
      valueIn((await caching.get('/metrics')).text, `num_gateway_row_cache_${metric}`);
    const ask = () => caching.ask('{ institutions { nodes { participations { totalCount } } } }');

    await ask();
    const [missed, hit] = [
      await told('reads_total{outcome="miss"}'),
      await told('reads_total{outcome="hit"}'),
    ];
    await ask();

    expect(missed).toBeGreaterThan(0);
    expect(await told('reads_total{outcome="miss"}')).toBe(missed);
    expect(await told('reads_total{outcome="hit"}')).toBeGreaterThan(hit);
    expect(await told('bytes')).toBeGreaterThan(0);
    await caching.end();
  });

  it('of one gateway are not those of another in the same process', async () => {
    const other = await Gateway.over(dialect, sites);
    await other.ask('query Sites { __typename }');
    await gateway.ask('query Sites { __typename }');

    await becomes(requests('Sites', 200), 1);
    await other.end();
  });

  it('stand on a port of their own where METRICS_PORT names one, and no longer on that of the endpoint', async () => {
    const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' };
    const app = await startApp(readConfig({ ...settings, DATABASE_URL: gateway.world.database.url }));
    const { origin } = new URL(app.metricsUrl);

    expect(origin).not.toBe(app.url);
    expect(await (await fetch(app.metricsUrl)).text()).toContain('num_gateway_requests_total');
    expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${origin}/graphql`)).status).toBe(404);

    await app.stop();
    await expect(fetch(app.metricsUrl)).rejects.toThrow();
  });

  it('stop the start when their port is taken, and leave nothing listening', async () => {
    const settings = { PORT: '0', METRICS_PORT: new URL(gateway.url).port, LOG_LEVEL: 'silent' };
    const start = startApp(readConfig({ ...settings, DATABASE_URL: gateway.world.database.url }));

    await expect(start).rejects.toThrow(/Set METRICS_PORT and METRICS_HOST to an address that is free\.$/);
  });
});
