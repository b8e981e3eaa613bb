/** With caches and without: whatever is asked, in whichever words and headers, it is answered byte by byte the same. */
import fc from 'fast-check';
import { pino } from 'pino';
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { Gateway, sites, unkept } from './gateway';
import { rawRequest, sendRaw } from './raw';
import { runs } from '../helpers/property-runs';

const generous = { MAX_COST_PER_MINUTE: '2000000000', PUBLIC_URL: 'https://num.example.org' };
const uncached = { OPERATION_CACHE_MEMORY: '0', RESPONSE_CACHE_MEMORY: '0' };

let gateway: Gateway;
let plain: App;

beforeAll(async () => {
  gateway = await Gateway.over('sqlite', sites, {}, { ...generous, ...unkept });
  const settings = { PORT: '0', DATABASE_URL: gateway.world.database.url, ...generous, ...uncached };
  plain = await startApp(readConfig(settings), { log: pino({ level: 'silent' }) });
});

afterAll(async () => {
  await plain.stop();
  await gateway.end();
});

/** What an answer says, but for what is its own. */
const told = async (url: string, request: Buffer) => {
  const { status, headers, text } = await sendRaw(url, request);
  const { date: _date, 'x-request-id': _id, ...others } = headers;
  return { status, headers: others, text };
};

const isAnsweredAlike = async (...requests: Buffer[]): Promise<void> => {
  for (let time = 0; time < 2; time += 1)
    for (const request of requests)
      expect(await told(gateway.url, request)).toEqual(await told(plain.url, request));
};

const json = 'Content-Type: application/json';
const get = (address: string, ...headers: string[]) => rawRequest(`GET ${address}`, ['Host: x', ...headers]);
const post = (body: string | Buffer, ...headers: string[]) =>
  rawRequest(
    'POST /graphql',
    ['Host: x', json, `Content-Length: ${Buffer.byteLength(body)}`, ...headers],
    body,
  );

describe('an answer that is known is not taken for that of another question', () => {
  const address = `/graphql?query=${encodeURIComponent('{ institutions { totalCount } }')}`;

  it('where a body has the text of an address', () =>
    // A good body first, so that its kind of client is known.
    isAnsweredAlike(post('{"query":"{ __typename }"}'), get(address), post(address)));

  it('where a number is beyond the range of JSON, and was null before', () => {
    const of = (n: string) =>
      post(`{"query":"query ($n: Int) { institutions(first: $n) { totalCount } }","variables":{"n":${n}}}`);
    return isAnsweredAlike(of('null'), of('1e999'), of('-1e999'), of('[1e999]'), of('null'));
  });

  it('where a number is beyond the range of JSON within an address', () => {
    const of = (n: string) =>
      get(
        `/graphql?query=${encodeURIComponent('query ($n: Int) { institutions(first: $n) { totalCount } }')}&variables=${encodeURIComponent(`{"n":${n}}`)}`,
      );
    return isAnsweredAlike(of('null'), of('1e999'), of('null'));
  });

  it('where a header says what stands for a missing one', () =>
    isAnsweredAlike(
      ...['Accept', 'Accept-Language', 'Accept-Encoding', 'Origin'].flatMap((name) => [
        get(address),
        get(address, `${name}: undefined`),
        get(address, `${name}: null`),
        get(address, `${name}:`),
        get(address),
      ]),
    ));

  it('where headers flow into one another', () =>
    isAnsweredAlike(
      get(address, 'Accept: application/json', 'Accept-Language: de'),
      get(address, 'Accept: application/json, de'),
      get(address, 'Accept: application/json","de'),
    ));
});

/** Questions that are right, nearly right and wrong. */
const queries = [
  '{ institutions { totalCount } }',
  'query A { institution(slug: "giessen") { name } }',
  'query A { __typename } query B { institutions { totalCount } }',
  'query ($n: Int) { institutions(first: $n) { totalCount nodes { slug name } } }',
  'query ($s: String!) { institution(slug: $s) { name } }',
  '{ a: __schema { queryType { name } } institutions { totalCount } b: __schema { queryType { name } } }',
  '{ nothing }',
  '{',
  '',
];
const variables = [
  '{}',
  '{"n":1}',
  '{"n":null}',
  '{"n":1e999}',
  '{"n":-0}',
  '{"n":1.0}',
  '{"n":"1"}',
  '{"s":"marburg"}',
  '{"s":"mar\\u0062urg","n":2}',
  '{"n":2,"s":"marburg"}',
  '{"s":"\\ud800"}',
  '{"__proto__":{"s":"marburg"}}',
  '{"s":{"toString":1}}',
  '[]',
  'null',
  '"x"',
  '{',
  '',
];
const names = ['', 'A', 'B', 'Ä', '__proto__'];
const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const perhaps = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 2 });

