/** `WORKERS`: several real processes behind one port, of which one may die, and all of which stop in order. */
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { describeOnEachDatabase, emptyDatabase, type EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';
import { eventually } from '../helpers/eventually';
import { run, serve } from '../helpers/gateway-process';
import { SlowRequest } from '../helpers/slow-request';

jest.setTimeout(240_000);

type Program = Awaited<ReturnType<typeof serve>>;

const question = 'query Who { institution(slug: "marburg") { slug } }';
const answer = { data: { institution: { slug: 'marburg' } } };

/** Asks on a connection of its own, which any worker may get; null where the connection was lost. */
const ask = (url: string) =>
  new Promise<{ status: number; json: unknown } | null>((resolve) => {
    const headers = { 'content-type': 'application/json' };
    request(`${url}/graphql`, { method: 'POST', agent: false, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('error', () => resolve(null));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, json: JSON.parse(body) as unknown }),
      );
    })
      .on('error', () => resolve(null))
      .end(JSON.stringify({ query: question }));
  });
const askOften = (url: string, times: number) => Promise.all(Array.from({ length: times }, () => ask(url)));

/** The processes that have answered since a line of the log. */
const answeredBy = ({ log }: Program, since = 0): Set<unknown> =>
  new Set(
    log
      .slice(since)
      .filter(({ status }) => status === 200)
      .map(({ pid }) => pid),
  );

describeOnEachDatabase('several workers', (dialect) => {
  let database: EmptyDatabase;
  let gateway: Program;
  beforeAll(async () => {
    database = await emptyDatabase(dialect);
    gateway = await serve({
      env: { DATABASE_URL: database.url, WORKERS: '2', MAX_COST_PER_MINUTE: '100000' },
    });
  });
  afterAll(async () => {
    await gateway.stop('SIGKILL');
    await database.drop();
  });

  it('answer on one port, over a database that was seeded once', async () => {
    const answers = await askOften(gateway.url, 8);

    for (const each of answers) expect(each?.json).toMatchObject(answer);
    // Answers that are kept are given so fast that one worker may take all connections of a moment.
    const workers = async () => {
      await askOften(gateway.url, 8);
      return answeredBy(gateway).size;
    };
    await eventually(workers, 2);
    expect(gateway.stdout.match(/is ready/g)).toHaveLength(1);
  });

  it('count their requests together', async () => {
    const counted = async () => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      return Number(/num_gateway_requests_total\{operation="Who",status="200"\} (\d+)/.exec(text)?.[1]);
    };
    const before = await counted();

    await askOften(gateway.url, 10);

    await eventually(counted, before + 10);
  });

  it('go on when one of them is killed, which is replaced', async () => {
    const [victim] = answeredBy(gateway);
    const since = gateway.log.length;
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    const load = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let turn = 0; turn < 20; turn += 1) answers.push(await ask(gateway.url));
      }),
    );
    process.kill(victim as number, 'SIGKILL');
    await load;

    // Only what the killed process was about to answer is lost.
    expect(answers.filter((each) => each === null).length).toBeLessThanOrEqual(4);
    expect(new Set(answers.flatMap((each) => each?.status ?? []))).toEqual(new Set([200]));
    const alive = async () => {
      await askOften(gateway.url, 4);
      const pids = answeredBy(gateway, since);
      pids.delete(victim);
      return pids.size;
    };
    await eventually(alive, 2, 60_000);
    expect(gateway.log).toContainEqual(expect.objectContaining({ worker: victim, signal: 'SIGKILL' }));
  });

  it('answer what runs when they are told to stop, and all end', async () => {
    const slow = await SlowRequest.begin(gateway.url, question);
    const pids = [...answeredBy(gateway)] as number[];

    const ended = gateway.stop('SIGTERM');

    expect(await slow.finish()).toContain('"slug":"marburg"');
    expect(await ended).toMatchObject({ code: 0, signal: null });
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });
});

it('workers give a client one allowance for all of them', async () => {
  const database = await seededDatabase('sqlite');
  const gateway = await serve({
    env: { DATABASE_URL: database.url, WORKERS: '2', MAX_COST_PER_MINUTE: '10' },
  });

  const answers = await askOften(gateway.url, 40);

  const { estimated } = (
    answers.find((each) => each?.status === 200)?.json as { extensions: { cost: { estimated: number } } }
  ).extensions.cost;
  expect(answers.filter((each) => each?.status === 200)).toHaveLength(Math.floor(10 / estimated));
  // The log is written beside the answers.
  await eventually(() => Promise.resolve(answeredBy(gateway).size > 0), true);
  await gateway.stop();
  await database.drop();
});

it('workers that cannot start end the program, and it says why', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const database = await seededDatabase('sqlite');

  const { code, stderr } = await run(['serve'], {
    env: { DATABASE_URL: database.url, WORKERS: '2', PORT: String(port) },
  });

  expect([code, stderr]).toEqual([1, expect.stringContaining('PORT')]);
  other.close();
  await database.drop();
});

it('workers are refused over a database that each process has for itself', async () => {
  const { code, stderr } = await run(['serve'], { env: { DATABASE_URL: 'sqlite::memory:', WORKERS: '2' } });

  expect([code, stderr]).toEqual([1, expect.stringContaining('WORKERS="2"')]);
});
