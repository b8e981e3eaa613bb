/** How a neighbour is: told by the questions of clients, in Query.subgraphs, the metrics and the log. */
import { Registry } from 'prom-client';
import { Remote } from '../../src/federation/remote/remote';
import { announcingTo } from '../../src/federation/remote/announce';
import { usualSettings } from '../../src/federation/linking/remotes';
import { SubgraphMetrics } from '../../src/telemetry/subgraph-metrics';
import { eventually } from '../helpers/eventually';
import { linked, scans, scansSdl, type Linked } from './linked-gateway';
import { faults, Neighbour } from './neighbour';

jest.setTimeout(180_000);

let racoon: Neighbour;
let link: Linked;
beforeEach(async () => {
  racoon = await Neighbour.start('scans', scansSdl, scans);
});
afterEach(async () => {
  await link.end();
  await racoon.stop();
});

interface Report {
  state: string;
  since: string;
  lastError: { code: string } | null;
  latencyMs: object | null;
}

const question = '{ machines { serial } }';
const ask = async (query: string) => (await link.gateway.ask(query)).json as { data: unknown };
const report = async (): Promise<Report> => {
  const { data } = await ask('{ subgraphs { state since lastError { code } latencyMs { p50 } } }');
  const [first] = (data as { subgraphs: Report[] }).subgraphs;
  if (!first) throw new Error('No subgraph is linked in.');
  return first;
};
/** Its schema is looked at some times more. */
const looks = async (): Promise<void> => {
  const { looks: before } = racoon;
  await eventually(() => Promise.resolve(racoon.looks > before + 2), true);
};
const metric = async (line: string): Promise<number> => {
  const { text } = await link.gateway.get('/metrics');
  const found = text.split('\n').find((each) => each.startsWith(`num_gateway_subgraph_${line} `));
  return Number(found?.split(' ').at(-1) ?? 0);
};
const lines = (message: string) => link.gateway.log.filter(({ msg }) => msg === message);

it('stays unavailable while its questions fail, though it tells its schema', async () => {
  link = await linked([racoon]);
  expect(await report()).toMatchObject({ state: 'AVAILABLE', lastError: null, latencyMs: null });
  racoon.fault = faults.html;
  racoon.schemaFault = null;

  await ask(question);
  const before = await report();
  await looks();

  expect(before).toMatchObject({ state: 'UNAVAILABLE', lastError: { code: 'NOT_JSON' }, latencyMs: null });
  expect(await report()).toEqual(before);
});

it('stays available while its questions are answered, though it does not tell its schema', async () => {
  link = await linked([racoon]);
  await ask(question);
  const { since } = await report();
  racoon.schemaFault = (response) => response.end('{"data":{"_service":null}}');

  await looks();

  expect(await report()).toMatchObject({ state: 'AVAILABLE', since, lastError: { code: 'NOT_GRAPHQL' } });
  expect(lines('A subgraph is unavailable')).toEqual([]);
});

it('shows that values of the wrong type came, and goes on', async () => {
  link = await linked([racoon], { environment: { SUBGRAPHS_POLL_MS: '1000000' } });
  racoon.fault = (response) => response.end('{"data":{"_entities":[{"scans":"many"},{"scans":6}]}}');

  await ask('{ infrastructures { nodes { scans } } }');

  expect(await report()).toMatchObject({ state: 'AVAILABLE', lastError: { code: 'WRONG_TYPE' } });
  expect(await metric('failures_total{subgraph="scans",kind="WRONG_TYPE"}')).toBe(1);
});

it('is said to be gone, and to be back, once each', async () => {
  link = await linked([racoon]);
  await racoon.stop();
  await eventually(async () => (await report()).state, 'UNAVAILABLE');
  for (let time = 0; time < 3; time++) await ask(question);
  await racoon.listen();
  await eventually(async () => (await report()).state, 'AVAILABLE');

  expect(lines('A subgraph is unavailable')).toMatchObject([{ subgraph: 'scans', code: 'UNREACHABLE' }]);
  expect(lines('A subgraph is available again')).toMatchObject([{ subgraph: 'scans' }]);
});

it('is said to be missing at the start, once', async () => {
  await racoon.stop();
  link = await linked([racoon]);
  const unreachable = () => metric('schema_requests_total{subgraph="scans",outcome="UNREACHABLE"}');
  await eventually(async () => (await unreachable()) > 2, true);

  expect(lines('A subgraph is unavailable')).toMatchObject([{ subgraph: 'scans', code: 'UNREACHABLE' }]);
});

it('is counted: questions, failures by kind, how long they took, and the circuit', async () => {
  link = await linked([racoon], { environment: { SUBGRAPHS_POLL_MS: '1000000' } });
  await ask(question);
  racoon.fault = (response) => response.writeHead(503).end();
  for (let time = 0; time < 5; time++) await ask(question);
  await ask(question);

  expect(racoon.asked).toHaveLength(16);
  expect(await metric('requests_total{subgraph="scans"}')).toBe(7);
  expect(await metric('failures_total{subgraph="scans",kind="HTTP_STATUS"}')).toBe(5);
  expect(await metric('failures_total{subgraph="scans",kind="CIRCUIT_OPEN"}')).toBe(1);
  expect(await metric('request_duration_seconds_count{subgraph="scans"}')).toBe(6);
  expect(await metric('schema_requests_total{subgraph="scans",outcome="ok"}')).toBe(1);
  expect(await metric('circuit_state{subgraph="scans",state="open"}')).toBe(1);
  expect(await metric('circuit_state{subgraph="scans",state="closed"}')).toBe(0);
});

describe('without a gateway', () => {
  beforeEach(() => {
    link = { end: () => Promise.resolve() } as Linked;
  });

  it('names are labels up to a number', async () => {
    const registry = new Registry();
    const metrics = new SubgraphMetrics(registry);
    for (let index = 0; index < 500; index++) metrics.circuitIs(`subgraph-${index}`, 'closed');

    const series = (await registry.metrics()).match(/^num_gateway_subgraph_circuit_state\{/gm) ?? [];
    expect(series).toHaveLength(3 * 101);
  });

  it('one that comes and goes all the time does not fill the log', () => {
    const said: string[] = [];
    let now = 0;
    const say = (_: object, message: string) => void said.push(message);
    const late = { code: 'TIMEOUT', at: new Date(), detail: null };
    const { isAvailable } = announcingTo({ debug: say, info: say, warn: say }, () => now);
    for (let time = 0; time < 1_000; time++) isAvailable('scans', time % 2 === 1, late);
    expect(said).toHaveLength(10);

    now += 61_000;
    isAvailable('scans', false, late);
    expect(said.at(-1)).toBe('A subgraph is unavailable');
    expect(said).toHaveLength(11);
  });

  it('a question that nobody waits for says nothing of the subgraph', async () => {
    racoon.fault = faults.hangs;
    const remote = new Remote({ ...usualSettings, name: 'scans', url: racoon.url });
    const ending = new AbortController();
    const asked = remote.ask({
      subgraph: 'scans',
      kind: 'query',
      query: question,
      variables: {},
      context: { signal: ending.signal, clientHeaders: {} },
    });
    ending.abort();

    await expect(asked).rejects.toMatchObject({ fault: 'STOPPED' });
    expect(remote.health.lastError).toBeNull();
  });
});
