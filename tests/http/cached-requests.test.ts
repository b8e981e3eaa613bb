/** A query that was asked before is answered as the first one was, for as long as the data is the same: caches are not seen. */
import { connect } from 'node:net';
import { pino } from 'pino';
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { versionTable } from '../../src/resource/statements';
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { corpus, type Hostile } from '../hostile/corpus';
import { Gateway, sites, unkept } from './gateway';

const generous = { MAX_COST_PER_MINUTE: '2000000000', PUBLIC_URL: 'https://num.example.org' };
const uncached = { OPERATION_CACHE_MEMORY: '0', RESPONSE_CACHE_MEMORY: '0' };
const json = { 'content-type': 'application/json' };
const preflight = { 'apollo-require-preflight': 'true' };

const posted = (name: string, body: object, headers = {}): Hostile => ({
  name,
  method: 'POST',
  headers: { ...json, ...headers },
  body: JSON.stringify(body),
  status: 200,
});

const everySite = '{ institutions { totalCount nodes { id slug name kind evidence { property } } } }';
const named = 'query Named($slug: String!) { institution(slug: $slug) { name } }';

/** Good questions in the ways in which clients put them. */
const usual: Hostile[] = [
  posted('a list', { query: everySite }),
  posted('variables', { query: named, variables: { slug: 'marburg' } }),
  posted('other variables', { query: named, variables: { slug: 'giessen' } }),
  posted('variables that do not fit', { query: named, variables: { slug: null } }),
  posted('an operation by its name', { query: `${named} query B { __typename }`, operationName: 'B' }),
  posted('members that nobody knows', { query: named, variables: { slug: 'marburg' }, more: 1 }),
  posted('extensions', { query: everySite, extensions: { client: 'x' } }),
  posted('German', { query: everySite }, { 'accept-language': 'de-AT, en;q=0.5' }),
  posted('the newer type', { query: everySite }, { accept: 'application/graphql-response+json' }),
  posted('a type that is not offered', { query: everySite }, { accept: 'image/png' }),
  posted('a table', { query: '{ institutions { nodes { slug } } }' }, { accept: 'text/csv' }),
  posted('a page of another site', { query: everySite }, { origin: 'https://example.org' }),
  posted('somebody by name', { query: everySite }, { authorization: 'Bearer x' }),
  posted('a cookie', { query: everySite }, { cookie: 'a=b' }),
  posted('compressed', { query: everySite }, { 'accept-encoding': 'br, gzip' }),
  posted('as it is', { query: everySite }, { 'accept-encoding': 'identity' }),
  {
    name: 'an address',
    path: `/graphql?query=${encodeURIComponent(everySite)}`,
    headers: preflight,
    status: 200,
  },
  {
    name: 'an address without a word of where it comes from',
    path: `/graphql?query=%7B__typename%7D`,
    status: 200,
  },
  {
    name: 'an address with two queries',
    path: '/graphql?query=%7B__typename%7D&query=%7B__typename%7D',
    headers: preflight,
    status: 400,
  },
];

const compared = [...usual, ...corpus];

