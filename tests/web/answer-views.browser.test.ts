// The answer in GraphiQL: shown before the editor is there, then as JSON, table, chart or network, in either language, by keyboard, on any screen.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser';
import { SmallWorld } from '../helpers/small-world';
import { seededDatabase } from '../helpers/template-databases';
import { Gateway } from '../http/gateway';

jest.setTimeout(240_000);

const project = resolve(__dirname, '../..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let gateway: Gateway;
let trouble: string[];

beforeAll(async () => {
  if (!existsSync(join(project, 'dist/web/graphiql.html'))) {
    const build = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'];
    execFileSync(process.execPath, build, { cwd: project });
  }
  browser = await openBrowser();
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(async () => {
  await browser.close();
  await gateway.end();
});
beforeEach(() => {
  trouble = [];
});

const desk = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };

/** A page with the answer to a link, when the editor shows it. */
async function visited<T>(
  link: Record<string, string>,
  look: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const page = await opened(options);
  await page.goto(`${gateway.url}/graphql?${new URLSearchParams(link).toString()}`);
  await page.locator('.answer').waitFor({ state: 'attached' });
  await page.locator('#first-answer').waitFor({ state: 'detached' });
  const seen = await look(page);
  await page.context().close();
  return seen;
}

async function opened(options: BrowserContextOptions = {}): Promise<Page> {
  const visit = await browser.newContext({ ...desk, ...options });
  const page = await visit.newPage();
  const origin = new URL(gateway.url).origin;
  page.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && target !== origin)
      trouble.push(`foreign request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  return page;
}

const tab = (page: Page, name: string) => page.locator('.answer').getByRole('tab', { name, exact: true });
const result = (page: Page) => page.locator('.graphiql-response .view-lines');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violationsOn(page: Page, part: string): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${JSON.stringify(part)}).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 300) ?? ''}`);
}

it('shows the answer before the editor is loaded, asks once, and then has it in the editor', async () => {
  const page = await opened();
  const asked: string[] = [];
  page.on('request', (request) => {
    if ((request.postData() ?? '').includes('Linked')) asked.push(request.postData() ?? '');
  });
  let release: () => void = () => undefined;
  const held = new Promise<void>((go) => (release = go));
  await page.route(/\/assets\/(main|monaco-editor)-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const query =
    'query Linked { institutions(first: 1, filter: { slug: { eq: "marburg" } }) { nodes { city } } }';
  await page.goto(`${gateway.url}/graphql?${new URLSearchParams({ query }).toString()}`);
  const first = page.locator('#first-answer');
  await first.filter({ hasText: '"city": "Marburg"' }).waitFor();
  expect(await first.innerText()).toContain('The editor with the query is loading');
  expect(await violationsOn(page, '#first-answer')).toEqual([]);

  release();
  await result(page).filter({ hasText: 'Marburg' }).waitFor();
  await first.waitFor({ state: 'detached' });
  expect(await page.locator('#graphiql[inert]').count()).toBe(0);
  expect(asked).toHaveLength(1);
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('asks itself where the first answer is an error, and says in words what is wrong', async () => {
  const link = { query: '{ institution(slug: "marburg") { nam } }' };
  await visited(link, async (page) => {
    await result(page).filter({ hasText: 'errors' }).waitFor();
    const alert = page.locator('.answer').getByRole('alert');
    expect(await alert.innerText()).toMatch(/The answer has an error\..*Did you mean "name"/s);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await alert.filter({ hasText: 'Die Abfrage passt nicht zum Schema.' }).waitFor();
  });
});

it('has the views that the answer has: by mouse, by keyboard, and for the next answer', async () => {
  await visited({ example: '26-around-racoon' }, async (page) => {
    await result(page).filter({ hasText: '"data"' }).waitFor();
    expect(await page.locator('.answer').getByRole('tab').allTextContents()).toEqual([
      'JSON',
      'Table',
      'Network',
    ]);
    await tab(page, 'JSON').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').textContent()).toBe('Table');
    expect(await page.locator('.answer table').first().isVisible()).toBe(true);
    expect(await result(page).isVisible()).toBe(false);
    await page.keyboard.press('ArrowRight');
    await page.locator('svg.network').waitFor();
    expect(await page.locator('svg.network .centre').getAttribute('aria-label')).toContain('Radiological');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('role')).toBe('tabpanel');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('class')).toBe('frame');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('href')).toMatch(/\/[a-z-]+\/[a-z-]+$/);
    await page.screenshot({ path: join(tmpdir(), 'answer-network.png') });

    // Another answer keeps the view if it has it.
    await page.locator('.gallery button').first().click();
    await page.locator('svg.network').filter({ hasText: 'AKTIN@NUM' }).waitFor();
    expect(await page.locator('svg.network .centre').getAttribute('aria-label')).toContain('Marburg');
  });
  expect(trouble).toEqual([]);
});

it('saves what it draws, as the pages do', async () => {
  const link = { example: '28-sites-and-infrastructures', view: 'chart' };
  await visited(link, async (page) => {
    await page.locator('svg.matrix').first().waitFor();
    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as SVG' }).first().click(),
    ]);
    expect(svg.suggestedFilename()).toBe('num-matrix-1.svg');
    const text = readFileSync(await svg.path(), 'utf8');
    expect(text).toContain('SitesAndInfrastructures');
    expect(text).not.toContain('class=');
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as PNG' }).first().click(),
    ]);
    expect(
      readFileSync(await png.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
  expect(trouble).toEqual([]);
});

it('has a link with its view', async () => {
  await visited({ example: '17-sites-by-state', view: 'chart' }, async (page) => {
    await page.locator('svg.bars').first().waitFor();
    await page.getByRole('button', { name: 'Copy a link to this query' }).click();
    expect(new URL(page.url()).searchParams.get('view')).toBe('chart');
  });
});

it('in German has German views, docs of the root and a German `lang`', async () => {
  await visited({ example: '17-sites-by-state', view: 'chart' }, async (page) => {
    await page.locator('svg.bars').first().waitFor();
    const introspected = page.waitForResponse(
      (answer) => answer.request().postData()?.includes('IntrospectionQuery') ?? false,
    );
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await (await introspected).finished();
    await tab(page, 'Diagramm').waitFor();
    await page.locator('svg.bars').filter({ hasText: 'Nordrhein-Westfalen' }).waitFor();
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe('de');
    await page.getByRole('button', { name: 'Dokumentation zeigen' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await page.getByText('Einrichtungen: alle Einträge dieser Klasse').waitFor();
    await page.screenshot({ path: join(tmpdir(), 'answer-german.png') });
  });
  expect(trouble).toEqual([]);
});

it.each<[string, BrowserContextOptions]>([
  ['a desk in light', {}],
  ['a desk in dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['forced colours', { forcedColors: 'active' }],
  ['a window of half the size, as at 200 %', { viewport: { width: 720, height: 450 } }],
])('on %s, axe finds nothing in any view, and nothing is wider than the window', async (name, options) => {
  const link = { example: '37-projects-and-infrastructures' };
  await visited(
    link,
    async (page) => {
      for (const view of ['JSON', 'Table', 'Chart', 'Network']) {
        await tab(page, view).click();
        if (view === 'Chart' || view === 'Network')
          await page.locator('.answer svg.drawing').first().waitFor();
        expect([name, view, await violationsOn(page, '.answer')]).toEqual([name, view, []]);
        const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect([view, await page.evaluate<number>(wide)]).toEqual([view, 0]);
        const box = await page.locator('.graphiql-response').boundingBox();
        expect(box?.width).toBeGreaterThan(200);
        await page.screenshot({
          path: join(tmpdir(), `answer-${name.replace(/\W+/g, '-')}-${view}.png`),
          fullPage: true,
        });
      }
    },
    options,
  );
  expect(trouble).toEqual([]);
});

it('is there in less than 1.2 MB, with the schema and the answer', async () => {
  const page = await opened();
  const sizes = new Map<string, number>();
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
  });
  const names = new Map<string, string>();
  network.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(`${requestId} ${names.get(requestId) ?? ''}`, encodedDataLength),
  );
  // Scripts of workers are requests of their own, which the session of the page does not measure.
  const workers = new Set<string>();
  page.on('worker', (worker) => workers.add(worker.url()));
  await page.goto(`${gateway.url}/graphql?example=01-marburg`);
  await result(page).filter({ hasText: '"data"' }).waitFor();
  await page.waitForTimeout(4000);

  let total = [...sizes].reduce((sum, [, size]) => sum + size, 0);
  for (const url of workers) {
    const measured = [...sizes].find(([key]) => key.endsWith(url))?.[1] ?? 0;
    if (measured > 10_000) continue;
    const { headers } = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    total += Number(headers.get('content-length'));
  }
  expect(workers.size).toBeGreaterThan(1);
  expect([...workers].filter((url) => url.includes('json.worker'))).toEqual([]);
  expect(total).toBeLessThan(1_200_000);
  expect(total).toBeGreaterThan(500_000);
  await page.context().close();
});
