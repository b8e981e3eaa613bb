/** `num-gateway serve` from its start to its end, as a program of its own. */
import { describeOnEachDatabase, emptyDatabase, type EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';
import { eventually } from '../helpers/eventually';
import { serve } from '../helpers/gateway-process';
import { node24 } from '../helpers/node-24';
import { serveSeeds } from '../helpers/serve-seeds';
import { SlowRequest } from '../helpers/slow-request';

jest.setTimeout(120_000);

const question = `query WhoPays { institution(slug: "marburg") { slug infrastructures(asOf: "2024-06-01") { totalCount } } }`;
const answer = { data: { institution: { slug: 'marburg', infrastructures: { totalCount: 4 } } } };

const ask = async (url: string, headers: Record<string, string> = {}): Promise<unknown> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: question }),
  });
  return response.json();
};
const statusOf = async (url: string) => (await fetch(url)).status;

describeOnEachDatabase('the program', (dialect) => {
  let database: EmptyDatabase;
  beforeEach(async () => {
    database = await emptyDatabase(dialect);
  });
  afterEach(() => database.drop());

  it('seeds an empty database, says in one line where to go, answers, and ends with 0', async () => {
    const gateway = await serve({ env: { DATABASE_URL: database.url } });

    expect(gateway.stdout).toMatch(
      /^The NUM data-space gateway is ready: open (http:\/\/127\.0\.0\.1:\d+) \(GraphQL: \1\/graphql\)\n$/,
    );
    expect(await statusOf(`${gateway.url}/healthz`)).toBe(200);
    expect(await statusOf(`${gateway.url}/readyz`)).toBe(200);
    expect(await ask(gateway.url, { 'x-request-id': 'first-question' })).toMatchObject(answer);

    expect(await gateway.stop('SIGTERM')).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(gateway.log.filter(({ id }) => id !== undefined)).toEqual([
      expect.objectContaining({ id: 'first-question', operationName: 'WhoPays', status: 200 }),
    ]);
  });

  // Which signal it is makes no difference to the database.
  const signals = dialect === 'sqlite' ? (['SIGTERM', 'SIGINT', 'SIGHUP'] as const) : (['SIGTERM'] as const);

  it.each(signals)(
    'over a database that was seeded before finds its data again; with %s while a request is in work it is not ready any more, answers the request, and ends with 0',
    async (signal) => {
      const seeded = await seededDatabase(dialect);
      const gateway = await serve({ env: { DATABASE_URL: seeded.url } });
      expect(await ask(gateway.url)).toMatchObject(answer);
      const request = await SlowRequest.begin(gateway.url, question);

      const ended = gateway.stop(signal);

      await eventually(() => statusOf(`${gateway.url}/readyz`), 503);
      expect(await request.finish()).toContain(JSON.stringify(answer).slice(0, -1));
      expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
      await seeded.drop();
    },
  );

  it('started twice at the same moment on an empty database comes up twice, with the data once', async () => {
    const env = { DATABASE_URL: database.url };

    const gateways = await Promise.all([serve({ env }), serve({ env })]);

    for (const gateway of gateways) expect(await ask(gateway.url)).toMatchObject(answer);
    const ends = await Promise.all(gateways.map((gateway) => gateway.stop()));
    expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  });
});

it('a second signal ends the program at once, although a request is in work', async () => {
  const gateway = await serveSeeds();
  const request = await SlowRequest.begin(gateway.url, question);
  void gateway.stop('SIGTERM');
  await eventually(() => statusOf(`${gateway.url}/readyz`), 503);

  const { signal } = await gateway.stop('SIGINT');

  expect(signal).toBe('SIGINT');
  await request.closed();
});

it('the same under Node 24: it starts, answers, and ends with 0', async () => {
  const gateway = await serveSeeds({ node: await node24() });

  expect(await statusOf(`${gateway.url}/readyz`)).toBe(200);
  expect(await ask(gateway.url)).toMatchObject(answer);
  expect(await gateway.stop()).toMatchObject({ code: 0, signal: null, stderr: '' });
});
