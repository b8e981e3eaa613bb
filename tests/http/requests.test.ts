/** Requests as they come: what is sloppy is understood, what could be read in two ways is refused with its fault by name. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Gateway, sites } from './gateway';
import { rawRequest, sendRaw, type RawAnswer } from './raw';

const host = 'Host: gateway.example.org';
/** As which programs on this machine know it, who alone are told its metrics. */
const here = 'Host: localhost';
const json = 'Content-Type: application/json';
const typename = encodeURIComponent('{ __typename }');
const slugs = encodeURIComponent('{ institutions { nodes { slug } } }');
const answered = { data: { __typename: 'Query' } };

let gateway: Gateway;

beforeAll(async () => {
  gateway = await Gateway.over('sqlite', sites, {}, { MAX_COST_PER_MINUTE: '2000000000' });
});
afterAll(() => gateway.end());

const send = (
  line: string,
  headers: readonly string[] = [host],
  body: string | Buffer = '',
): Promise<RawAnswer> => sendRaw(gateway.url, rawRequest(line, headers, body));
const get = (address: string, ...headers: string[]) => send(`GET ${address}`, [host, ...headers]);
const post = (body: unknown, ...headers: string[]) => {
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const type = headers.some((each) => /^content-type/i.test(each)) ? [] : [json];
  return send(
    'POST /graphql',
    [host, ...type, ...headers, `Content-Length: ${Buffer.byteLength(text)}`],
    text,
  );
};

const failure = ({ status, json: body }: Pick<RawAnswer, 'status' | 'json'>) => {
  const { errors = [] } = body as { errors?: { message: string; extensions: { code: string } }[] };
  return { status, code: errors[0]?.extensions.code, message: errors[0]?.message ?? '' };
};

