// The pages of records in a browser: complete without scripts, used by keyboard, and nothing on them is refused. walk.browser.test.ts looks at all pages.
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';
import { openAll, violationsOn, Visits } from '../visits';

jest.setTimeout(180_000);

const project = resolve(__dirname, '../../..');

let visits: Visits;
let gateway: Gateway;

beforeAll(async () => {
  visits = await Visits.begin();
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(async () => {
  await visits.end();
  await gateway.end();
});
beforeEach(() => {
  visits.takeTrouble();
});

const visited = <T>(
  options: BrowserContextOptions,
  path: string,
  look: (page: Page) => Promise<T>,
): Promise<T> =>
  visits.to(`${gateway.url}${path}`, look, { viewport: { width: 1280, height: 900 }, ...options });

it('has nothing that axe finds on a narrow screen, and nothing runs out of it', async () => {
  const narrow = { viewport: { width: 320, height: 700 } };
  const [found, width] = await visited(narrow, '/institutions/marburg?lang=de', async (page) => [
    await openAll(page).then(() => violationsOn(page)),
    await page.evaluate(() => document.documentElement.scrollWidth),
  ]);
  expect(found).toEqual([]);
  expect(width).toBeLessThanOrEqual(320);
});

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
      expect(visits.takeTrouble()).toEqual([]);
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
    expect(visits.takeTrouble()).toEqual([]);
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
    expect(visits.takeTrouble()).toEqual([]);
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
  expect(visits.takeTrouble()).toEqual([]);
});
