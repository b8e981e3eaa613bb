// What the build of the web pages made: who gets GraphiQL, who gets the API, and what protects a page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pages } from '../../src/http/pages';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const webRoot = mkdtempSync(join(tmpdir(), 'pages-'));
const servers: Server[] = [];

beforeAll(() => {
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(
    join(webRoot, 'graphiql.html'),
    '<h1>GraphiQL</h1><code>http://localhost:4000/graphql</code>',
  );
  writeFileSync(join(webRoot, 'assets', 'home-1a2b.css'), 'body { margin: 0 }');
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(webRoot, { recursive: true });
});

async function serve(
  root: string,
  { publicUrl = null as string | null, trustProxy = 0 } = {},
): Promise<number> {
  const app = express();
  app.set('trust proxy', trustProxy);
  app.use(pages(root, publicUrl));
  app.use('/graphql', (_request, response) => void response.json({ data: { answeredBy: 'API' } }));
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('a browser that opens /graphql gets GraphiQL, also with a query in the address', async () => {
  const port = await serve(webRoot);
  for (const path of ['/graphql', '/graphql?query=%7B__typename%7D']) {
    const answer = await ask(port, path, { accept: browser });
    expect(answer.body).toContain('GraphiQL');
    expect(answer.headers.vary).toContain('Accept');
  }
});

test.each([
  ['no Accept', {}],
  ['curl', { accept: '*/*' }],
  ['a JSON client', { accept: 'application/json' }],
  ['a GraphQL client', { accept: 'application/graphql-response+json, application/json;q=0.9' }],
  ['a client that prefers JSON to HTML', { accept: 'text/html;q=0.5, application/json' }],
])('%s gets the API at /graphql', async (_who, headers: Record<string, string>) => {
  const answer = await ask(await serve(webRoot), '/graphql?query=%7B__typename%7D', headers);
  expect(answer.body).toContain('answeredBy');
  expect(answer.headers.vary).toContain('Accept');
  expect(answer.headers['content-security-policy']).toBeUndefined();
});

test('a type with a parameter is that type', async () => {
  const { body } = await ask(await serve(webRoot), '/graphql', { accept: 'text/html; charset=utf-8' });

  expect(body).toContain('GraphiQL');
});

test('a POST gets the API whatever it accepts', async () => {
  const answer = await ask(await serve(webRoot), '/graphql', { accept: browser }, 'POST');
  expect(answer.body).toContain('answeredBy');
});

test('a page runs scripts of its own origin only, and no foreign page may frame it', async () => {
  const port = await serve(webRoot);
  const policy = (await ask(port, '/graphql', { accept: browser })).headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('assets may be kept for ever, pages are asked about again', async () => {
  const port = await serve(webRoot);
  const asset = await ask(port, '/assets/home-1a2b.css');
  expect(asset.headers['cache-control']).toContain('immutable');

  const page = await ask(port, '/graphql', { accept: browser });
  expect(page.headers['cache-control']).toBe('no-cache');
  const again = await ask(port, '/graphql', { accept: browser, 'if-none-match': page.headers.etag ?? '' });
  expect(again.status).toBe(304);
});

test('the page names the address by which the visitor came, if that is a plain host name', async () => {
  const port = await serve(webRoot);
  expect((await ask(port, '/graphql', { accept: browser, host: 'data.example.org' })).body).toContain(
    'http://data.example.org/graphql',
  );
  expect((await ask(port, '/graphql', { accept: browser, host: '"><script>' })).body).not.toContain(
    '<script>',
  );
});

test.each([
  [0, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'data.example.org' }, 'http://gateway.internal/'],
  [1, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'data.example.org' }, 'https://data.example.org/'],
  [1, { 'x-forwarded-proto': 'HTTPS' }, 'https://gateway.internal/'],
  [1, { 'x-forwarded-proto': 'javascript' }, 'http://localhost:4000/'],
  [1, { 'x-forwarded-proto': 'https"><script>' }, 'http://localhost:4000/'],
  [1, { 'x-forwarded-host': '"><script>' }, 'http://localhost:4000/'],
])(
  'behind %i proxies, what a proxy says of the address (%j) is checked before it stands in a page',
  async (trustProxy, headers, shown) => {
    const port = await serve(webRoot, { trustProxy });
    const { body } = await ask(port, '/graphql', {
      accept: browser,
      host: 'gateway.internal',
      ...(headers as Record<string, string>),
    });
    expect(body).toContain(`${shown}graphql`);
    expect(body).not.toContain('<script>');
  },
);

test('where the gateway is known under an address, pages name that, whatever a client sends', async () => {
  const port = await serve(webRoot, { publicUrl: 'https://example.org/num', trustProxy: 1 });
  const { body } = await ask(port, '/graphql', {
    accept: browser,
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
  });
  expect(body).toContain('https://example.org/num/graphql');
  expect(body).not.toContain('evil');
});

test('without a web build GraphiQL says how to make one, and the API still answers', async () => {
  const port = await serve(join(webRoot, 'missing'));
  const answer = await ask(port, '/graphql', { accept: browser });
  expect(answer.status).toBe(503);
  expect(answer.body).toContain('npm run build:web');
  expect((await ask(port, '/graphql')).body).toContain('answeredBy');
});