/** Headers, one of each name at most, with values that clients send and such as none does. */
const headers = fc
  .record({
    Accept: perhaps(
      one(
        '*/*',
        'application/json',
        'application/graphql-response+json',
        'application/json;q=0',
        'text/csv',
        'undefined',
        '',
        ',',
        'image/png, */*;q=0.1',
      ),
    ),
    'Accept-Language': perhaps(
      one('de', 'de-AT, en;q=0.5', 'en-GB, de', '*', 'de;q=0', 'undefined', '', 'xx;q=9', 'de;q=1e0'),
    ),
    'Accept-Encoding': perhaps(one('gzip', 'br, gzip', 'identity', '*;q=0', 'undefined', '')),
    Origin: perhaps(one('https://a.example.org', 'null', 'undefined', '')),
    'Content-Type': perhaps(
      one(
        'application/json',
        'application/json; charset=utf8',
        'application/json;',
        'text/plain',
        'application/json; x',
      ),
    ),
    'Apollo-Require-Preflight': perhaps(one('true', '')),
    'Sec-Fetch-Site': perhaps(one('cross-site', 'same-origin', 'none', '')),
    'Sec-Fetch-Mode': perhaps(one('cors', 'no-cors', 'navigate')),
    'If-None-Match': perhaps(one('*', 'W/"x"', '')),
    Cookie: perhaps(one('a=b', '')),
    Authorization: perhaps(one('Bearer x', '')),
    'Cache-Control': perhaps(one('no-cache', 'max-age=0')),
    Host: one('x', 'num.example.org:80', 'a/b'),
  })
  .map((given) =>
    Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])),
  );

const member = (name: string, value: string | null): string[] =>
  value === null ? [] : [`"${name}":${value}`];

/** Bodies in many spellings. */
const bodies = fc
  .record({
    query: perhaps(one(...queries)),
    variables: perhaps(one(...variables.filter((text) => text !== ''))),
    operationName: perhaps(one(...names)),
    more: perhaps(
      one(
        '"extensions":{}',
        '"extensions":null',
        '"documentId":"x"',
        '"x":1e999',
        '"query":"{ __typename }"',
      ),
    ),
    begin: one('{', '{ ', '\uFEFF{', '[{'),
  })
  .map(({ query, variables: given, operationName, more, begin }) => {
    const members = [
      ...member('query', query && JSON.stringify(query)),
      ...member('variables', given),
      ...member('operationName', operationName === null ? null : JSON.stringify(operationName)),
      ...(more === null ? [] : [more]),
    ];
    return `${begin}${members.join(',')}}`;
  });

const parameter = (name: string, value: string | null): string[] =>
  value === null ? [] : [`${name}=${encodeURIComponent(value)}`];

/** Addresses in many spellings. */
const addresses = fc
  .record({
    query: perhaps(one(...queries)),
    variables: perhaps(one(...variables)),
    operationName: perhaps(one(...names)),
    more: perhaps(
      one(
        'extensions=',
        'extensions=%7B%7D',
        'format=csv',
        'format=',
        'x=%ff',
        'query=%7B__typename%7D',
        'documentId=x',
        'x',
        '&',
        'variables=%5B1e999%5D',
      ),
    ),
    path: one('/graphql?', '/graphql?', '/graphql/?', '/graphql//?', 'http://x/graphql?', '/graphql?&'),
  })
  .map(({ query, variables: given, operationName, more, path }) => {
    const parts = [
      ...parameter('query', query),
      ...parameter('variables', given),
      ...parameter('operationName', operationName),
      ...(more === null ? [] : [more]),
    ];
    return `${path}${parts.join('&')}`;
  });

/** Sent as a body of a request is, the length of which is right. */
const requests = fc.oneof(
  fc
    .tuple(addresses, headers, one('GET', 'GET', 'GET', 'HEAD'))
    .map(([address, given, method]) => rawRequest(`${method} ${address}`, given)),
  fc
    .tuple(fc.oneof({ weight: 9, arbitrary: bodies }, addresses), headers)
    .map(([body, given]) =>
      rawRequest('POST /graphql', [...given, `Content-Length: ${Buffer.byteLength(body)}`], body),
    ),
);

it('whatever is asked twice is answered as where nothing is cached', async () => {
  await fc.assert(
    fc.asyncProperty(requests, (request) => isAnsweredAlike(request)),
    { numRuns: runs(200) },
  );
}, 120_000);

it('and so is a good question, in whatever headers', async () => {
  const good = fc
    .tuple(
      one(0, 1, 3),
      one('{}', '{"n":1}'),
      headers.filter((given) => given.every((each) => !/^(Host: a|Content-Type)/.test(each))),
    )
    .chain(([query, given, head]) => {
      const text = JSON.stringify({ query: queries[query], variables: JSON.parse(given) as unknown });
      const parts = [...parameter('query', queries[query] ?? ''), ...parameter('variables', given)];
      return one(
        rawRequest('POST /graphql', [...head, json, `Content-Length: ${Buffer.byteLength(text)}`], text),
        rawRequest(`GET /graphql?${parts.join('&')}`, head),
      );
    });
  await fc.assert(
    fc.asyncProperty(good, (request) => isAnsweredAlike(request)),
    { numRuns: runs(150) },
  );
}, 120_000);
