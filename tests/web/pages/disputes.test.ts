// The page of the disputes: what sources disagree on, each statement with its source, as the query behind it answers.
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

const page = async (path: string) => {
  const { status, text } = await gateway.get(path, { headers: { accept: 'text/html' } });
  return { status, text, links: linksIn(text) };
};

/** All pages of the list, one after another. */
async function* pagesFrom(path: string) {
  for (let next: string | undefined = path; next !== undefined;) {
    const shown = await page(next);
    yield shown;
    next = /<a href="([^"]+)#records" rel="next"/.exec(shown.text)?.[1]?.replaceAll('&amp;', '&');
  }
}

it('shows both sides: the third funding period ends in June or December 2030, as its sources say', async () => {
  let all = '';
  for await (const { text } of pagesFrom('/disputes?lang=en')) all += text;
  const [, ofPeriod = ''] = /<h3><a[^>]*>Funding period 3 of the NUM<(.*?)<h3>/s.exec(all) ?? [];

  const said = textOf(`<body><p${ofPeriod}`);
  expect(said).toContain('End');
  // The Dresden convention of January 2026, and a piece of news of the network.
  expect(said).toContain('30 June 2030');
  expect(said).toContain('31 December 2030');
});

it('is where the figure of the front page leads, and counts the same', async () => {
  const { text, links } = await page('/?lang=en');
  const [, count] = /<strong>(\d+)<\/strong> Records on which sources disagree/.exec(text) ?? [];
  const [path = ''] = links.filter((href) => href.startsWith('/disputes'));

  expect(textOf((await page(path)).text)).toContain(`${count} records`);
});

it('is read page by page, and misses no record', async () => {
  const seen = new Set<string>();
  for await (const { text, links } of pagesFrom('/disputes?lang=de&first=7')) {
    for (const [, href = ''] of text.matchAll(/<h3><a href="([^"]+)"/g)) seen.add(href);
    expect(links.some((href) => href.startsWith('/graphql?query='))).toBe(true);
  }
  const { json } = await gateway.get(
    `/graphql?query=${encodeURIComponent('{ disputed(first: 100) { totalCount } }')}`,
    { headers: { accept: 'application/json', 'apollo-require-preflight': '1' } },
  );
  const { data } = json as { data: { disputed: { totalCount: number } } };
  expect(seen.size).toBe(data.disputed.totalCount);
});

it('says in German what a wrong address lacks, and is no error of the server', async () => {
  const { status, text } = await page('/disputes?lang=de&after=nonsense');

  expect(status).toBe(200);
  expect(text).toContain('<html lang="de">');
  expect(textOf(text)).toMatch(/cursor/i);
});
