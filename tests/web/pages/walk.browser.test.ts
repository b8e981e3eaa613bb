// Every page in a browser, on both databases: each is seen in German and English, wide and narrow, enlarged twofold, in light, dark and forced colours,
// and by keyboard. Not all combinations are seen of each page, but each page in each condition, and each two conditions together on some page.
import type { Page } from 'playwright-core';
import { registry } from '../../../src/registry';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';
import { cutOn, overlapsOn, unseenStopsOn } from '../misplaced';
import { openAll, violationsOn, Visits } from '../visits';

jest.setTimeout(600_000);

const databases = ['sqlite', 'postgres'] as const;
type Dialect = (typeof databases)[number];

let visits: Visits;
const gateways = new Map<Dialect, Gateway>();

beforeAll(async () => {
  visits = await Visits.begin();
  for (const dialect of databases) {
    const world = await SmallWorld.in(await seededDatabase(dialect));
    gateways.set(dialect, await Gateway.of(world, { MAX_COST_PER_MINUTE: '2000000000' }));
  }
});
afterAll(async () => {
  await visits.end();
  for (const gateway of gateways.values()) await gateway.end();
});

const pages = [
  '/',
  '/search',
  '/search?q=covid-19&type=DATASET',
  '/search?q=Quantencomputer',
  '/search?q=register&view=table',
  '/disputes',
  '/changes?from=2024-06-01&to=2026-01-31',
  '/sources?search=NUM&first=5',
  '/vocabularies',
  '/datasets',
  '/datasets?kind=REGISTRY&columns=kind&columns=modalities',
  '/participations',
  '/sources',
  '/institutions/marburg',
  '/infrastructures/racoon',
  '/datasets/rki-notaufnahmesurveillance',
  '/datasets/napkon-pop',
  '/participations/marburg/racoon/participates',
  '/vocabularies/DatasetKind',
  '/map?show=infrastructures/racoon&on=2024-06-01',
  '/map?show=coverage&infrastructure=racoon&state=BAVARIA',
  '/network?of=institutions/marburg',
  '/network?of=institutions/num&depth=2&size=200',
  '/network?of=infrastructures/racoon&to=infrastructures/nukleus',
  '/timeline?awards=yes',
  '/matrix?on=2024-06-01',
  '/coverage?infrastructure=racoon&state=HESSE&on=2024-06-01',
  '/money',
  '/compare?a=institutions/marburg&b=institutions/giessen',
  '/docs',
  '/docs/coverage',
  '/datasets/there-is-none',
];

/** A page that is enlarged twofold has half of the width. */
const screens = [
  { name: '1440 px', width: 1440, height: 900 },
  { name: '1024 px', width: 1024, height: 768 },
  { name: '390 px', width: 390, height: 844 },
  { name: '1440 px at 200 %', width: 720, height: 450 },
] as const;
const colours = ['light', 'dark', 'forced'] as const;

interface Look {
  readonly screen: (typeof screens)[number];
  readonly colour: (typeof colours)[number];
}

/** Each page on each screen; which colours belong to which screen changes from page to page. */
const looksAt = (index: number): Look[] =>
  screens.flatMap((screen, place) => {
    const colour = colours[(index + place) % colours.length];
    return colour === undefined ? [] : [{ screen, colour }];
  });

const show = async (page: Page, { screen, colour }: Look): Promise<void> => {
  await page.setViewportSize(screen);
  await page.emulateMedia({
    colorScheme: colour === 'dark' ? 'dark' : 'light',
    forcedColors: colour === 'forced' ? 'active' : 'none',
  });
};

const faultsOn = async (page: Page): Promise<string[]> => [
  ...(await violationsOn(page)),
  ...(await cutOn(page)),
  ...(await overlapsOn(page)),
];

/** Else what gets the focus would be scrolled into sight slowly. */
const still = { reducedMotion: 'reduce' } as const;

async function see(path: string, index: number, dialect: Dialect, looks: readonly Look[]): Promise<void> {
  const language = (databases.indexOf(dialect) + index) % 2 === 0 ? 'de' : 'en';
  const address = `${gateways.get(dialect)?.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
  await visits.to(
    address,
    async (page) => {
      expect(await page.locator('h1').count()).toBe(1);
      await openAll(page);
      for (const look of looks) {
        await show(page, look);
        const seen = [path, language, dialect, look.screen.name, look.colour].join(', ');
        expect([seen, await faultsOn(page)]).toEqual([seen, []]);
      }
      expect([path, await unseenStopsOn(page)]).toEqual([path, []]);
    },
    still,
  );
}

it.each(pages.map((path, index) => [path, index] as const))('%s is all right', async (path, index) => {
  const looks = looksAt(index);
  for (const [round, dialect] of databases.entries())
    await see(
      path,
      index,
      dialect,
      looks.filter((_, place) => place % 2 === round),
    );
  // A browser reports a page that is an error.
  const isReported = (message: string) => path.includes('there-is-none') && message.includes('404');
  const trouble = visits.takeTrouble().filter((message) => !isReported(message));
  expect([path, trouble]).toEqual([path, []]);
});

it.each(registry.resources.map(({ path }, index) => [path, index] as const))(
  'a record of %s is all right',
  async (path, index) => {
    const dialect = databases[index % 2] ?? 'sqlite';
    const { text } =
      (await gateways.get(dialect)?.get(`/${path}`, { headers: { accept: 'text/html' } })) ?? {};
    const record = new RegExp(`<th scope="row"><a href="(/${path}/[^"?]+)`).exec(text ?? '')?.[1];
    if (record === undefined) throw new Error(`The list of ${path} leads to no record.`);
    const look = looksAt(index)[index % screens.length];
    await see(record, index, dialect, look ? [look] : []);
    expect([record, visits.takeTrouble()]).toEqual([record, []]);
  },
);
