// The pages of pictures in a browser: legible on phones, by keyboard, unfolded in place, and saved as files. walk.browser.test.ts looks at all pages.
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';
import { violationsOn, Visits } from '../visits';

jest.setTimeout(240_000);

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
): Promise<T> => visits.to(`${gateway.url}${path}`, look, options);

const pictures = [
  '/map?show=infrastructures/racoon&on=2024-06-01',
  '/network?of=institutions/marburg',
  '/timeline',
  '/matrix?on=2024-06-01',
  '/coverage?infrastructure=racoon&state=HESSE&on=2024-06-01',
  '/money',
  '/compare?a=institutions/marburg&b=institutions/giessen',
];

it.each(pictures)('%s keeps its texts legible on a phone: it is scrolled in its frame', async (path) => {
  const phone = { viewport: { width: 390, height: 844 } };
  await visited(phone, `${path}${path.includes('?') ? '&' : '?'}lang=de`, async (page) => {
    const text = page.locator('svg text').first();
    expect(await text.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThanOrEqual(
      12,
    );
  });
  expect(visits.takeTrouble()).toEqual([]);
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
    await page.getByRole('button', { name: 'Show' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('class')).toBe('frame');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('href')).toContain('/institutions/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/institutions/**');
  });
  expect(visits.takeTrouble()).toEqual([]);
});

it('is complete without scripts, and drawn anew by its form', async () => {
  await visited({ javaScriptEnabled: false }, '/map?lang=en', async (page) => {
    await page.getByLabel('What is shown').selectOption({ label: 'RACOON' });
    await page.getByLabel('On which day').fill('2024-06-01');
    await page.getByRole('button', { name: 'Show' }).click();
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
  expect(visits.takeTrouble()).toEqual([]);
});

it('unfolds a record in place, with an address of its own, by mouse and by keyboard, and back', async () => {
  await visited({}, '/network?of=institutions/marburg&on=2024-06-01&lang=en', async (page) => {
    const nodes = page.locator('#network .nodes a');
    const before = await nodes.count();
    // A page that is loaded anew would forget this.
    await page.evaluate('window.isTheSame = true');
    await page.locator('#network a[aria-label^="RACOON"]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**unfold=infrastructures%2Fracoon**');
    await page.locator('#unfolded').waitFor();
    expect(await nodes.count()).toBeGreaterThan(before);
    expect(await page.evaluate('window.isTheSame')).toBe(true);
    expect(await page.locator(':focus').getAttribute('aria-label')).toContain('RACOON');
    // What saves the picture was added to the new one.
    expect(await page.getByRole('button', { name: 'Save as SVG' }).count()).toBe(1);

    await page.locator('.chips a[data-unfold]').click();
    await page.locator('#unfolded').waitFor({ state: 'detached' });
    expect(await nodes.count()).toBe(before);
    await page.goBack();
    await page.locator('#unfolded').waitFor();
    expect(await page.evaluate('window.isTheSame')).toBe(true);
  });
  expect(visits.takeTrouble()).toEqual([]);
});

it('shows where an institution is on its page, and leads from there to its network', async () => {
  await visited({}, '/institutions/marburg?lang=en', async (page) => {
    expect(await page.locator('svg.place-map').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Show as a network' }).click();
    await page.waitForURL('**/network?**');
    expect(await page.locator('h1').innerText()).toBe('Around University Hospital Marburg');
  });
});
