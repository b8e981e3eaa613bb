// The pages of lists, as their readers get them without a script: ordered, narrowed, with the columns that they choose, and as a table in their language.
import { registry } from '../../../src/registry';
import { ordersOf } from '../../../src/web/pages/documents/orders';
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

/** The texts of the first column. */
const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, cell = '']) => textOf(`<body>${cell}`).trim());
const columnsOf = (html: string): string[] =>
  [...html.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, cell = '']) => cell);

it('comes in the order that the address names, both ways', async () => {
  const up = rowsOf(await page('/funding-periods?sort=startsOn'));
  const down = rowsOf(await page('/funding-periods?sort=-startsOn'));

  expect(up).toEqual([
    'Funding period 1 of the NUM',
    'Funding period 2 of the NUM',
    'Funding period 3 of the NUM',
  ]);
  expect(down).toEqual([...up].reverse());
});

it('offers every order that the API has, for each class', async () => {
  const { json } = await gateway.ask('{ __schema { types { name enumValues { name } } } }');
  const { types } = (
    json as { data: { __schema: { types: { name: string; enumValues: { name: string }[] | null }[] } } }
  ).data.__schema;
  for (const description of registry.all) {
    const known = types.find(({ name }) => name === `${description.type}OrderField`)?.enumValues ?? [];
    expect(
      ordersOf(description)
        .map(({ name }) => name.replace(/(?!^)[A-Z]/g, '_$&').toUpperCase())
        .sort(),
    ).toEqual(known.map(({ name }) => name).sort());
  }
});

it('has the columns that the reader chooses, in each language', async () => {
  const path = '/datasets?columns=accessRights&columns=numberOfRecords';
  expect(columnsOf(await page(path))).toEqual(['Name', 'Access rights', 'Number of records']);
  expect(columnsOf(await page(path, 'de'))[0]).toBe('Name');
  // As one word with commas, too; what is no column is left out.
  expect(columnsOf(await page('/datasets?columns=accessRights,nothing'))).toEqual(['Name', 'Access rights']);
});

it('says of an empty cell that no source states it', async () => {
  expect(textOf(await page('/datasets?columns=numberOfRecords'))).toContain('no source says');
});

it('shows its filters, and leads to the list without each', async () => {
  const html = await page('/datasets?accessRights=RESTRICTED&kind=COHORT&sort=-name');
  const chips = html.slice(html.indexOf('aria-label="Chosen filters"'));

  expect(textOf(`<body ${chips}`)).toContain('Access rights: Restricted');
  expect(linksIn(`<body ${chips}`)).toContain('/datasets?kind=COHORT&sort=-name');
});

it('of links is narrowed by what they link, and says so by name', async () => {
  const all = await page('/participations');
  expect(all).toMatch(
    /<select name="institution">.*<option value="marburg">University Hospital Marburg \(6\)/s,
  );

  const ofMarburg = await page('/participations?institution=marburg');
  expect(rowsOf(ofMarburg)).toHaveLength(6);
  expect(textOf(ofMarburg)).toContain('Institution: University Hospital Marburg ×');
});

it('names the record by which its address narrows it', async () => {
  const html = textOf(await page('/projects?fundingPeriod=num-period-2', 'de'));
  expect(html).toContain('Förderperiode: 2. Förderperiode des NUM ×');
  expect(html).toContain('17 Einträge');
});

it('is where the page of a source leads, which counts what rests on it and names no empty list', async () => {
  const source = await page('/sources/marburg-num-page');
  const [, citing = ''] = /<h2 id="citing">(.*?)<\/section>/s.exec(source) ?? [];
  const counted = [...citing.matchAll(/<a href="([^"]+)">[^<]*<\/a> \((\d+)\)/g)];
  expect(counted.length).toBeGreaterThan(2);
  for (const [, href = '', count] of counted) {
    const list = textOf(await page(href));
    expect([href, /(\d+) records?/.exec(list)?.[1]]).toEqual([href, count]);
  }
});

it('that is not there is said in German', async () => {
  const headers = { accept: 'text/html', 'accept-language': 'de' };
  const { status, text } = await gateway.get('/datasets/there-is-none', { headers });
  expect(status).toBe(404);
  expect(textOf(text)).toContain('Unter /datasets/there-is-none steht hier nichts.');
  expect(textOf(text)).not.toContain('There is no record');
});

it('is followed page by page in its order, and every record comes once', async () => {
  const seen: string[] = [];
  let path: string | undefined = '/datasets?sort=-fairScore&first=8';
  while (path !== undefined) {
    const html: string = await page(path.replace(/#.*/, ''));
    seen.push(...rowsOf(html));
    [path] = linksIn(html, 'rel="next"');
  }
  expect(seen).toHaveLength(21);
  expect(new Set(seen).size).toBe(21);
});

it.each(['/datasets?sort=-fairScore&first=8', '/participations?first=50', '/sources?search=NUM'])(
  'leads back page by page to where one came from: %s',
  async (start) => {
    const forth: string[][] = [];
    let path: string | undefined = start;
    let last = start;
    while (path !== undefined) {
      last = path.replace(/#.*/, '');
      const html: string = await page(last);
      forth.push(rowsOf(html));
      [path] = linksIn(html, 'rel="next"');
    }
    const back: string[][] = [];
    for (path = last; path !== undefined; [path] = linksIn(await page(last), 'rel="prev"')) {
      last = path.replace(/#.*/, '');
      back.unshift(rowsOf(await page(last)));
    }
    expect(back.length).toBeGreaterThan(1);
    expect(back).toEqual(forth);
    expect(last).not.toContain('after=');
  },
);

it('of sources is searched by title and publisher', async () => {
  const html = await page('/sources?search=aktin');
  expect(rowsOf(html).length).toBeGreaterThan(0);
  expect(rowsOf(html).length).toBeLessThan(20);
  expect(textOf(html)).toContain('Search: aktin ×');
  const ofPublisher = await page('/sources?search=Robert+Koch');
  expect(rowsOf(ofPublisher).some((title) => !title.includes('Robert Koch'))).toBe(true);
});

it('leaves out columns that few records have a value for, unless the reader chooses them', async () => {
  expect(columnsOf(await page('/datasets'))).not.toContain('Languages');
  expect(columnsOf(await page('/datasets?columns=languages'))).toEqual(['Name', 'Languages']);
});

it('is a table with names and labels in the language of the page, whatever the browser prefers', async () => {
  const [csv = ''] = linksIn(await page('/datasets?accessRights=PUBLIC&lang=de', 'en')).filter((href) =>
    href.includes('format=csv'),
  );
  const { text } = await gateway.get(csv, { headers: { 'accept-language': 'en' } });

  expect(text).toContain('Daten der Notaufnahmesurveillance');
  expect(text).toContain('öffentlich');
});

it('keeps to its usual order where the address names none that there is', async () => {
  expect(rowsOf(await page('/datasets?sort=nothing'))).toEqual(rowsOf(await page('/datasets')));
});
