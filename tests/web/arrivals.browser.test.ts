// Visitors come to GraphiQL from elsewhere: below a path, by links, with browsers that keep nothing, and find what they came for.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser';
import { linksIn } from '../helpers/html';
import { Gateway, sites } from '../http/gateway';

jest.setTimeout(180_000);

const project = resolve(__dirname, '../..');
let browser: Browser;
let visit: BrowserContext;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  if (!existsSync(join(project, 'dist/web/graphiql.html'))) {
    const build = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'];
    execFileSync(process.execPath, build, { cwd: project });
  }
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  visit = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page = await visit.newPage();
  trouble = [];
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`page: ${error.message}`));
});
afterEach(() => visit.close());

const editor = () => page.locator('.graphiql-query-editor .view-lines');
const result = () => page.locator('.graphiql-response .view-lines');
const photograph = (name: string) => page.screenshot({ path: join(tmpdir(), `arrival-${name}.png`) });
const addressOf = (url: string, link: Record<string, string>) =>
  `${url}/graphql?${new URLSearchParams(link).toString()}`;

describe('below a path of a larger site', () => {
  let proxy: Server;
  let gateway: Gateway;
  let site: string;
  let takesPathOff: boolean;

  /** A reverse proxy for /num, which takes that off or not; there is nothing else on its site. */
  beforeAll(async () => {
    proxy = createServer((request, response) => {
      const { method, headers, url = '' } = request;
      if (!/^\/num(\/|$)/.test(url)) {
        response.writeHead(404).end();
        return;
      }
      const path = takesPathOff ? url.slice('/num'.length) || '/' : url;
      const behind = ask(gateway.url, { path, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(behind);
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    site = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    gateway = await Gateway.over('sqlite', sites, {}, { PUBLIC_URL: `${site}/num/` });
  });
  afterAll(async () => {
    await gateway.end();
    proxy.closeAllConnections();
    proxy.close();
  });

  beforeEach(() => {
    page.on('request', (request) => {
      const { origin, pathname, protocol } = new URL(request.url());
      if (protocol !== 'data:' && !(origin === site && /^\/num(\/|$)/.test(pathname)))
        trouble.push(`outside of the path: ${pathname}`);
    });
  });

  describe.each([
    ['a proxy that takes the path off', true],
    ['a proxy that passes it on', false],
  ])('%s', (_, off) => {
    beforeEach(() => void (takesPathOff = off));

    it('the address of a record leads to its page and the query behind it, and whatever they ask for stays below the path', async () => {
      await page.goto(`${site}/num/institutions/marburg`);
      await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Marburg' }).waitFor();
      await page.getByRole('link', { name: 'The query behind this page' }).click();
      await result().filter({ hasText: 'Universitätsklinikum Marburg' }).waitFor();

      expect(new URL(page.url()).pathname).toBe('/num/graphql');
      expect(trouble).toEqual([]);
      await page.getByRole('link', { name: 'NUM data-space gateway' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(page.url()).toBe(`${site}/num/`);
    });

    it.each(['/num', '/num/'])('the home page at %s links to what is below the path', async (path) => {
      await page.goto(`${site}${path}`);
      expect(await page.getByText('curl').first().innerText()).toContain(`curl ${site}/num/graphql`);
      await page.getByRole('link', { name: 'Deutsch' }).click();
      await page.getByRole('link', { name: 'GraphiQL öffnen', exact: true }).click();
      await editor().filter({ hasText: 'Willkommen' }).waitFor();

      expect(trouble).toEqual([]);
    });

    it('programs find records by their address, look-ups by it, and tables again where they say they are', async () => {
      const iri = `${site}/num/institutions/marburg`;
      const record: unknown = await (await fetch(iri)).json();
      expect(record).toMatchObject({ data: { resource: { slug: 'marburg' } } });
      const shown = await fetch(iri, { headers: { accept: 'text/html' } });
      expect(await shown.text()).toMatch(/href="\/num\/graphql\?query=/);

      const query = `{ resourceByIri(iri: "${iri}") { slug iri } _entities(representations: [{ __typename: "Institution", iri: "${iri}" }]) { __typename ... on Institution { slug } } }`;
      const answer = await fetch(`${site}/num/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(await answer.json()).toMatchObject({
        data: { resourceByIri: { slug: 'marburg', iri }, _entities: [{ slug: 'marburg' }] },
      });

      const table = await fetch(`${site}/num/graphql?query={institutions{nodes{slug}}}&format=csv`);
      const again = await fetch(new URL(table.headers.get('content-location') ?? '', site));
      expect(await again.text()).toBe(await table.text());
      const nothing = await fetch(`${site}/num/nothing`);
      expect(await nothing.text()).toContain(
        'There is nothing at /num/nothing. The endpoint is /num/graphql.',
      );
    });
  });

  it('who comes directly finds the same, as the gateway answers at both paths', async () => {
    const html = await (await fetch(`${gateway.url}/`)).text();
    expect(html).toContain('href="/num/graphql"');
    expect((await fetch(`${gateway.url}/num/graphql`, { headers: { accept: 'text/html' } })).status).toBe(
      200,
    );
    expect((await fetch(`${gateway.url}/number`)).status).toBe(404);
  });
});

describe('on a site of its own', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over('sqlite', sites);
  });
  afterAll(() => gateway.end());

  it.each([
    [
      'blocked',
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
    ],
    ['missing', "Object.defineProperty(window, 'localStorage', { value: null })"],
    ['full', "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"],
  ])('GraphiQL comes up where the storage is %s, and changes its language', async (_, script) => {
    await page.addInitScript(script);
    await page.goto(`${gateway.url}/graphql`);
    await editor().filter({ hasText: 'Welcome' }).waitFor();
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Beispiele' }).waitFor();
    await page.getByRole('button', { name: 'Abfrage ausführen' }).click();
    await result().filter({ hasText: '"data"' }).waitFor();
    await page.reload();
    // It remembers nothing.
    await page.getByRole('heading', { name: 'Examples' }).waitFor();
    await editor().filter({ hasText: 'Welcome' }).waitFor();

    expect(trouble).toEqual([]);
  });

  it('who comes from a German page finds GraphiQL in German, with its tools for the query', async () => {
    const [link = ''] = linksIn(
      (await gateway.get('/institutions?lang=de', { headers: { accept: 'text/html' } })).text,
    ).filter((href) => href.startsWith('/graphql?query='));
    await page.goto(`${gateway.url}${link}`);
    await page.getByRole('button', { name: 'Abfrage ordentlich einrücken' }).waitFor();
    await result().filter({ hasText: '"totalCount"' }).waitFor();
    await page.getByRole('button', { name: 'Fragmente in die Abfrage' }).waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(trouble).toEqual([]);
  });

  it('a linked query runs once on arrival, and what was kept of an earlier visit does not', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (body.includes('Linked')) sent.push(body);
    });
    const query =
      'query Other { __typename } query Linked($n: Int) { institutions(first: $n) { nodes { slug } } }';
    await page.goto(addressOf(gateway.url, { query, variables: '{"n": 1}', operationName: 'Linked' }));
    await result().filter({ hasText: 'giessen' }).waitFor();
    expect(sent.map((body) => JSON.parse(body) as unknown)).toMatchObject([
      { query, variables: { n: 1 }, operationName: 'Linked' },
    ]);
    await photograph('linked');

    const asked = page.waitForResponse((answer) =>
      (answer.request().postData() ?? '').includes('IntrospectionQuery'),
    );
    await page.goto(`${gateway.url}/graphql`);
    await (await asked).finished();
    await editor().filter({ hasText: 'Linked' }).waitFor();
    expect(sent).toHaveLength(1);
    expect(trouble).toEqual([]);
  });

  it('comments and trailing commas in the variables hinder neither the table nor the link', async () => {
    await visit.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: gateway.url });
    const query = 'query Sites($n: Int) { institutions(first: $n) { nodes { slug } } }';
    const variables = '{\n  // one site is enough\n  "n": 1,\n}';
    await page.goto(addressOf(gateway.url, { query, variables }));
    await result().filter({ hasText: 'giessen' }).waitFor();
    await page.getByRole('button', { name: 'Download table' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe('slug\r\ngiessen\r\n');

    await page.getByRole('button', { name: 'Copy a link to this query' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(new URL(link).searchParams.get('variables')).toBe('{"n":1}');
    expect(await (await fetch(`${link}&format=csv`)).text()).toBe('slug\r\ngiessen\r\n');
  });

  it('the explorer shows values that it has no input for as they are written, without an error', async () => {
    const query = `query Values($role: ParticipationRole!) {
      institutions(first: 2, orderBy: [{ field: NAME, direction: DESC }], filter: { kind: { in: [UNIVERSITY_MEDICAL_CENTRE] } }) {
        nodes { slug participations(roles: [$role, COORDINATES]) { totalCount } }
      }
    }`;
    await page.goto(addressOf(gateway.url, { query, variables: '{"role": "PARTICIPATES"}' }));
    await result().filter({ hasText: 'marburg' }).waitFor();
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    const values = page.locator('.explorer-value');
    await values.filter({ hasText: /\[\{ ?field: NAME, direction: DESC ?\}\]/ }).waitFor();
    await values.filter({ hasText: '[$role, COORDINATES]' }).waitFor();
    await photograph('explorer');

    expect(trouble).toEqual([]);
  });
});
