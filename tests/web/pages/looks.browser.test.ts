// How pages look: pictures of a SYNTHETIC catalogue, compared with those in the folder `looks`. UPDATE_SCREENSHOTS=1 takes them anew.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { SmallWorld } from '../../helpers/small-world';
import { Gateway } from '../../http/gateway';
import { smallCatalogue } from '../small-catalogue';
import { Visits } from '../visits';

jest.setTimeout(600_000);

const looks = join(__dirname, 'looks');
/** Where a test writes what it has seen instead. */
const seen = resolve(__dirname, '../../../.cache/looks');
const isUpdate = process.env.UPDATE_SCREENSHOTS === '1';

/** The browser and the font that come with `npm ci`: others draw other letters. */
const isCarried =
  process.platform === 'linux' && process.arch === 'x64' && process.env.CHROMIUM_PATH === undefined;

/** Letters may be smoothed otherwise on another processor. */
const tolerance = { ofColour: 0.2, ofPixels: 0.005 };

let visits: Visits;
let gateway: Gateway;
beforeAll(async () => {
  if (!isCarried) return;
  visits = await Visits.begin();
  gateway = await Gateway.of(await SmallWorld.of('sqlite', smallCatalogue), {
    PUBLIC_URL: 'https://num.example.org',
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(async () => {
  if (!isCarried) return;
  await visits.end();
  await gateway.end();
});

const wide = { viewport: { width: 1024, height: 560 } };
const phone = { viewport: { width: 390, height: 760 } };
const dark = { colorScheme: 'dark' } as const;
const forced = { forcedColors: 'active' } as const;

/** Each picture with the upper edge of what it shows: the top of the page, or an element. */
const pictures: readonly [name: string, path: string, options: BrowserContextOptions, from: string][] = [
  ['front', '/?lang=de', wide, 'body'],
  ['front-phone', '/?lang=en', phone, 'body'],
  ['search', '/search?q=images&lang=en', wide, 'body'],
  ['list', '/institutions?lang=de', { ...wide, ...dark }, 'body'],
  ['record', '/infrastructures/images?lang=de', wide, 'body'],
  ['record-phone', '/datasets/lung-images?lang=de', { ...phone, ...dark }, 'body'],
  ['map', '/map?show=infrastructures/images&on=2024-06-15&lang=de', wide, 'figure'],
  ['network', '/network?of=infrastructures/images&lang=en', wide, 'figure'],
  ['timeline', '/timeline?lang=de', { ...wide, ...dark }, 'figure'],
  ['matrix', '/matrix?on=2024-06-15&lang=en', { ...wide, ...forced }, 'figure'],
  ['coverage', '/coverage?infrastructure=images&infrastructure=emergency&lang=de', wide, 'h2'],
  ['money', '/money?lang=en', wide, 'figure'],
];

/** What changes from one run to the next: the moment of the last change. */
const hideMoments = (page: Page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('.how, figcaption, .key'))
      if (/\d{4}/.test(element.textContent)) element.style.visibility = 'hidden';
  });

async function look(page: Page, from: string): Promise<Buffer> {
  await hideMoments(page);
  await page
    .locator(from)
    .first()
    .evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  return page.screenshot();
}

(isCarried ? it : it.skip).each(pictures)('%s looks as it did', async (name, path, options, from) => {
  const bytes = await visits.to(gateway.url + path, (page) => look(page, from), {
    ...options,
    reducedMotion: 'reduce',
  });
  const file = join(looks, `${name}.png`);
  if (isUpdate || !existsSync(file)) {
    expect([name, isUpdate]).toEqual([name, true]);
    await mkdir(looks, { recursive: true });
    await writeFile(file, bytes);
    return;
  }
  const [before, now] = [PNG.sync.read(await readFile(file)), PNG.sync.read(bytes)];
  expect([now.width, now.height]).toEqual([before.width, before.height]);
  const { width, height } = now;
  const difference = new PNG({ width, height });
  const different = pixelmatch(before.data, now.data, difference.data, width, height, {
    threshold: tolerance.ofColour,
  });
  if (different > width * height * tolerance.ofPixels) {
    await mkdir(seen, { recursive: true });
    await writeFile(join(seen, `${name}.png`), bytes);
    await writeFile(join(seen, `${name}-difference.png`), PNG.sync.write(difference));
    throw new Error(
      `${name} looks different in ${different} pixels: see ${seen}. If it should, UPDATE_SCREENSHOTS=1 takes the picture anew.`,
    );
  }
});