describe('the name of the operation', () => {
  const document = 'query A { __typename }';
  const named = (name: string) => post({ query: document, operationName: name });

  it('may be empty, as it is in links and bodies of forms: that is no name', async () => {
    for (const empty of [
      'operationName=',
      'variables=',
      'extensions=',
      'operationName=&variables=&extensions=',
    ])
      expect((await get(`/graphql?query=${typename}&${empty}`)).json).toMatchObject(answered);
    expect((await named('')).json).toMatchObject(answered);
    expect((await post({ query: document, operationName: null, variables: null })).json).toMatchObject(
      answered,
    );
    expect((await get(`/graphql?query=${slugs}&operationName=&variables=&format=csv`)).text).toContain(
      'marburg',
    );
    const cost = await post({
      query: '{ cost(query: "query A { __typename }", operationName: "") { estimated } }',
    });
    expect(cost.json).toMatchObject({ data: { cost: { estimated: 1 } } });
  });

  it.each([
    ['a body', () => named('B')],
    ['an address', () => get(`/graphql?query=${encodeURIComponent(document)}&operationName=B`)],
    ['a table', () => get(`/graphql?query=${slugs}&operationName=B&format=csv`)],
  ])('is told by name where the document has none such: in %s', async (_where, ask) => {
    expect(failure(await ask())).toEqual({
      status: 400,
      code: 'OPERATION_RESOLUTION_FAILURE',
      message: 'The document has no operation named "B".',
    });
  });

  it('is asked for where there are several operations', async () => {
    const { message } = failure(await post({ query: 'query A { __typename } query B { __typename }' }));

    expect(message).toBe(
      'The document has several operations. Say by "operationName" which of them is meant.',
    );
  });

  it('is treated so for trusted documents as well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'num-gateway-trusted-'));
    writeFileSync(join(folder, 'a.graphql'), document);
    const closed = await Gateway.over('sqlite', sites, {}, { TRUSTED_DOCUMENTS: folder });
    const ask = (operationName: string) =>
      sendRaw(
        closed.url,
        rawRequest(
          `GET /graphql?query=${encodeURIComponent(document)}&documentId=&operationName=${operationName}`,
          [host],
        ),
      );

    expect((await ask('')).json).toMatchObject(answered);
    expect(failure(await ask('B')).message).toBe('The document has no operation named "B".');
    await closed.end();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['text', { query: document, operationName: 1 }, '"operationName" is no text.'],
    ['an object', { query: document, variables: 'x' }, '"variables" is no JSON object.'],
    ['an object', { query: document, variables: [] }, '"variables" is no JSON object.'],
    ['an object', { query: document, extensions: 'x' }, '"extensions" is no JSON object.'],
    ['text', { query: { kind: 'Document' } }, '"query" is no text.'],
    ['there', { variables: {} }, 'The request has no query.'],
  ])('and all else that is asked must be %s: %j', async (_what, body, begin) => {
    const { status, code, message } = failure(await post(body));

    expect({ status, code }).toEqual({ status: 400, code: 'BAD_REQUEST' });
    expect(message.startsWith(begin)).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    ['a byte that is no UTF-8', '%ff', '%ff'],
    ['an overlong character', '%C0%AF', '%C0%AF'],
    ['half a surrogate pair', '%ED%A0%80', '%ED%A0%80'],
    ['half a character', 'M%C3', '%C3'],
    ['a character that ends too soon', '%E4%BDx', '%E4%BD'],
    ['an escape that is none', '50%', '%'],
  ])('with %s is refused for queries, tables and records alike, as a body is', async (_what, text, told) => {
    const query = `%7Binstitution(slug:%22${text}%22)%7Bslug%7D%7D`;
    const variables = `%7B%22slug%22:%22${text}%22%7D`;
    const addresses = [
      `/graphql?query=${query}`,
      `/graphql?query=${query}&format=csv`,
      `/graphql?query=${typename}&variables=${variables}`,
      `/graphql?query=${slugs}&format=ndjson&variables=${variables}`,
      `/institutions/${text}`,
      `/institutions/marburg?x=${text}`,
    ];
    for (const address of addresses) {
      const { status, code, message } = failure(await get(address));
      expect({ status, code }).toEqual({ status: 400, code: 'BAD_REQUEST' });
      expect(message).toContain(`The address holds "${told}", which is no UTF-8.`);
    }
  });

  it('has no letters beyond ASCII as they are: they might be of any encoding', async () => {
    const { status, code, message } = failure(await get('/graphql?query={institution(slug:"\xfc"){id}}'));

    expect({ status, code }).toEqual({ status: 400, code: 'BAD_REQUEST' });
    expect(message).toContain('percent-encoded');
  });

  it.each([
    '/graphql//',
    '/graphql//?query=%7B__typename%7D',
    '/graphql/\\?query=%7B__typename%7D',
    '/graphql///x?query=%7B__typename%7D',
    '/graphql/x?query=%7B__typename%7D',
    '/graphql/anything/else?query=%7B__typename%7D',
    '//graphql?query=%7B__typename%7D',
    '/graphql;x?query=%7B__typename%7D',
    '/graphql%2f?query=%7B__typename%7D',
    '/./graphql?query=%7B__typename%7D',
    '/x/../graphql?query=%7B__typename%7D',
    '/\\',
    '//elsewhere.example.org/',
    '/institutions//marburg',
    '/institutions/marburg//',
    '/institutions/..%2fmarburg',
    '/institutions/marburg%2f',
    '/institutions/marburg;x',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00',
    '/assets',
    '/assets//elsewhere.example.org/..',
    '/healthz//',
    '/healthz/x',
    '/metrics/..',
  ])('where nothing is, is told so, whatever slashes it has: %s', async (address) => {
    const answer = await get(address);

    expect(failure(answer)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    if (address.startsWith('/graphql/') && !address.includes('\\'))
      expect(failure(await send(`POST ${address}`, [host, json, 'Content-Length: 2'], '{}'))).toMatchObject({
        status: 404,
        code: 'NOT_FOUND',
      });
  });

  it('may end with the one slash that people write', async () => {
    expect((await get(`/graphql/?query=${typename}`)).json).toMatchObject(answered);
    expect((await get('/healthz/')).status).toBe(200);
  });

  it('may be whole, as a proxy is sent it, if it names the host of the request', async () => {
    const whole = (named: string, header: string) =>
      send(`GET http://${named}/graphql?query=${typename}`, [header]);

    expect((await whole('gateway.example.org', host)).json).toMatchObject(answered);
    expect((await whole('Gateway.example.org:80', host)).json).toMatchObject(answered);
    expect((await send('GET http://gateway.example.org', [host, 'Accept: text/html'])).status).not.toBe(400);
    for (const wrong of ['elsewhere.example.org', 'gateway.example.org:81', 'user@gateway.example.org'])
      expect(failure(await whole(wrong, host))).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(failure(await send('GET ftp://gateway.example.org/', [host])).status).toBe(400);
    expect(failure(await send('GET *', [host])).status).toBe(400);
    expect(failure(await get(`/graphql?query=${typename}#x`)).message).toContain('"%23"');
  });
});

