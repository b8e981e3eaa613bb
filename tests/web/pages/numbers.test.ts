// No page says anything that no query says: each number that a page writes is in the answers of the queries to which it links, or counts what is in them.
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

const pages = [
  '/',
  '/search?q=covid-19',
  '/search?q=register&view=table',
  '/disputes',
  '/datasets',
  '/participations?first=50',
  '/institutions/marburg',
  '/infrastructures/racoon',
  '/datasets/rki-notaufnahmesurveillance',
  '/map?show=infrastructures/racoon&on=2024-06-01',
  '/map?show=coverage&infrastructure=racoon&state=BAVARIA',
  '/network?of=institutions/marburg',
  '/timeline?awards=yes',
  '/matrix?on=2024-06-01',
  '/coverage?infrastructure=racoon&modality=IMAGING&state=BAVARIA&on=2024-06-01',
  '/money',
  '/money?period=num-period-1',
  '/compare?a=institutions/marburg&b=institutions/giessen',
];

/** Whole numbers, without the marks of thousands. Degrees are rounded, so that what is behind the point is left out. */
const numbersIn = (text: string): string[] =>
  (
    text
      .replace(/(?<=\d)[.,]\d{4,}/g, '')
      .replace(/(?<=\d)[,.\u00a0\u202f](?=\d{3}(?!\d))/g, '')
      .match(/\d+/g) ?? []
  ).map((digits) => String(BigInt(digits)));

/** What an answer says: the numbers in it, how long its lists are, and how many members of a list have the same value. */
class Said {
  readonly numbers = new Set<string>();

  add(value: unknown): void {
    if (typeof value === 'string' || typeof value === 'number') {
      for (const number of numbersIn(String(value))) this.numbers.add(number);
    } else if (Array.isArray(value)) {
      this.count(value);
      for (const each of value) this.add(each);
    } else if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) this.add(each);
    }
  }

  private count(list: readonly unknown[]): void {
    this.numbers.add(String(list.length));
    const same = new Map<string, number>();
    for (const each of list) for (const leaf of leavesOf(each, '')) same.set(leaf, (same.get(leaf) ?? 0) + 1);
    for (const count of same.values()) {
      this.numbers.add(String(count));
      this.numbers.add(String(list.length - count));
    }
  }
}

function leavesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}=${String(value)}`];
  return [
    ...new Set(
      Object.entries(value).flatMap(([name, each]) =>
        leavesOf(each, Array.isArray(value) ? `${path}[]` : `${path}.${name}`),
      ),
    ),
  ];
}

/** What is written on a page, without the frame that all have, the form, and what says how many things are drawn. */
function writtenOn(html: string): string {
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  return textOf(`<body>${main.replace(/<form.*?<\/form>/gs, '').replace(/<(pre|desc).*?<\/\1>/gs, '')}`);
}

it.each(pages)('%s writes no number that its queries do not say', async (path) => {
  const { text } = await gateway.get(path, { headers: { accept: 'text/html', 'accept-language': 'en' } });
  const said = new Said();
  const links = linksIn(text, 'class="query"');
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const headers = { accept: 'application/json', 'accept-language': 'en' };
    said.add(((await gateway.get(link, { headers })).json as { data: unknown }).data);
    // What was asked for may be written, too.
    said.add(JSON.parse(new URL(link, gateway.url).searchParams.get('variables') ?? '{}'));
  }
  said.add([...new URL(path, gateway.url).searchParams.values()]);
  // A scale has the years between the first and the last that are said, and a score is one of a hundred.
  const years = [...said.numbers].map(Number).filter((number) => number > 1900 && number < 2200);
  const isOfScale = (number: string) =>
    number === '100' || (Number(number) >= Math.min(...years) && Number(number) <= Math.max(...years));
  const unsaid = [...new Set(numbersIn(writtenOn(text)))].filter(
    (number) => !said.numbers.has(number) && !isOfScale(number),
  );
  expect([path, unsaid]).toEqual([path, []]);
});
