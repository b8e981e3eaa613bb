// The front page, as its readers get it: in both languages, with figures that are answers of queries, and the operator's addresses.
import { linksIn, textOf } from '../../helpers/html';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(180_000);

const site = 'https://num.example.org/data';
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    PUBLIC_URL: site,
    MAX_COST_PER_MINUTE: '2000000000',
    IMPRINT_URL: 'https://example.org/imprint',
    CONTACT_URL: 'mailto:data@example.org',
  });
});
afterAll(() => gateway.end());

const page = (path: string, headers: Record<string, string> = {}) =>
  gateway.get(path, { headers: { ...browser, ...headers } });

it('says what this is in the language that its reader prefers', async () => {
  const english = await page('/', { 'accept-language': 'en' });
  const german = await page('/', { 'accept-language': 'de' });

  expect(textOf(english.text)).toContain('Medical research infrastructures, linked in one graph');
  expect(english.headers.get('content-language')).toBe('en');
  expect(textOf(german.text)).toContain('verknüpft in einem Graphen');
  expect(german.headers.get('content-language')).toBe('de');
  expect(german.headers.get('vary')).toContain('Accept-Language');
});

it('is German at /de whatever its reader prefers, and so is what it leads to', async () => {
  const { text } = await page('/de', { 'accept-language': 'en' });

  expect(text).toContain('<html lang="de">');
  expect(linksIn(text)).toContain('/data/datasets?lang=de');
  expect(text).toContain(`<link rel="canonical" href="${site}/"`);
  // The two addresses are cached apart.
  expect(linksIn((await page('/', { 'accept-language': 'de' })).text)).toContain('/data/datasets');
});

it('counts what the query behind it counts', async () => {
  const { text } = await page('/', { 'accept-language': 'en' });
  const [link = ''] = linksIn(text, 'class="query"');
  const { json } = await gateway.get(link, { headers: { accept: 'application/json' } });
  const { data, errors } = json as { data: Record<string, { totalCount: number }>; errors?: unknown };

  expect(errors).toBeUndefined();
  expect(textOf(text)).toContain(`${data.datasets?.totalCount} Datasets`);
  expect(textOf(text)).toContain(`${data.sites?.totalCount} University medical centres`);
  expect(data.infrastructures?.totalCount).toBe(14);
});

it('leads to lists that are as long as it says', async () => {
  const { text } = await page('/', { 'accept-language': 'en' });
  const [, href = '', count = ''] =
    /<a href="([^"]*themes=IMAGING[^"]*)">[^<]*<span>(\d+)<\/span>/.exec(text) ?? [];
  const list = await page(href.replace('/data', '').replaceAll('&amp;', '&'), { 'accept-language': 'en' });

  expect(textOf(list.text)).toContain(`${count} records`);
});

it('names the endpoint by its public address', async () => {
  expect(textOf((await page('/')).text)).toContain(`curl ${site}/graphql`);
});

it('leads to the addresses that the operator has set, and to no others', async () => {
  const links = linksIn((await page('/', { 'accept-language': 'en' })).text);

  expect(links).toContain('https://example.org/imprint');
  expect(links).toContain('mailto:data@example.org');
  expect(textOf((await page('/')).text)).not.toContain('Accessibility');
});

it('has no script and no style of its own, and is served under a strict policy', async () => {
  const { text, headers } = await page('/');

  expect(text).not.toMatch(/ style="| on[a-z]+="|<style/);
  expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(Buffer.byteLength(text)).toBeLessThan(50_000);
});

it('is a page for people only: a harvester gets the FAIR Data Point there, and JSON is not offered', async () => {
  const turtle = await gateway.get('/', { headers: { accept: 'text/turtle' } });
  expect(turtle.headers.get('content-type')).toContain('text/turtle');

  const json = await gateway.get('/', { headers: { accept: 'application/json' } });
  expect(json.status).toBe(406);
  const curl = await gateway.get('/', { headers: { accept: '*/*' } });
  expect(curl.headers.get('content-type')).toContain('text/html');
});

it('answers 304 to who has it, and 405 to who writes', async () => {
  const { headers } = await page('/');
  const again = await page('/', {
    'if-none-match': headers.get('etag') ?? '',
    // Else fetch adds no-cache, by which one asks for the whole page.
    'cache-control': 'max-age=0',
  });

  expect(again.status).toBe(304);
  expect((await gateway.get('/', { method: 'POST', headers: browser })).status).toBe(405);
});

it('keeps crawlers from asking every question, while each page itself may be found', async () => {
  const { text } = await gateway.get('/robots.txt');
  const forbidden = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, path = '']) => path);

  expect(forbidden).toEqual(expect.arrayContaining(['/graphql?', '/search?', '/map?', '/docs?']));
  expect(forbidden.every((path) => path.endsWith('?'))).toBe(true);
  expect(forbidden).not.toContain('/?');
  expect(text).toContain(`Sitemap: ${site}/sitemap.xml`);
});
