// A visitor opens GraphiQL in a real browser, runs an example by one click, and changes the language.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { readExamples } from '../../src/web/graphiql/examples';
import { openBrowser } from '../helpers/browser';
import type { EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';

jest.setTimeout(180_000);

const project = resolve(__dirname, '../..');
const folder = join(project, 'schema/examples');
const examples = readExamples(
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ),
);
const shown = examples.find(({ query, variables }) => /marburg/i.test(query + variables)) ?? examples[0];
if (!shown) throw new Error('schema/examples holds no example.');

let app: { url: string; stop(): Promise<void> };
let database: EmptyDatabase;
let browser: Browser;
let visit: BrowserContext;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  if (!existsSync(join(project, 'dist/web/graphiql.html'))) {
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
      cwd: project,
    });
  }
  database = await seededDatabase('sqlite');
  app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent' }));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await database.drop();
});

beforeEach(async () => {
  visit = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    locale: 'en-GB',
  });
  page = await visit.newPage();
  trouble = [];
  const origin = new URL(app.url).origin;
  page.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (protocol !== 'data:' && target !== origin) trouble.push(`foreign request: ${request.url()}`);
  });
  page.on('requestfailed', (request) =>
    trouble.push(`failed request: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`status ${response.status()}: ${response.url()}`);
  });
  // Chromium reports what the Content-Security-Policy refuses as a console error, too.
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`page: ${error.message}`));
});

afterEach(async () => {
  await visit.close();
});

const exampleButton = (title: string) => page.locator('.gallery button', { hasText: title });
const editor = () => page.locator('.graphiql-query-editor .view-lines');
const result = () => page.locator('.graphiql-response .view-lines');
const sent = (operationName: string) =>
  page.waitForRequest(
    (request) =>
      request.method() === 'POST' &&
      (request.postData() ?? '').includes(`"operationName":"${operationName}"`),
  );

/** Opens GraphiQL and waits until it has drawn the editor and knows the schema. */
async function openGraphiql(link: Record<string, string> = {}): Promise<void> {
  const schema = page.waitForResponse(
    (response) => response.request().postData()?.includes('IntrospectionQuery') ?? false,
  );
  const address = new URL('/graphql', app.url);
  address.search = new URLSearchParams(link).toString();
  await page.goto(address.href);
  await (await schema).finished();
  await editor().waitFor();
}

test('GraphiQL loads from our own origin only, without an error, and shows every example', async () => {
  await openGraphiql();
  while (page.workers().length < 2) await page.waitForEvent('worker');
  const titles = await page.locator('.gallery-title').allTextContents();
  expect([...titles].sort()).toEqual(examples.map((example) => example.title.en).sort());
  await editor().filter({ hasText: 'Welcome' }).waitFor();
  expect(trouble).toEqual([]);
});

test('one click runs an example and shows its result', async () => {
  await openGraphiql();
  const request = sent(shown.operationName);
  await exampleButton(shown.title.en).click();
  const answer = await (await request).response();
  const { data, errors } = (await answer?.json()) as { data?: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(data).toBeTruthy();

  await result().filter({ hasText: '"data"' }).waitFor();
  expect(await exampleButton(shown.title.en).getAttribute('aria-current')).toBe('true');
  // GraphiQL's tooltips fade and the editors lay themselves out a moment later.
  await page.mouse.move(640, 600);
  await page.waitForTimeout(700);
  const image =
    process.env.UPDATE_SCREENSHOTS === '1'
      ? join(project, 'docs/images/graphiql.png')
      : join(tmpdir(), 'graphiql.png');
  mkdirSync(dirname(image), { recursive: true });
  await page.screenshot({ path: image });
  expect(trouble).toEqual([]);
});

test('the keyboard alone runs an example', async () => {
  await openGraphiql();
  const request = sent(shown.operationName);
  await exampleButton(shown.title.en).focus();
  await page.keyboard.press('Enter');
  await request;
  await result().filter({ hasText: '"data"' }).waitFor();
});

test('the switch turns the examples and the answers to German, also on the next visit', async () => {
  await openGraphiql();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await exampleButton(shown.title.de).waitFor();
  const request = sent(shown.operationName);
  await exampleButton(shown.title.de).click();
  expect(await (await request).headerValue('accept-language')).toBe('de');

  await openGraphiql();
  await exampleButton(shown.title.de).waitFor();
});

test('a link opens its query, with its variables, and runs it', async () => {
  const query = 'query Linked($with: Boolean!) { __typename @include(if: $with) }';
  const request = sent('Linked');
  await openGraphiql({ query, variables: '{"with": true}', operationName: 'Linked' });
  await editor().filter({ hasText: 'Linked' }).waitFor();
  expect((await request).postDataJSON()).toMatchObject({ query, variables: { with: true } });
  await result().filter({ hasText: '__typename' }).waitFor();
  expect(trouble).toEqual([]);
});

test('the open query is saved as a table, in the language of the visitor', async () => {
  const query = 'query Sites($n: Int) { institutions(first: $n) { nodes { slug name } } }';
  await openGraphiql({ query, variables: '{"n": 2}', operationName: 'Sites' });
  await editor().filter({ hasText: 'Sites' }).waitFor();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await page.getByRole('button', { name: 'Tabelle herunterladen' }).click();
  await page.screenshot({ path: join(tmpdir(), 'graphiql-table.png') });
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();

  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Sites-v\d+\.csv$/);
  const [header, ...rows] = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(header).toBe('slug,name');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/Universitätsklinikum|Uniklinik|Klinikum/);
  await page.getByRole('button', { name: 'Tabelle gespeichert' }).waitFor();

  await page.getByRole('button', { name: 'Tabelle gespeichert' }).click();
  const workbook = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Excel' }).click();
  expect((await workbook).suggestedFilename()).toMatch(/\.xlsx$/);
  expect(trouble).toEqual([]);
});

test('a query of which no table can be made says why', async () => {
  await openGraphiql({ query: 'query None { __typename }' });
  await editor().filter({ hasText: 'None' }).waitFor();
  await page.getByRole('button', { name: 'Download table' }).click();
  await page.getByRole('menuitem', { name: 'Excel' }).click();

  await result().filter({ hasText: 'BAD_USER_INPUT' }).waitFor();
});

test('a link of another page saves a table, without a header and without leaving that page', async () => {
  const query = '{ infrastructures { nodes { slug } } }';
  const address = new URL('/graphql', app.url.replace('127.0.0.1', 'localhost'));
  address.search = new URLSearchParams({ query, format: 'csv' }).toString();
  await page.goto(`${app.url}/healthz`);
  await page.setContent(`<a href="${address.href.replaceAll('&', '&amp;')}">table</a>`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'table' }).click();

  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/^slug\r\n/);
});

test('the link that is copied opens its query again, with its variables', async () => {
  await visit.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(app.url).origin });
  const query = 'query Again($with: Boolean!) { __typename @include(if: $with) }';
  await openGraphiql({ query, variables: '{"with": true}' });
  await editor().filter({ hasText: 'Again' }).waitFor();
  await page.getByRole('button', { name: 'Copy a link to this query' }).click();
  await page.getByRole('button', { name: 'Link copied' }).waitFor();

  const copied = new URL(await page.evaluate<string>('navigator.clipboard.readText()'));
  const request = sent('Again');
  await openGraphiql(Object.fromEntries(copied.searchParams));
  await editor().filter({ hasText: 'Again' }).waitFor();
  expect((await request).postDataJSON()).toMatchObject({ query, variables: { with: true } });
});

test('what the visitor wrote himself stays in its tab when an example opens', async () => {
  await openGraphiql({ query: 'query Mine { __typename }' });
  await exampleButton(shown.title.en).click();
  await page.getByRole('tab', { name: shown.operationName }).waitFor();
  await page.getByRole('tab', { name: 'Mine' }).click();
  await editor().filter({ hasText: 'Mine' }).waitFor();
});

test('the gallery is in groups, and finds examples by words of either language', async () => {
  await openGraphiql();
  expect(await page.locator('.gallery h3').count()).toBeGreaterThan(4);
  await page.getByRole('searchbox', { name: 'Search in the examples' }).fill('notaufnahme');
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ examples?$/ })
    .waitFor();
  const titles = await page.locator('.gallery-title').allTextContents();
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.length).toBeLessThan(10);
});

test('an example has an address of its own, which runs it', async () => {
  const request = sent(shown.operationName);
  await openGraphiql({ example: shown.key });
  await request;
  await result().filter({ hasText: '"data"' }).waitFor();

  const other = examples.find(({ key }) => key !== shown.key && !key.startsWith('01'));
  await exampleButton(other?.title.en ?? '').click();
  await page.waitForURL(`**/graphql?example=${other?.key ?? ''}`);
  expect(trouble).toEqual([]);
});

test('the switch rewords the open example, and asks again in German', async () => {
  await openGraphiql({ example: shown.key });
  await result().filter({ hasText: '"data"' }).waitFor();
  const request = sent(shown.operationName);
  await page.getByRole('button', { name: 'Deutsch' }).click();

  expect(await (await request).headerValue('accept-language')).toBe('de');
  await editor()
    .filter({ hasText: shown.title.de.slice(0, 20).replaceAll(' ', '\u00a0') })
    .waitFor();
  expect(await page.evaluate<string>('document.documentElement.lang')).toBe('de');
});

test('the switch rewords what GraphiQL itself writes, and back; its icons have no titles of their own', async () => {
  await openGraphiql({ query: 'query Mine { __typename }' });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Variables').waitFor();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await button('Variablen').waitFor();
  await button('Verlauf zeigen').click();
  await button('Verlauf verbergen').waitFor();
  await page
    .getByRole('heading', { name: 'Verlauf' })
    .or(page.locator('.graphiql-history-header', { hasText: 'Verlauf' }))
    .first()
    .waitFor();
  await button('Einstellungen').click();
  await page.getByRole('dialog').getByText('Aussehen', { exact: true }).waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'English' }).click();
  for (const name of ['Variables', 'Headers', 'Hide History', 'Open settings dialog'])
    await button(name).waitFor();
  expect(await page.locator('.graphiql-sidebar svg title').count()).toBe(0);
  expect(trouble).toEqual([]);
});

test('the keyboard reaches the fields of the explorer, and what only gateways ask comes last', async () => {
  await openGraphiql({ query: 'query Mine { __typename }' });
  await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
  const fields = page.locator('.graphiql-explorer-root [data-field-name]');
  await fields.first().waitFor();
  const names = await fields.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('data-field-name')),
  );
  expect(names[0]).not.toMatch(/^_/);
  expect(names.slice(-2)).toEqual(['_entities', '_service']);
  await page.locator('.graphiql-explorer-root [data-field-name="catalogue"][role="button"]').focus();
  await page.keyboard.press('Enter');
  await editor().filter({ hasText: 'catalogue' }).waitFor();
});

test.each([
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
])('on %s, gallery, query and answer can be seen and read by all', async (name, width, height) => {
  await page.setViewportSize({ width, height });
  await openGraphiql();
  await exampleButton(shown.title.en).click();
  await result().filter({ hasText: '"data"' }).waitFor();

  const [galleryBox, answerBox] = [
    await page.locator('.gallery').boundingBox(),
    await page.locator('.graphiql-response').boundingBox(),
  ];
  expect(answerBox?.width).toBeGreaterThan(300);
  expect(galleryBox?.width).toBeGreaterThan(250);
  if (width < 500) expect(answerBox?.y).toBeGreaterThan((galleryBox?.y ?? 0) + 100);
  const heights = 'document.documentElement.scrollHeight';
  expect(await page.evaluate<number>(heights)).toBeLessThan(2.5 * height);
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
  await page.screenshot({ path: join(tmpdir(), `graphiql-${width}.png`), fullPage: true });
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run('.gallery, .graphiql-logo').then(({ violations }) => violations)`,
  );
  expect([name, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([name, []]);
});

test('scripts and styles are packed, letters are those of the system, and icons a file', async () => {
  const sizes = new Map<string, number>();
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/assets/'))
      sizes.set(response.url(), Number(response.headers()['content-length']));
  });
  await openGraphiql();
  while (page.workers().length < 2) await page.waitForEvent('worker');
  await page.waitForTimeout(3000);

  const fonts = [...sizes.keys()].filter((url) => /\.(?:ttf|woff2?)$/.test(url));
  expect(fonts).toEqual([expect.stringMatching(/codicon-.*\.ttf$/)]);
  expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(1_150_000);
  expect(trouble).toEqual([]);
});
