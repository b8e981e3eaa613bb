/** A query with several lists answers as a workbook with a sheet for each, as CSV of the one that its client names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { startApp, type App } from '../../../src/app';
import { readConfig } from '../../../src/config';
import { readExamples } from '../../../src/web/graphiql/examples';
import { describeOnEachDatabase, type EmptyDatabase } from '../../helpers/databases';
import type { PlainRecords } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../gateway';
import { asTable } from './as-table';

jest.setTimeout(120_000);

const records: PlainRecords = {
  Institution: ['aachen', 'marburg', 'ulm'].map((slug, index) => ({
    slug,
    name: { de: `Klinikum ${slug}`, en: `Hospital ${slug}` },
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
    state: ['NORTH_RHINE_WESTPHALIA', 'HESSE', 'BADEN_WUERTTEMBERG'][index],
    ...(slug === 'marburg' && { homepage: 'https://www.example.org/marburg' }),
  })),
  Infrastructure: ['naton', 'racoon'].map((slug) => ({ slug, name: { en: slug } })),
  Contact: [{ slug: 'desk', name: { en: 'Desk' }, email: 'desk@example.org' }],
  Participation: [
    { institution: 'marburg', infrastructure: 'racoon', role: 'COORDINATES', startsOn: '2020-04-01' },
    { institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES', startsOn: '2021-05' },
    { institution: 'ulm', infrastructure: 'naton', role: 'PARTICIPATES' },
  ],
};

const two = `query Two($kind: InstitutionKind = UNIVERSITY_MEDICAL_CENTRE) {
  institutions(filter: { kind: { eq: $kind } }) { totalCount nodes { slug kind } }
  catalogue { dataVersion }
  links: participations { nodes { role institution { slug } } }
}`;

describeOnEachDatabase('a workbook', (dialect) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over(dialect, records);
  });
  afterAll(() => gateway.end());

  async function workbook(query: string, more: Record<string, string> = {}, language = 'en') {
    const address = new URLSearchParams({ query, format: 'xlsx', ...more });
    const response = await fetch(`${gateway.url}/graphql?${address.toString()}`, {
      headers: { 'accept-language': language },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([response.status, response.status === 200 ? '' : Buffer.from(bytes).toString()]).toEqual([
      200,
      '',
    ]);
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    return { sheets, headers: response.headers };
  }
  const csv = async (query: string, more = '') => {
    const { status, text } = await gateway.get(
      `/graphql?format=csv&query=${encodeURIComponent(query)}${more}`,
    );
    const rows: string[][] = status === 200 ? parse(text) : [];
    return { status, text, rows };
  };

  it('has a sheet for each list of the query, and one that says what it is', async () => {
    const { sheets, headers } = await workbook(two);

    expect(sheets.map(({ name }) => name)).toEqual(['institutions', 'links', 'About']);
    expect(sheets[0]?.rows).toEqual(
      [
        ['catalogue.dataVersion', 'slug', 'kind'],
        [1, 'aachen', 'UNIVERSITY_MEDICAL_CENTRE'],
        [1, 'marburg', 'UNIVERSITY_MEDICAL_CENTRE'],
        [1, 'ulm', 'UNIVERSITY_MEDICAL_CENTRE'],
      ].map(([version, slug, kind]) => [slug, kind, version]),
    );
    expect(
      sheets[1]?.rows
        .slice(1)
        .map(([, role, slug]) => `${String(slug)} ${String(role)}`)
        .sort(),
    ).toEqual(['marburg COORDINATES', 'marburg PARTICIPATES', 'ulm PARTICIPATES']);
    expect(headers.get('content-disposition')).toContain('Two-v1.xlsx');
  });

  it('says which query it answers, of which version of the data, and on which sources and licences it rests', async () => {
    const { sheets } = await workbook(two, { operationName: 'Two' });
    const about = new Map(sheets.at(-1)?.rows.map(([what, ...values]) => [String(what), values]));

    expect(about.get('Query')?.[0]).toBe(two);
    expect(about.get('Operation')?.[0]).toBe('Two');
    expect(about.get('Version of the data')?.[0]).toBe(1);
    expect(about.get('Sheet institutions')?.[0]).toBe('From a list of 3 records.');
    expect(about.get('Source')).toEqual(['A register', null, null, 'https://register.example.org/']);
    const again = await fetch(String(about.get('Address')?.[0]));
    expect(again.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('says so in German to Germans', async () => {
    const { sheets } = await workbook(two, {}, 'de');
    expect(sheets.at(-1)?.name).toBe('Über diese Mappe');
  });

  it('has its head frozen, with a filter over all rows', async () => {
    const { sheets } = await workbook('{ institutions { nodes { slug kind } } }');

    expect(sheets.map(({ name }) => name)).toEqual(['Table', 'About']);
    expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 });
    expect(sheets[0]?.autoFilter?.range).toBe('A1:B4');
  });

  it('has addresses as links', async () => {
    const { sheets } = await workbook(
      '{ institutions { nodes { slug homepage } } contacts { nodes { email } } }',
    );

    const links = sheets.map(({ cells }) =>
      [...(cells?.values() ?? [])].flatMap(({ hyperlink }) => (hyperlink?.target ? [hyperlink.target] : [])),
    );
    expect(links[0]).toEqual(['https://www.example.org/marburg']);
    expect(links[1]).toEqual(['mailto:desk@example.org']);
    expect(sheets[0]?.rows[2]).toEqual(['marburg', 'https://www.example.org/marburg']);
  });

  it('has a date as a date where it is stated to the day, and as text where it is a month', async () => {
    const query = '{ participations(orderBy: [{ field: STARTS_ON }]) { nodes { role startsOn } } }';
    const { sheets } = await workbook(query);

    const days = (sheets[0]?.rows.slice(1) ?? []).map(([, day]) => day ?? null);
    expect(days).toHaveLength(3);
    expect(days).toContainEqual(new Date('2020-04-01T00:00:00Z'));
    expect(days.filter((day) => typeof day === 'string')).toEqual(['2021-05-01']);
    expect(days).toContain(null);
    expect((await csv(query)).text).toMatch(/2020-04-01\r\n/);
  });

  it('has labels for codes and types, in the language that its address names', async () => {
    const query = '{ institutions(first: 1) { nodes { __typename kind state } } }';

    expect((await workbook(query, { labels: 'de' })).sheets[0]?.rows[1]).toEqual([
      'Einrichtung',
      'Universitätsklinikum',
      'Nordrhein-Westfalen',
    ]);
    expect((await csv(query, '&labels=en')).rows[1]).toEqual([
      'Institution',
      'University medical centre',
      'North Rhine-Westphalia',
    ]);
    expect((await csv(query, '&labels=fr')).text).toContain('\\"labels\\" is \\"fr\\"; it takes de, en');
    const lines = await gateway.get(`/graphql?format=ndjson&labels=de&query=${encodeURIComponent(query)}`);
    expect([lines.status, lines.text]).toEqual([400, expect.stringContaining('\\"labels\\" is for cells')]);
  });

  const matrix = `{ matrix(link: PARTICIPATION, first: 50) {
    rows { slug ... on Institution { state } } columns { slug }
    cells { row { slug } column { slug } links { ... on Participation { role } } }
  } }`;

  it('has a matrix as a cross table; where no link is known, a cell is empty', async () => {
    const expected = [
      ['slug', 'state', 'naton', 'racoon'],
      ['marburg', 'HESSE', null, 'COORDINATES | PARTICIPATES'],
      ['ulm', 'BADEN_WUERTTEMBERG', 'PARTICIPATES', null],
    ];
    const { sheets } = await workbook(matrix);
    const rows = sheets[0]?.rows.map((row) =>
      row.map((cell) => (cell === 'PARTICIPATES | COORDINATES' ? 'COORDINATES | PARTICIPATES' : cell)),
    );

    expect(rows).toEqual(expected);
    const plain =
      '{ matrix(link: PARTICIPATION, first: 50) { rows { name } columns { slug } cells { row { id } column { id } } } }';
    expect((await csv(plain)).rows).toEqual([
      ['name', 'naton', 'racoon'],
      ['Hospital marburg', '', 'true'],
      ['Hospital ulm', 'true', ''],
    ]);
    expect((await csv(matrix, '&list=matrix.cells')).rows[0]).toEqual([
      'row.slug',
      'column.slug',
      'links.role',
    ]);
    const cut = await csv(matrix.replace('first: 50', 'first: 1'));
    expect(cut.status).toBe(200);
    expect((await csv(matrix.replace(', first: 50', ''))).status).toBe(200);
  });

  it('has the values of facets and groups as rows', async () => {
    const query = `{ institutions {
      nodes { slug }
      facets(by: [STATE, KIND]) { by distinct missing buckets { value label count } }
      aggregate(by: [STATE, KIND]) { groups { keys { value } count } }
    } }`;
    const { sheets } = await workbook(query);

    expect(sheets.map(({ name }) => name)).toEqual([
      'institutions',
      'institutions.facets',
      'institutions.aggregate.groups',
      'About',
    ]);
    const facets = sheets[1]?.rows ?? [];
    expect(facets[0]).toEqual([
      'by',
      'distinct',
      'missing',
      'buckets.value',
      'buckets.label',
      'buckets.count',
    ]);
    expect(facets).toHaveLength(5);
    expect(facets).toContainEqual(['STATE', 3, 0, 'HESSE', 'Hesse', 1]);
    expect(facets).toContainEqual([
      'KIND',
      1,
      0,
      'UNIVERSITY_MEDICAL_CENTRE',
      'University medical centre',
      3,
    ]);
    expect(sheets[2]?.rows[0]).toEqual(['keys.STATE.value', 'keys.KIND.value', 'count']);
    expect(sheets[2]?.rows).toContainEqual(['HESSE', 'UNIVERSITY_MEDICAL_CENTRE', 1]);
  });

  it('as CSV is of the list that its client names, or says which there are', async () => {
    expect((await csv(two, '&list=links')).rows).toHaveLength(4);
    expect((await csv(two, '&list=institutions.nodes')).rows).toHaveLength(4);
    const none = await csv(two);
    expect([none.status, none.text]).toEqual([
      400,
      expect.stringContaining(
        'several lists: \\"institutions\\", \\"links\\". Name the one that you want, such as \\"&list=institutions\\"',
      ),
    ]);
    const other = await csv(two, '&list=nowhere');
    expect([other.status, other.text]).toEqual([
      400,
      expect.stringContaining(
        'There is no list \\"nowhere\\" in this query. \\"list\\" can be \\"institutions\\", \\"links\\"',
      ),
    ]);
    const again = await asTable(gateway, two, { format: 'csv&list=links' });
    expect(again.status).toBe(400);
  });

  it('is told from another by its tag, and from itself with other labels', async () => {
    const tag = async (more: Record<string, string>) => (await workbook(two, more)).headers.get('etag');
    const tags: (string | null)[] = [];
    for (const more of [{}, { labels: 'de' }, { labels: 'en' }, { list: 'links' }] as Record<
      string,
      string
    >[])
      tags.push(await tag(more));
    expect(new Set(tags).size).toBe(4);
  });

  it('has an empty sheet for a list below a record that does not exist, and is refused if that holds for all', async () => {
    const nobody = 'institution(slug: "nowhere") { participations { nodes { role } } }';
    const { sheets } = await workbook(`{ ${nobody} institutions { nodes { slug } } }`);

    expect(sheets[0]?.rows).toEqual([['role']]);
    expect(sheets.at(-1)?.rows.map(([what, value]) => [what, value])).toContainEqual([
      'Sheet institution.participations',
      'Nothing: there is no record that could have this list.',
    ]);
    const none = await gateway.get(`/graphql?format=xlsx&query=${encodeURIComponent(`{ ${nobody} }`)}`);
    expect(none.status).toBe(404);
  });
});

describe('the gallery', () => {
  let app: App;
  let database: EmptyDatabase;
  beforeAll(async () => {
    database = await seededDatabase('sqlite');
    app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent' }));
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const folder = join(__dirname, '../../../schema/examples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const examples = readExamples(
    Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );

  it.each(examples.map((example) => [example.key, example] as const))(
    '%s is a workbook',
    async (_, example) => {
      const address = new URLSearchParams({ query: example.query, format: 'xlsx' });
      if (example.variables) address.set('variables', example.variables);

      const response = await fetch(`${app.url}/graphql?${address.toString()}`);

      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([response.status, response.ok ? '' : Buffer.from(bytes).toString()]).toEqual([200, '']);
      const { sheets } = await readXlsx(bytes);
      expect(sheets.length).toBeGreaterThan(1);
      for (const { rows } of sheets)
        expect(rows[0]?.every((name) => typeof name === 'string' && name !== '')).toBe(true);
      const headers = sheets.map(({ rows }) => rows[0] ?? []);
      for (const header of headers) expect(new Set(header).size).toBe(header.length);
    },
  );
});
