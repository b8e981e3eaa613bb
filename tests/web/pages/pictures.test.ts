// The pages of pictures, as readers without scripts get them: each is a query of the public schema, in both languages, and tells what an address gets wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { sitePages } from '../../../src/web/pages/pages';
import { linksIn, textOf } from '../../helpers/html';
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { registry } from '../../../src/registry';
import { Gateway } from '../../http/gateway';

jest.setTimeout(180_000);

const project = join(__dirname, '../../..');

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(() => gateway.end());

const page = async (path: string, language = 'en') => {
  const answer = await gateway.get(path, { headers: { accept: 'text/html', 'accept-language': language } });
  return { status: answer.status, text: answer.text, words: textOf(answer.text) };
};

/** Pages with enough in their addresses for all of their queries. */
const pictures = [
  '/map',
  '/map?show=infrastructures/racoon&on=2024-06-01',
  '/map?show=coverage&infrastructure=racoon&state=BAVARIA',
  '/network?of=institutions/marburg',
  '/network?of=institutions/num&depth=2&size=200',
  '/network?of=infrastructures/racoon&to=infrastructures/nukleus',
  '/timeline?awards=yes',
  '/matrix?on=2024-06-01',
  '/matrix?link=USAGE',
  '/coverage?infrastructure=racoon&modality=IMAGING&state=BAVARIA&on=2024-06-01',
  '/money',
  '/compare?a=institutions/marburg&b=institutions/giessen',
  '/compare?a=infrastructures/racoon&b=infrastructures/nukleus',
];