describe('the host', () => {
  const twice = 'The request has several Host headers. Send one.';

  it.each([
    ['twice the same', [host, host], twice],
    ['two', [host, 'HOST: elsewhere.example.org'], twice],
    ['none', [], 'The request has no Host header. Send one.'],
    ['no host', ['Host: a/b'], 'The Host header is no host. Send a name, and perhaps a port.'],
    ['a list', ['Host: a, b'], 'The Host header is no host. Send a name, and perhaps a port.'],
    ['somebody', ['Host: me@a'], 'The Host header is no host. Send a name, and perhaps a port.'],
  ])('must be one: %s', async (_what, hosts, message) => {
    const requests = [
      send(`GET /graphql?query=${typename}`, hosts),
      send('GET /healthz', hosts),
      send('GET /', [...hosts, 'Accept: text/html']),
      send('POST /graphql', [...hosts, json, 'Content-Length: 24'], '{"query":"{__typename}"}'),
      // As a question that is known.
      send('POST /graphql', [...hosts, json, 'Content-Length: 24'], '{"query":"{__typename}"}'),
    ];
    for (const answer of await Promise.all(requests)) {
      expect(failure(answer)).toEqual({ status: 400, code: 'BAD_REQUEST', message });
      expect(answer.headers.connection).toBe('close');
    }
  });

  it.each(['localhost', 'gateway.example.org:4000', '[::1]:4000', '127.0.0.1:80', ''])(
    'may be "%s"',
    async (named) => {
      expect((await send('GET /healthz', [`Host: ${named}`])).status).toBe(200);
    },
  );

  it('need not be named in HTTP/1.0', async () => {
    expect((await sendRaw(gateway.url, 'GET /healthz HTTP/1.0\r\n\r\n')).status).toBe(200);
  });
});

describe('the type of a body', () => {
  const body = '{"query":"{__typename}"}';

  it.each([
    'application/json',
    'application/json;',
    'application/json; charset=utf-8;',
    'application/json; charset=utf8',
    'APPLICATION/JSON;Charset="UTF-8"',
    'application/json; charset=UTF-8; profile="x"',
    'application/json; ; profile="a;b"; charset = utf-8',
  ])('may be written %s', async (type) => {
    for (let time = 0; time < 3; time += 1)
      expect((await post(body, `Content-Type: ${type}`)).json).toMatchObject(answered);
  });

  it.each([
    ['application/json; utf-8', '"utf-8" in Content-Type is no parameter.'],
    ['application/json; charset=', '"charset=" in Content-Type is no parameter.'],
    ['application/json; charset=latin1', '"charset=latin1" in Content-Type is no UTF-8.'],
    ['application/json; charset="utf-16"', '"charset=\\"utf-16\\"" in Content-Type is no UTF-8.'],
    ['text/json', 'The Content-Type is "text/json".'],
    ['application/json, text/plain', 'The Content-Type is "application/json, text/plain".'],
    ['', 'The Content-Type is "".'],
  ])('is refused as %s, with the part that is not understood', async (type, message) => {
    expect(failure(await post(body, `Content-Type: ${type}`))).toEqual({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: `${message} Send JSON in UTF-8, and say "Content-Type: application/json".`,
    });
  });

  it('may begin with a byte order mark', async () => {
    expect((await post(`\uFEFF${body}`)).json).toMatchObject(answered);
  });
});

describe('the types that a client takes', () => {
  const types = async (accept: string, ask: (...headers: string[]) => Promise<RawAnswer>) => {
    const { status, headers } = await ask(`Accept: ${accept}`);
    return [status, headers['content-type']?.split(';')[0]];
  };

  it.each([
    ['', 200, 'application/json'],
    ['*/*', 200, 'application/json'],
    ['application/*', 200, 'application/json'],
    ['application/json; charset=utf-8', 200, 'application/json'],
    ['application/graphql-response+json', 200, 'application/graphql-response+json'],
    ['application/json;q=0.5, application/graphql-response+json', 200, 'application/graphql-response+json'],
    ['Application/JSON;Q=0.9', 200, 'application/json'],
    ['undefined', 406, 'application/json'],
    ['*/*;q=0', 406, 'application/json'],
    ['application/json;q=0', 406, 'application/json'],
    ['image/png', 406, 'application/json'],
    [';;;', 406, 'application/json'],
    [',', 406, 'application/json'],
  ])(
    'decide alike for a query in a body or an address, known or not: Accept: %s',
    async (accept, status, type) => {
      for (let time = 0; time < 3; time += 1) {
        expect(await types(accept, (...headers) => post({ query: '{ __typename }' }, ...headers))).toEqual([
          status,
          type,
        ]);
        expect(await types(accept, (...headers) => get(`/graphql?query=${typename}`, ...headers))).toEqual([
          status,
          type,
        ]);
      }
    },
  );

  it('are told apart where one names "undefined" and another nothing', async () => {
    for (let time = 0; time < 3; time += 1) {
      expect((await post({ query: '{ __typename }' })).status).toBe(200);
      expect((await post({ query: '{ __typename }' }, 'Accept: undefined')).status).toBe(406);
    }
  });
});

