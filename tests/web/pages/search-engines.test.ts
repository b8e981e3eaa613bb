// What search engines make of the pages: each has a title and a description of its own and both languages, and the front page says how to search.
import { structuredIn } from '../../helpers/html';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(180_000);

const site = 'https://num.example.org';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    PUBLIC_URL: site,
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(() => gateway.end());

const page = async (path: string, language = 'en'): Promise<string> => {
  const { text } = await gateway.get(path, { headers: { accept: 'text/html', 'accept-language': language } });
  return text;
};

const locationsIn = async (path: string): Promise<string[]> =>
  [...(await gateway.get(path)).text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
    address.slice(site.length),
  );

const titleIn = (html: string): string => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
const descriptionIn = (html: string): string =>
  /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';

describe.each(['de', 'en'])('in the language %s', (language) => {
  it('every page has a title and a description of its own', async () => {
    const some = ['infrastructures', 'participations', 'sources', 'publications'];
    const records = await Promise.all(some.map((each) => locationsIn(`/sitemaps/${each}-1.xml`)));
    const paths = [
      ...(await locationsIn('/sitemaps/pages.xml')),
      ...records.flatMap((each) => each.slice(0, 12)),
    ];
    const titles = new Map<string, string>();
    const descriptions = new Map<string, string>();
    for (const path of paths) {
      const html = await page(path, language);
      const [title, description] = [titleIn(html), descriptionIn(html)];
      expect([path, title.length > 5, titles.get(title)]).toEqual([path, true, undefined]);
      expect([path, description.length > 20, descriptions.get(description)]).toEqual([path, true, undefined]);
      expect([path, description.length <= 310]).toEqual([path, true]);
      titles.set(title, path);
      descriptions.set(description, path);
    }
    expect(titles.size).toBeGreaterThan(60);
  });
});

it.each(['/', '/datasets', '/money', '/infrastructures/racoon', '/search'])(
  '%s names itself in both languages, and the address for all',
  async (path) => {
    const html = await page(path);
    expect(html).toContain(`<link rel="canonical" href="${site}${path}"`);
    for (const [language, search] of [
      ['de', '?lang=de'],
      ['en', '?lang=en'],
      ['x-default', ''],
    ])
      expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="${site}${path}${search}"`);
    expect(await page(`${path}?lang=de`)).toContain('<html lang="de">');
  },
);

it.each(['/datasets?search=autopsy', '/network?of=institutions/marburg', '/money?period=num-period-1'])(
  '%s is a part or a view of another page: it names that one, and no languages beside it',
  async (path) => {
    const html = await page(path);
    expect(html).toContain(`<link rel="canonical" href="${site}${path.split('?')[0]}"`);
    expect(html).not.toContain('<link rel="alternate" hreflang=');
  },
);

it.each(['/participations', '/disputes'])('a later page of %s is a page of its own', async (path) => {
  const nextIn = (html: string) =>
    /<link rel="next" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const next = nextIn(await page(`${path}?first=5`));
  expect(next).toContain('after=');

  const second = await page(next);
  const escaped = next.replaceAll('&', '&amp;');
  expect(second).toContain(`<link rel="canonical" href="${site}${escaped}"`);
  // Its cursor is that of one language.
  expect(second).not.toContain('<link rel="alternate" hreflang=');
  expect(nextIn(second)).not.toBe(next);
});

it('the front page says how to search in the site, and the search is where it says', async () => {
  const { potentialAction, ...siteItself } = structuredIn(await page('/')) ?? {};
  expect(siteItself).toMatchObject({ '@type': 'WebSite', url: `${site}/`, name: 'NUM data-space gateway' });
  const { target } = potentialAction as { target: { urlTemplate: string } };
  const path = target.urlTemplate.slice(site.length).replace('{search_term_string}', 'autopsy');
  expect(await page(path)).toMatch(/<mark>[Aa]utopsy<\/mark>/);
});
