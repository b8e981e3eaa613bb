/** Answers of neighbours are cached as their Cache-Control says, where the entry allows it. */
import { setTimeout as after } from 'node:timers/promises';
import { usualSettings } from '../../src/federation/linking/remotes';
import type { FederatedContext } from '../../src/federation/gateway/engine';
import type { RemoteSettings } from '../../src/federation/remote/remote-settings';
import { Remote } from '../../src/federation/remote/remote';
import { linked, scansSdl, type Linked } from './linked-gateway';
import { link, Neighbour } from './neighbour';

jest.setTimeout(180_000);

let ward: Neighbour;
let beds = 0;
/** Answers with a new number each time, and with these headers. */
const answersWith = (headers: Record<string, string>, body?: string): void => {
  ward.fault = (response) => {
    beds += 1;
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(body ?? JSON.stringify({ data: { beds } }));
  };
};
beforeAll(async () => {
  ward = await Neighbour.start('ward', `${link()} type Query { beds: Int }`, {});
});
beforeEach(() => {
  ward.asked.length = 0;
});
afterAll(() => ward.stop());

const remote = (settings: Partial<RemoteSettings> = {}) =>
  new Remote({ ...usualSettings, name: 'ward', url: ward.url, cacheMemory: 100_000, ...settings });

const ask = (of: Remote, clientHeaders: FederatedContext['clientHeaders'] = {}, query = '{ beds }') =>
  of.ask({
    subgraph: 'ward',
    kind: 'query',
    query,
    variables: {},
    context: { signal: new AbortController().signal, clientHeaders },
  });

/** How often the neighbour is asked by two equal questions. */
const questions = async (of: Remote, ...clients: FederatedContext['clientHeaders'][]): Promise<number> => {
  ward.asked.length = 0;
  await ask(of, clients[0]);
  await ask(of, clients.at(-1));
  return ward.asked.length;
};

it.each(['max-age=60', 'public, max-age=60', 's-maxage=60, max-age=0'])('"%s" is cached', async (control) => {
  answersWith({ 'cache-control': control });
  const asked = remote();
  const first = await ask(asked);
  expect(await ask(asked)).toEqual(first);
  expect(ward.asked).toHaveLength(1);
  await ask(asked, {}, '{ other: beds }');
  expect(ward.asked).toHaveLength(2);
});

it.each<Record<string, string>>([
  {},
  { 'cache-control': 'no-store, max-age=60' },
  { 'cache-control': 'private, max-age=60' },
  { 'cache-control': 'no-cache, max-age=60' },
  { 'cache-control': 'max-age=0' },
  { 'cache-control': 's-maxage=0, max-age=60' },
  { 'cache-control': 'max-age=60', age: '60' },
  { 'cache-control': 'max-age=60', vary: '*' },
  { 'cache-control': 'max-age=soon' },
])('%j is not cached', async (headers) => {
  answersWith(headers);
  expect(await questions(remote())).toBe(2);
});

it('nothing is cached without leave, nor what has errors', async () => {
  answersWith({ 'cache-control': 'max-age=60' });
  expect(await questions(remote({ cacheMemory: 0 }))).toBe(2);
  answersWith({ 'cache-control': 'max-age=60' }, '{"data":{"beds":null},"errors":[{"message":"full"}]}');
  expect(await questions(remote())).toBe(2);
});

it('an answer is asked for anew when its time is over', async () => {
  answersWith({ 'cache-control': 'max-age=1' });
  const asked = remote();
  await ask(asked);
  await after(1_100);
  await ask(asked);
  expect(ward.asked).toHaveLength(2);
});

it('requests with credentials neither use it nor fill it', async () => {
  answersWith({ 'cache-control': 'public, max-age=60' });
  for (const credentials of [{ authorization: 'Bearer x' }, { cookie: 'session=x' }]) {
    const asked = remote();
    expect(await questions(asked, credentials)).toBe(2);
    expect(await questions(asked, {}, credentials)).toBe(2);
  }
});

it('what is forwarded of a client belongs to the question, whatever Vary says', async () => {
  answersWith({ 'cache-control': 'max-age=60' });
  const asked = remote({ forwardHeaders: ['accept-language'] });
  expect(await questions(asked, { 'accept-language': 'de' }, { 'accept-language': 'en' })).toBe(2);
  expect(await questions(asked, { 'accept-language': 'de' }, { 'accept-language': 'de' })).toBe(0);
});

it('with a token of ours, only what is said to be for all is cached', async () => {
  const headers = { authorization: 'Bearer ours' };
  answersWith({ 'cache-control': 'max-age=60' });
  expect(await questions(remote({ headers }))).toBe(2);
  answersWith({ 'cache-control': 'public, max-age=60' });
  expect(await questions(remote({ headers }))).toBe(1);
});

it('is bounded in bytes', async () => {
  answersWith({ 'cache-control': 'max-age=60' }, JSON.stringify({ data: { beds: 'x'.repeat(20_000) } }));
  const asked = remote({ cacheMemory: 50_000 });
  for (const name of ['a', 'b', 'c', 'd']) await ask(asked, {}, `{ ${name}: beds }`);
  ward.asked.length = 0;
  await ask(asked, {}, '{ d: beds }');
  expect(ward.asked).toHaveLength(0);
  await ask(asked, {}, '{ a: beds }');
  expect(ward.asked).toHaveLength(1);
  expect(await questions(remote({ cacheMemory: 10_000 }))).toBe(2);
});

describe('by an entry of the file', () => {
  let racoon: Neighbour;
  let gateway: Linked;
  beforeAll(async () => {
    racoon = await Neighbour.start('scans', scansSdl, {});
    racoon.schemaFault = null;
    const environment = { DEADLINE_MS: '60000' };
    gateway = await linked([racoon], {
      more: '    cacheMemory: 1000000\n    timeoutMs: 60000\n',
      environment,
    });
  });
  afterAll(async () => {
    await gateway.end();
    await racoon.stop();
  });

  it('a crossing query is answered from it, and the metrics tell', async () => {
    racoon.fault = (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=60' })
        .end('{"data":{"_entities":[{"scans":3},{"scans":4}]}}');
    const query = '{ infrastructures { nodes { slug scans } } }';
    const answer = await gateway.gateway.ask(query);
    expect(answer.json).toMatchObject({
      data: { infrastructures: { nodes: [{ scans: 3 }, { scans: 4 }] } },
    });
    expect(answer.json).not.toHaveProperty('errors');
    expect((await gateway.gateway.ask(query)).json).toEqual(answer.json);
    expect(racoon.asked).toHaveLength(1);
    const { text } = await gateway.gateway.get('/metrics');
    expect(text).toContain('num_gateway_subgraph_cached_total{subgraph="scans"} 1');
  });

  it('what turns out to be wrong when it is merged is not cached', async () => {
    racoon.asked.length = 0;
    racoon.fault = (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=60' })
        .end('{"data":{"_entities":[]}}');
    const query = '{ infrastructures { nodes { machines { serial } } } }';
    expect((await gateway.gateway.ask(query)).json).toHaveProperty('errors');
    await gateway.gateway.ask(query);
    expect(racoon.asked).toHaveLength(2);
  });
});
