// The pages of pictures in a browser: accessible, on wide and narrow screens, in light, dark and forced colours, by keyboard, and saved as files.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../helpers/browser';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(240_000);

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
  const visit = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
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

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(`axe.run()`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 300) ?? ''}`);
}

const pictures = [
  '/map?show=infrastructures/racoon&on=2024-06-01',
  '/network?of=institutions/marburg',
  '/timeline',
  '/matrix?on=2024-06-01',
  '/coverage?infrastructure=racoon&state=HESSE&on=2024-06-01',
  '/money',
  '/compare?a=institutions/marburg&b=institutions/giessen',
];

it.each(pictures)('%s has nothing that axe finds, in light and dark, wide and narrow', async (path) => {
  await visited({}, `${path}${path.includes('?') ? '&' : '?'}lang=en`, async (page) => {
    expect(await violationsOn(page)).toEqual([]);
  });
  const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const };
  await visited(phone, `${path}${path.includes('?') ? '&' : '?'}lang=de`, async (page) => {
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // Texts of a drawing keep their size: it is scrolled in its frame.
    expect(
      await page
        .locator('svg text')
        .first()
        .evaluate((text) => text.getBoundingClientRect().height),
    ).toBeGreaterThanOrEqual(12);
  });
  expect(trouble).toEqual([]);
});

it('tells unknown from no without any colour', async () => {
  await visited({ forcedColors: 'active' }, '/matrix?on=2024-06-01', async (page) => {
    const look = (mark: string) =>
      page
        .locator(`.matrix ${mark}`)
        .first()
        .evaluate((element) => [element.localName, getComputedStyle(element).strokeDasharray]);
    expect((await look('.mark.cross'))[0]).toBe('path');
    expect(await look('.mark.unknown')).toEqual(['circle', '3px, 3px']);
    expect(await violationsOn(page)).toEqual([]);
  });
});

it('is used by keyboard: from the form over the frame to a site, whose record opens', async () => {
  await visited({}, '/map?lang=en', async (page) => {
    await page.getByRole('button', { name: 'Draw' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('class')).toBe('frame');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('href')).toContain('/institutions/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/institutions/**');
  });
  expect(trouble).toEqual([]);
});

it('is complete without scripts, and drawn anew by its form', async () => {
  await visited({ javaScriptEnabled: false }, '/map?lang=en', async (page) => {
    await page.getByLabel('What is shown').selectOption({ label: 'RACOON' });
    await page.getByLabel('On which day').fill('2024-06-01');
    await page.getByRole('button', { name: 'Draw' }).click();
    expect(new URL(page.url()).searchParams.get('show')).toBe('infrastructures/racoon');
    expect(await page.locator('.legend').textContent()).toContain('Participates (3)');
    expect(await page.getByRole('button', { name: 'Save as SVG' }).count()).toBe(0);
  });
});

it('is saved with the line that says what, which day and which data', async () => {
  await visited(
    { acceptDownloads: true },
    '/map?show=infrastructures/racoon&on=2024-06-01&lang=en',
    async (page) => {
      const [svg] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as SVG' }).click(),
      ]);
      expect(svg.suggestedFilename()).toBe('num-map.svg');
      const text = readFileSync(await svg.path(), 'utf8');
      expect(text).toContain('RACOON · on 1 June 2024 · data in version 1');
      expect(text).toContain('/map?show=');
      // It looks the same without the style sheet of the page.
      expect(text).not.toContain('class=');
      expect(text).toContain('fill="rgb(');
      const [png] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as PNG' }).click(),
      ]);
      expect(
        readFileSync(await png.path())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    },
  );
  expect(trouble).toEqual([]);
});

it('shows where an institution is on its page, and leads from there to its network', async () => {
  await visited({}, '/institutions/marburg?lang=en', async (page) => {
    expect(await page.locator('svg.place-map').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Show as a network' }).click();
    await page.waitForURL('**/network?**');
    expect(await page.locator('h1').innerText()).toBe('Around University Hospital Marburg');
  });
});
