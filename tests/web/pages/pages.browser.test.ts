// The pages of records in a browser: accessible in both languages, complete without scripts, and nothing on them is refused.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../helpers/browser';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(180_000);

const project = resolve(__dirname, '../../..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let gateway: Gateway;
let trouble: string[];

beforeAll(async () => {
  if (!existsSync(join(project, 'dist/web/manifest.json'))) {
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

async function visited<T>(
  options: BrowserContextOptions,
  path: string,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const visit = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await visit.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.goto(`${gateway.url}${path}`);
  const seen = await look(page);
  await visit.close();
  return seen;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds by WCAG 2.2 AA and by its own best practices, with everything opened that can be. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(`axe.run()`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const pages = [
  '/',
  '/search?q=covid-19&type=DATASET',
  '/search?q=Quantencomputer',
  '/search?q=register&view=table',
  '/infrastructures/racoon',
  '/datasets/rki-notaufnahmesurveillance',
  '/datasets/napkon-pop',
  '/vocabularies/DatasetKind',
  '/institutions/marburg',
  '/datasets',
  '/disputes',
  '/participations',
  '/participations/marburg/racoon/participates',
  '/sources',
  '/datasets/there-is-none',
];

describe.each(['de', 'en'])('in the language %s', (language) => {
  it.each(pages)('%s has nothing that axe finds, in light and dark', async (path) => {
    await visited({}, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`, async (page) => {
      expect(await page.locator('h1').count()).toBe(1);
      expect(await violationsOn(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOn(page)).toEqual([]);
    });
  });
});

it('has nothing that axe finds on a narrow screen, and nothing runs out of it', async () => {
  const narrow = { viewport: { width: 320, height: 700 } };
  const [found, width] = await visited(narrow, '/institutions/marburg?lang=de', async (page) => [
    await violationsOn(page),
    await page.evaluate(() => document.documentElement.scrollWidth),
  ]);
  expect(found).toEqual([]);
  expect(width).toBeLessThanOrEqual(320);
});

it.each(['/', '/search?q=register', '/datasets', '/infrastructures/racoon'])(
  '%s does not scroll sideways on a phone',
  async (path) => {
    await visited({ viewport: { width: 390, height: 800 } }, path, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  },
);

describe('the search suggests while one types', () => {
  it.each(['/', '/institutions/marburg'])(
    'at the top of %s by keyboard alone: an arrow chooses, Escape closes, Enter opens the record',
    async (path) => {
      await visited({ locale: 'en-GB' }, path, async (page) => {
        const field = page.getByRole('search').getByRole('combobox');
        await field.focus();
        await page.keyboard.type('RACOON');
        const options = page.getByRole('option');
        await options.first().waitFor();
        expect(await field.getAttribute('aria-expanded')).toBe('true');
        await page.keyboard.press('Escape');
        expect(await options.first().isVisible()).toBe(false);

        await page.keyboard.press('ArrowDown');
        await options.first().waitFor();
        await page.keyboard.press('ArrowDown');
        expect(await options.first().getAttribute('aria-selected')).toBe('true');
        expect(await violationsOn(page)).toEqual([]);
        await field.focus();
        await page.keyboard.press('Enter');
        await page.waitForURL('**/infrastructures/racoon');
      });
      expect(trouble).toEqual([]);
    },
  );

  it('and without scripts the field leads to the page of the search', async () => {
    await visited({ javaScriptEnabled: false, locale: 'en-GB' }, '/', async (page) => {
      await page.getByLabel('What are you looking for?').fill('stroke');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=stroke');
      expect(await page.locator('.hits').innerText()).toContain('Stroke');
    });
  });
});

describe('without scripts', () => {
  it('a page is the same as with them, and a browser refuses nothing on it', async () => {
    const path = '/datasets/rki-notaufnahmesurveillance?lang=de';
    const textOf = (page: Page) => page.locator('body').innerText();
    const without = await visited({ javaScriptEnabled: false }, path, textOf);
    const withScripts = await visited({}, path, textOf);
    expect(without).toBe(withScripts);
    expect(without).toContain('Daten der Notaufnahmesurveillance');
    expect(trouble).toEqual([]);
  });

  it('the evidence opens, a list is narrowed, and the language changes', async () => {
    await visited({ javaScriptEnabled: false, locale: 'de-DE' }, '/datasets', async (page) => {
      await page.locator('select[name=kind]').selectOption('REGISTRY');
      await page.getByRole('button', { name: 'Anzeigen' }).click();
      expect(new URL(page.url()).searchParams.get('kind')).toBe('REGISTRY');
      await page.getByRole('link', { name: 'AKTIN-Notaufnahmeregister' }).click();
      const opened = page.locator('details.evidence').first();
      await opened.locator('summary').click();
      expect(await opened.locator('.source').first().isVisible()).toBe(true);
      await page.getByRole('link', { name: 'English' }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });
    expect(trouble).toEqual([]);
  });
});

it('is used by keyboard: the first stop leads to the content, and every stop is seen', async () => {
  await visited({}, '/datasets?lang=en', async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('name')).toBe('search');
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  });
});

it('leads to the query behind it, which GraphiQL runs', async () => {
  await visited({ locale: 'en-GB' }, '/datasets/gecco?lang=en', async (page) => {
    await page.getByRole('link', { name: 'The query behind this page' }).click();
    await page
      .locator('.graphiql-response .view-lines')
      .filter({ hasText: 'German Corona Consensus Dataset' })
      .waitFor();
  });
});

/** The pictures of the README, and what is opened before they are taken. */
const asItComes = () => Promise.resolve();
const pictures: readonly [file: string, path: string, prepare: (page: Page) => Promise<void>][] = [
  ['front', '/?lang=en', asItComes],
  ['search', '/search?q=notfall&lang=en', asItComes],
  [
    'dataset',
    '/datasets/rki-notaufnahmesurveillance?lang=en',
    (page) => page.locator('details.evidence').nth(1).locator('summary').click(),
  ],
  ['map', '/map?lang=en', asItComes],
];

it.each(pictures)('%s.png in the README shows the page as it is', async (name, path, prepare) => {
  const folder = process.env.UPDATE_SCREENSHOTS === '1' ? join(project, 'docs/images') : tmpdir();
  const bytes = await visited({ viewport: { width: 1280, height: 1000 } }, path, async (page) => {
    await prepare(page);
    return page.screenshot({ path: join(folder, `${name}.png`) });
  });
  expect(bytes.length).toBeGreaterThan(20_000);
  expect(trouble).toEqual([]);
});