describeOnEachDatabase('a question that was asked before', (dialect) => {
  let gateway: Gateway;
  let plain: App;

  beforeAll(async () => {
    gateway = await Gateway.over(dialect, sites, {}, { ...generous, ...unkept });
    const settings = { PORT: '0', DATABASE_URL: gateway.world.database.url, ...generous, ...uncached };
    plain = await startApp(readConfig(settings), { log: pino({ level: 'silent' }) });
  });

  afterAll(async () => {
    await plain.stop();
    await gateway.end();
  });

  const seen = async (url: string, { method = 'GET', path = '/graphql', headers = {}, body }: Hostile) => {
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body }) });
    const own = ['x-request-id', 'date'];
    return {
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name))),
      text: await answer.text(),
    };
  };

  it.each(compared.map((each): [string, Hostile] => [each.name, each]))(
    'is answered as where nothing is cached: %s',
    async (_name, question) => {
      const expected = await seen(plain.url, question);

      for (let time = 0; time < 3; time += 1) expect(await seen(gateway.url, question)).toEqual(expected);
    },
  );

  const countOf = async (headers = {}): Promise<number> => {
    const { json: answer } = await gateway.ask('{ contacts { totalCount } }', headers);
    return (answer as { data: { contacts: { totalCount: number } } }).data.contacts.totalCount;
  };

  it('has the same answer until the data changes, and the new one within a second; by name, it is never kept', async () => {
    expect([await countOf(), await countOf()]).toEqual([1, 1]);
    await gateway.behind((database) => database.query('DELETE FROM contact'));

    expect(await countOf()).toBe(1);
    expect(await countOf({ authorization: 'Bearer x' })).toBe(0);
    expect(await countOf({ cookie: 'a=b' })).toBe(0);

    await gateway.behind((database) =>
      database.query(`UPDATE ${versionTable.name} SET version = version + 1`),
    );
    await eventually(countOf, 0);
  });

  const address = `/graphql?query=${encodeURIComponent('{ institution(slug: "marburg") { name } }')}`;

  it('is told to a client that has the answer already only that it has not changed', async () => {
    const first = await gateway.get(address, { headers: preflight });
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('vary')).toBe('Accept, Accept-Language, Accept-Encoding');

    for (const url of [gateway.url, plain.url]) {
      for (const given of [tag, `"other", ${tag}`, '*']) {
        const headers = { ...preflight, 'if-none-match': given, 'cache-control': 'max-age=0' };
        const {
          status,
          headers: told,
          text,
        } = await seen(url, { name: '', path: address, headers, status: 304 });
        expect({ status, text, tag: told.etag, type: told['content-type'] }).toEqual({
          status: 304,
          text: '',
          tag,
        });
      }
    }
  });

  it('is answered whole where the condition does not hold, or stands on a POST', async () => {
    const other = await gateway.get(address, { headers: { ...preflight, 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);

    const posted = await gateway.ask(everySite, { 'if-none-match': '*' });
    expect([posted.status, posted.headers.get('etag')]).toEqual([200, null]);
  });

  it('may be stored by nobody else where somebody is named, and by nobody at all where it failed', async () => {
    const { headers } = await gateway.ask(everySite, { authorization: 'Bearer x' });
    expect(headers.get('cache-control')).toBe('private, no-cache');

    expect((await gateway.ask('{ nothing }')).headers.get('cache-control')).toBe('no-store');
  });

  it('is compressed as the client likes it, if it is large enough', async () => {
    const encodings = async (query: string, accepted: string) => {
      const answers = [];
      for (let time = 0; time < 3; time += 1)
        answers.push(
          (await gateway.ask(query, { 'accept-encoding': accepted })).headers.get('content-encoding'),
        );
      return answers;
    };
    const large = `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: institution(slug: "marburg") { id name iri }`).join(' ')} }`;

    expect(await encodings(large, 'gzip, br')).toEqual(['br', 'br', 'br']);
    expect(await encodings(large, 'gzip')).toEqual(['gzip', 'gzip', 'gzip']);
    expect(await encodings(large, 'br;q=0.1, gzip')).toEqual(['gzip', 'gzip', 'gzip']);
    expect(await encodings(large, 'br;q=0')).toEqual([null, null, null]);
    expect(await encodings('{ __typename }', 'br')).toEqual([null, null, null]);
  });

  it('is answered where its body comes after its head, and where requests stand in a row', async () => {
    const body = JSON.stringify({ query: everySite });
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const { port } = new URL(gateway.url);
    const socket = connect(Number(port), '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => (received += text));
    const answers = () => Promise.resolve(received.split('HTTP/1.1 200 OK').length - 1);

    socket.write(head);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(body.slice(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(body.slice(10));
    await eventually(answers, 1);
    socket.write(head);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(`${body}${head}${body}${head}${body}`);
    await eventually(answers, 4);
    socket.destroy();
  });

  it('has its line in the log and its place in the metrics', async () => {
    const body = { query: 'query Again { institution(slug: "marburg") { slug } }' };
    for (let time = 0; time < 3; time += 1)
      await seen(gateway.url, posted('', body, { 'x-request-id': `again-${time}` }));

    const lines = () => gateway.log.filter(({ operationName }) => operationName === 'Again');
    await eventually(() => Promise.resolve(lines().length), 3);
    expect(lines()[2]).toMatchObject({
      id: 'again-2',
      method: 'POST',
      path: '/graphql',
      status: 200,
      durationMs: expect.any(Number) as number,
      msg: 'request',
    });
    const { text } = await gateway.get('/metrics');
    expect(text).toContain('num_gateway_requests_total{operation="Again",status="200"} 3');
  });
});

describeOnEachDatabase('what is asked again', (dialect) => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await Gateway.over(dialect, sites, {}, { MAX_COST_PER_MINUTE: '150' });
  });

  afterAll(() => gateway.end());

  it('costs next to nothing, but not nothing', async () => {
    const query = '{ institution(slug: "marburg") { slug } }';
    const statuses = [];
    for (let time = 0; time < 160; time += 1) statuses.push((await gateway.ask(query)).status);

    expect(statuses.slice(0, 50)).toEqual(Array(50).fill(200));
    expect(statuses.at(-1)).toBe(429);
  });
});
