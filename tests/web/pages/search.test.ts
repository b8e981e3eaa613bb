// The page of the search, as its readers get it without a script: what is found and why, what it is narrowed to, and what helps where nothing is found.
import { linksIn, textOf } from '../../helpers/html';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';

jest.setTimeout(180_000);

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(() => gateway.end());

async function page(path: string, language = 'en'): Promise<string> {
  const headers = { accept: 'text/html', 'accept-language': language };
  const { status, text } = await gateway.get(path, { headers });
  expect([path, status]).toEqual([path, 200]);
  return text;
}

/** What the query answers to which a page links. */
async function answerBehind(
  html: string,
): Promise<{ totalCount: number; types: { type: string; count: number }[] }> {
  const [link = ''] = linksIn(html, 'class="query"');
  const { json } = await gateway.get(link, { headers: { accept: 'application/json' } });
  return (json as { data: { search: never } }).data.search;
}

it('shows what is found with the words marked, in both languages', async () => {
  const english = await page('/search?q=autopsy');
  expect(textOf(english)).toContain('Found for “autopsy”');
  expect(english).toMatch(/<mark>[Aa]utopsy<\/mark>/);

  const german = await page('/search?q=Obduktion', 'de');
  expect(textOf(german)).toContain('Gefunden für „Obduktion“');
  expect(german).toContain('<html lang="de">');
});

it('says by which other word something was found', async () => {
  expect(textOf(await page('/search?q=stroke', 'de'))).toContain('ein anderes Wort für: Schlaganfall');
});

it('offers each kind of record with as many as there are once it is chosen', async () => {
  const html = await page('/search?q=register');
  const { totalCount, types } = await answerBehind(html);
  expect(totalCount).toBe(types.reduce((sum, { count }) => sum + count, 0));
  for (const { type, count } of types) {
    const chosen = await page(`/search?q=register&type=${type}`);
    expect(textOf(chosen)).toContain(`${count} record${count === 1 ? '' : 's'}`);
  }
});

it('offers the values of the chosen kind, and the lists to which they lead are as long', async () => {
  const html = await page('/search?q=covid-19&type=DATASET');
  const values = [
    ...html.matchAll(/<a href="(\/datasets\?search=[^"]+&amp;[^"]+)">[^<]* <span>(\d+)<\/span>/g),
  ];
  expect(values.length).toBeGreaterThan(2);
  for (const [, href = '', count = ''] of values.slice(0, 6)) {
    const list = textOf(await page(href.replaceAll('&amp;', '&')));
    expect([href, list.includes(`${count} record${count === '1' ? '' : 's'}`)]).toEqual([href, true]);
  }
});

it('offers what all kinds share, and what its links lead to is as much as they say', async () => {
  const html = await page('/search?q=covid-19');
  const values = [
    ...html.matchAll(/<a href="(\/search\?q=covid-19&amp;(?:with|source)=[^"]+)">[^<]* <span>(\d+)<\/span>/g),
  ];
  expect(
    new Set(values.map(([, href]) => /&amp;(with|source)=([a-z]+)/.exec(href ?? '')?.[0])).size,
  ).toBeGreaterThan(2);
  for (const [, href = '', count = ''] of [...values.slice(0, 2), ...values.slice(-2)]) {
    const chosen = await page(href.replaceAll('&amp;', '&'));
    expect([href, textOf(chosen).includes(`${count} record${count === '1' ? '' : 's'}`)]).toEqual([
      href,
      true,
    ]);
    // A chosen value is taken away by its link.
    expect(chosen).toMatch(/<a href="\/search\?q=covid-19" aria-current="true">/);
  }
});

it('shows a chosen kind as a filter that its link takes away', async () => {
  const html = await page('/search?q=register&type=PROJECT');
  const chosen = /<a href="([^"]*)" aria-current="true">[^<]*Projects/.exec(html)?.[1];

  expect(chosen).toBe('/search?q=register');
});

it('reads typing errors and says so', async () => {
  expect(textOf(await page('/search?q=Obduktionsnetzwrk'))).toContain(
    '“Obduktionsnetzwrk” stands nowhere; “obduktionsnetzwerk” was searched for, too.',
  );
});

it('says what nothing means, and how else one may search', async () => {
  const text = textOf(await page('/search?q=Quantencomputer'));

  expect(text).toContain('Nothing was found');
  expect(text).toContain('No record and no evidence contains: Quantencomputer.');
  expect(text).toContain('no source recorded here mentions it');
});

it('leads from page to page, and each has others', async () => {
  const first = await page('/search?q=register&first=5');
  const [next = ''] = linksIn(first, 'rel="next"');
  const second = await page(next.replace(/#.*/, ''));

  expect(next).toContain('first=5');
  const hits = (html: string) => linksIn(`<body ${html.slice(html.indexOf('class="hits"'))}`).slice(0, 5);
  expect(hits(first)).toHaveLength(5);
  expect(hits(second).filter((href) => hits(first).includes(href))).toEqual([]);
});

it('shows the same as a table, and gives it as a file', async () => {
  const html = await page('/search?q=register&view=table');
  expect(html).toContain('<th scope="col">Score</th>');

  const [csv = ''] = linksIn(html).filter((href) => href.includes('format=csv'));
  const { text, headers } = await gateway.get(csv);
  const { totalCount } = await answerBehind(html);
  expect(headers.get('content-type')).toContain('text/csv');
  expect(text.trim().split('\r\n').length - 1).toBeGreaterThanOrEqual(totalCount);
});

it('begins with a field and the lists where nothing is asked', async () => {
  for (const path of ['/search', '/search?q=', '/search?q=%20']) {
    const html = await page(path);
    expect(linksIn(html)).toContain('/datasets');
    expect(html).toContain('name="q"');
  }
});

it.each([
  ['an unknown kind', '/search?q=covid&type=TOWN'],
  ['a wrong cursor', '/search?q=covid&after=nowhere'],
  ['too many words', `/search?q=${Array.from({ length: 40 }, (_, index) => `word${index}`).join('+')}`],
  ['a text that is too long', `/search?q=${'a'.repeat(1_200)}`],
])('tells what is wrong with %s, and lets search on', async (_, path) => {
  const html = await page(path);

  expect(textOf(html)).toContain('This cannot be answered.');
  expect(html).toContain('name="q"');
});

it('writes what is searched for as text, never as markup', async () => {
  const html = await page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);

  expect(html).not.toContain('<script>alert');
});

it('keeps to its size without islands', async () => {
  expect(Buffer.byteLength(await page('/search?q=register'))).toBeLessThan(100_000);
});