describe.each(pictures)('%s', (path) => {
  it.each([
    ['de', 'Dasselbe als Tabelle'],
    ['en', 'The same as a table'],
  ])('is a picture with its table, in %s', async (language, heading) => {
    const { status, text, words } = await page(path, language);

    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain('<svg id=');
    if (!path.startsWith('/coverage')) expect(words).toContain(heading);
    expect(text).not.toContain('role="alert"');
    expect(text).not.toMatch(/ style=|undefined|NaN|\[object/);
  });

  it('leads to each query behind it, which answers without an error', async () => {
    const { text } = await page(path);
    const queries = linksIn(text, 'class="query"');
    expect(queries.length).toBeGreaterThan(1);
    for (const query of queries) {
      const { json } = await gateway.get(query, { headers: { accept: 'application/json' } });
      expect(json).not.toHaveProperty('errors');
    }
  });
});

it('has queries that are valid by the schema', () => {
  const schema = buildSchema(readFileSync(join(project, 'schema/schema.graphql'), 'utf8'));
  const asked = pictures.flatMap((path) => {
    const { pathname, searchParams } = new URL(path, 'http://example.org');
    const found = sitePages.find((each) => each.path === pathname);
    return found?.questions(searchParams, { registry, today: '2026-11-30' }) ?? [];
  });
  const faults = asked.flatMap(({ query }) => validate(schema, parse(query)).map(({ message }) => message));
  expect(new Set(faults)).toEqual(new Set());
});

it.each([
  ['/map?on=2024-13-01', '"2024-13-01" is no day such as 2024-06-01. All times are shown.'],
  [
    '/changes?from=2024-13-01',
    '"2024-13-01" is no day such as 2024-06-01. Without it, the time begins a year before',
  ],
  ['/changes?to=today', '"today" is no day such as 2024-06-01. Without it, the time ends today.'],
  ['/map?show=weather', 'The map cannot show "weather"'],
  ['/map?show=infrastructures/none', 'no Infrastructure of this catalogue'],
  ['/network?of=Marburg', '"Marburg" is no record such as institutions/marburg'],
  ['/network?of=institutions/none', 'is no resource of this catalogue'],
  ['/network?depth=9', 'There is no "9" for "depth". There are: 1, 2, 3.'],
  ['/matrix?link=LOVE', 'There is no "LOVE" for "link"'],
  ['/coverage?infrastructure=none', 'is no Infrastructure of this catalogue'],
  ['/compare?a=institutions/marburg&b=infrastructures/racoon', 'not one with the other'],
  ['/compare?a=institutions/marburg&b=institutions/none', 'There is no institutions/none.'],
])('tells what is wrong with %s', async (path, fault) => {
  const { status, text, words } = await page(path);

  expect(status).toBe(200);
  expect(text).toContain('role="alert"');
  expect(words).toContain(fault);
});

it('writes what an address says as text, never as markup', async () => {
  const hostile = encodeURIComponent('"><script>alert(1)</script>');
  for (const path of [
    '/map?show=',
    '/network?of=',
    '/matrix?link=',
    '/compare?a=',
    '/map?on=',
    '/changes?from=',
  ]) {
    const { text } = await page(path + hostile);
    expect(text).not.toContain('<script>alert');
  }
});

// Three sites are shown in RACOON on that day by sources with a date, as docs/coverage.md says.
it('marks the sites of RACOON on a day, and draws what nobody says apart from no', async () => {
  const { text, words } = await page('/map?show=infrastructures/racoon&on=2024-06-01');

  expect(words).toContain('Participates (3)');
  expect(words).toContain('counted without names: 38');
  expect(text).toContain('aria-label="Marburg: Participates"');
  expect(text).toContain('aria-label="Kiel: unknown: no source says"');
  expect(words).not.toContain('no (');
});

// NUM-RDP had ended by January 2026, as its own stated end says.
it('says no only where a source excludes it', async () => {
  const { words } = await page('/map?show=infrastructures/num-rdp&on=2026-01-15');
  expect(words).toContain('no (39)');
});

it('has the verdicts of coverage in the matrix', async () => {
  const { text } = await page('/matrix?on=2024-06-01');
  const query = `{ racoon: coverage(requires: { infrastructures: [{ slug: "racoon" }] }, asOf: "2024-06-01") { requirements { met notMet } }
    gbn: coverage(requires: { infrastructures: [{ slug: "gbn" }] }, asOf: "2024-06-01") { requirements { met notMet } } }`;
  const { json } = await gateway.get(`/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'application/json' },
  });
  const { data } = json as { data: Record<string, { requirements: [{ met: number; notMet: number }] }> };
  const marks = (infrastructure: string, known: string) =>
    text.split(`– ${infrastructure}: ${known}`).length - 1;

  expect(data.racoon?.requirements[0]).toEqual({ met: 3, notMet: 0 });
  expect(marks('RACOON', 'yes')).toBe(3);
  expect(marks('RACOON', 'no')).toBe(0);
  expect(data.gbn?.requirements[0]).toEqual({ met: 0, notMet: 39 });
  expect(marks('GBN', 'no')).toBe(39);
});

// The page of the Marburg site names all four of its infrastructures: what is not among them is a no.
it('draws a no where a source calls the list of a site complete', async () => {
  const { text } = await page('/matrix?on=2024-06-01');
  expect(text).toContain('Marburg – NUKLEUS: no');
  expect(text).not.toContain('Giessen – NUKLEUS: no');
});

it('says of how many awards an amount is known', async () => {
  const { words } = await page('/money');
  // Written down from docs/counting.md: 3 of 26 in the second period, 2 of 24 in the third, 6 of 13 in the first.
  for (const known of ['6 of 13', '3 of 26', '2 of 24'])
    expect(words).toContain(`amount known for ${known} awards`);
  expect(words).toContain('€150,000,000');
});

it('what only the first has is not drawn as what is unknown', async () => {
  const { text } = await page('/compare?a=institutions/marburg&b=institutions/giessen');
  expect(text).toContain('class="part dotted"');
  expect(text).not.toContain('class="part empty"');
});

it('a long table of links is folded, a short one is not', async () => {
  const { text: long } = await page('/network?of=institutions/num&depth=2&size=200&lang=de');
  expect(long).toMatch(/<details><summary>Alle [\d.]+ Verknüpfungen als Tabelle<\/summary><h2 id="table">/);
  const { text: short } = await page('/network?of=institutions/marburg&lang=de&size=15');
  expect(short).toContain('<h2 id="table">');
  expect(short).not.toContain('Verknüpfungen als Tabelle');
});

it('compares what both have, and says that a list which lacks something may be incomplete', async () => {
  const { words } = await page('/compare?a=institutions/marburg&b=institutions/giessen');
  expect(words).toContain('named for both: 2 2 first only · 2 both · 0 second only');
  expect(words).toContain('does not mean that the other has it not');
});

it('says who received how much, and for how many of the awards that is known', async () => {
  const { words } = await page('/money');
  // 3.8 of AKTIN-EZV, 9.5 of AKTIN@NUM in the second period, of which the third names none, and so on: seeds/awards.yaml.
  expect(words).toContain('€9,500,000 · amount known for 1 of 2 awards');
  const { json } = await gateway.ask(
    '{ awards { aggregate(by: []) { groups { amount { known missing } } } } }',
  );
  const { data } = json as {
    data: { awards: { aggregate: { groups: [{ amount: Record<string, number> }] } } };
  };
  const [{ amount }] = data.awards.aggregate.groups;
  expect(words).toContain(
    `amount known for ${amount.known} of ${Number(amount.known) + Number(amount.missing)} awards.`,
  );
  expect((await page('/money?period=num-period-1')).words).toContain('amount known for 6 of 13 awards.');
});

it('unfolds the network: each record leads to the same picture with what lies around it, and back', async () => {
  const path = '/network?of=institutions/marburg&on=2024-06-01';
  const { text } = await page(path);
  const onward = linksIn(text).find((href) => href.includes('unfold=infrastructures%2Fracoon'));
  expect(onward).toContain('on=2024-06-01');
  const unfolded = await page(onward ?? '');
  const nodes = (html: string) => html.split('data-unfold=').length - 1;
  expect(unfolded.words).toContain('Around University Hospital Marburg');
  expect(unfolded.words).toContain('Unfolded: Radiological Cooperative Network');
  expect(nodes(unfolded.text)).toBeGreaterThan(nodes(text) + 1);

  const own = linksIn(unfolded.text).filter((href) => href.startsWith('/network?'));
  const [folded] = own.filter((href) => !href.includes('unfold='));
  expect(new URL(folded ?? '', gateway.url).searchParams.get('of')).toBe('institutions/marburg');
  const centre = own.find((href) => href.startsWith('/network?of=infrastructures%2Fracoon'));
  expect((await page(centre ?? '')).words).toContain('Around Radiological Cooperative Network');
});