describe('a method', () => {
  const read = ['/', '/de', '/healthz', '/readyz', '/metrics', '/assets/x.js', '/institutions/marburg'];

  it.each(
    read.flatMap((path) =>
      ['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'].map((method) => [method, path]),
    ),
  )('that an address does not answer is told those that it does: %s %s', async (method, path) => {
    const answer = await send(`${method} ${path}`, [here, 'Content-Length: 0']);

    expect(failure(answer)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'])(
    'of a kind is not one of the endpoint: %s',
    async (method) => {
      const answer = await send(`${method} /graphql`, [host, json, 'Content-Length: 0']);

      expect(failure(answer)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
      expect(answer.headers.allow).toBe('GET, HEAD, POST');
    },
  );

  it.each([
    '/healthz',
    '/readyz',
    '/metrics',
    '/institutions/marburg',
    `/graphql?query=${typename}`,
    '/nothing',
    '/graphql',
  ])('HEAD is GET without its body: %s', async (path) => {
    const asked = await send(`GET ${path}`, [here, 'Accept: application/json']);
    const { status, headers, text } = await send(`HEAD ${path}`, [here, 'Accept: application/json']);

    expect(text).toBe('');
    expect(status).toBe(asked.status);
    for (const name of [
      'content-type',
      'content-length',
      'etag',
      'cache-control',
      'vary',
      'content-language',
    ])
      expect([name, headers[name]]).toEqual([
        name,
        path === '/metrics' && /length|etag/.test(name) ? headers[name] : asked.headers[name],
      ]);
  });

  it.each([
    ['/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['*', 'GET, HEAD, POST, OPTIONS'],
    ['/healthz', 'GET, HEAD, OPTIONS'],
    ['/institutions/marburg', 'GET, HEAD, OPTIONS'],
  ])('OPTIONS tells them all: %s', async (path, allow) => {
    const { status, headers } = await send(`OPTIONS ${path}`);

    expect([status, headers.allow]).toEqual([204, allow]);
  });
});

describe('what a client wrote', () => {
  const long = 'x'.repeat(40_000);

  it.each([
    [
      'a literal of the wrong type',
      () => post({ query: `{ institutions(first: "${long}") { totalCount } }` }),
    ],
    ['an enum', () => post({ query: `{ participations(roles: [${long}]) { totalCount } }` })],
    ['a field', () => post({ query: `{ ${long} }` })],
    ['an argument', () => post({ query: `{ institutions(${long}: 1) { totalCount } }` })],
    ['a fragment', () => post({ query: `{ ...${long} }` })],
    [
      'a fragment within itself',
      () => post({ query: `{ ...${long} } fragment ${long} on Query { ...${long} }` }),
    ],
    ['a text that does not end', () => post({ query: `{ institution(slug: "${long}` })],
    [
      'a variable',
      () =>
        post({ query: 'query ($n: Int) { institutions(first: $n) { totalCount } }', variables: { n: long } }),
    ],
    [
      'variables by the thousand',
      () =>
        post({
          query: 'query ($n: Int) { institutions(first: $n) { totalCount } }',
          variables: { n: Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`k${i}`, i])) },
        }),
    ],
    [
      'a cursor',
      () =>
        post({
          query: 'query ($c: String) { institutions(after: $c) { totalCount nodes { id } } }',
          variables: { c: long },
        }),
    ],
    ['an id', () => post({ query: 'query ($c: ID!) { node(id: $c) { id } }', variables: { c: long } })],
    ['a name of an operation', () => post({ query: '{ __typename }', operationName: long })],
    [
      'a suggestion',
      () => post({ query: `{ institutions(first: "${'Did you mean '.repeat(3_000)}") { totalCount } }` }),
    ],
    ['a table', () => get(`/graphql?query=${slugs}&operationName=${long.slice(0, 9_000)}&format=csv`)],
    ['a path', () => get(`/${long.slice(0, 9_000)}`)],
    ['a header', () => post({ query: '{ __typename }' }, `Accept: ${long.slice(0, 9_000)}`)],
    ['a type', () => post({ query: '{ __typename }' }, `Content-Type: ${long.slice(0, 9_000)}`)],
  ])('is not sent back at length: %s', async (_what, ask) => {
    const answer = await ask();

    const { errors } = answer.json as { errors: { message: string }[] };
    for (const { message } of errors) expect(message.length).toBeLessThan(820);
    expect(answer.text.length).toBeLessThan(6_000);
  });
});
