// What the answers to the gallery can be shown as: tables, charts and networks, of real answers to the seeds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { readAnswer, viewsOf, type ReadAnswer } from '../../src/web/graphiql/answer/read-answer';
import { readExamples } from '../../src/web/graphiql/examples';
import type { EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';

const root = join(__dirname, '../..');
const folder = join(root, 'schema/examples');
const examples = readExamples(
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
);

let app: App;
let database: EmptyDatabase;
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
  database = await seededDatabase('sqlite');
  const limits = { MAX_COST_PER_MINUTE: '2000000000' };
  app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', ...limits }));
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

async function answerTo(query: string, variables = ''): Promise<ReadAnswer> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query, ...(variables && { variables: JSON.parse(variables) as unknown }) }),
  });
  return readAnswer({ query, operationName: null, response: await response.text() }, schema);
}

async function ofExample(number: string): Promise<ReadAnswer> {
  const example = examples.find(({ key }) => key.startsWith(number));
  if (!example) throw new Error(`There is no example ${number}.`);
  return answerTo(example.query, example.variables);
}

const names = ({ network }: ReadAnswer) => network?.nodes.map(({ name }) => name) ?? [];
const bars = ({ charts }: ReadAnswer) => charts.flatMap((chart) => (chart.kind === 'bars' ? [chart] : []));

it.each(examples.map(({ key, query, variables }) => [key, query, variables] as const))(
  '%s is a table of as many rows as its answer has',
  async (_, query, variables) => {
    const { errors, tables } = await answerTo(query, variables);

    expect(errors).toEqual([]);
    for (const { columns, rows } of tables) {
      expect(columns.length).toBeGreaterThan(0);
      expect(new Set(columns).size).toBe(columns.length);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    // Without linked graphs, that example has nothing to show.
    if (!query.includes('subgraphs')) expect(tables.length).toBeGreaterThan(0);
  },
);

it('shows what hangs together as a network: records within records, links, neighbourhoods and paths', async () => {
  const marburg = await ofExample('01');
  expect(names(marburg).slice(1).sort()).toEqual(['AKTIN@NUM', 'NUM-DIZ', 'NUM-RDP', 'RACOON']);
  expect(marburg.network?.nodes[0]).toMatchObject({ name: 'Marburg', type: 'Institution', isCentre: true });
  expect(marburg.network?.edges.map(({ kind }) => kind)).toEqual(Array(4).fill('PARTICIPATION'));

  const around = await ofExample('26');
  expect(around.network?.edges.length).toBeGreaterThan(10);
  expect(around.network?.nodes.filter(({ isCentre }) => isCentre)).toHaveLength(1);
  expect(names(around)).not.toContain('');

  const paths = await ofExample('24');
  const ends = paths.network?.nodes.filter(({ isCentre }) => isCentre).map(({ name }) => name);
  expect(ends?.sort()).toEqual([
    'NUM Clinical Epidemiology and Study Platform',
    'Radiological Cooperative Network',
  ]);

  const within = await ofExample('06');
  expect([...(within.network?.edges[0]?.says ?? [])]).toContain('institutions');
});

it('draws a matrix with its cells, and says what links them', async () => {
  const { charts } = await ofExample('28');
  const [sites] = charts;
  if (sites?.kind !== 'matrix') throw new Error('The first chart is no matrix.');
  const column = sites.columns.findIndex(({ values }) => values.get('slug') === 'racoon');
  const row = sites.rows.findIndex(({ values }) => values.get('slug') === 'marburg');
  expect(sites.says(row, column)).toBe('PARTICIPATES');
  expect(charts.filter(({ kind }) => kind === 'matrix')).toHaveLength(2);
});

it('draws counts as bars: facets, groups with the second key as parts, and numbers of rows', async () => {
  const [states] = bars(await ofExample('17'));
  expect(states).toMatchObject({ title: 'institutions.facets: STATE', parts: [] });
  expect(states?.lines).toContainEqual({ name: 'Hesse', values: [3] });

  const [roles] = bars(await ofExample('31'));
  expect(roles?.parts.length).toBeGreaterThan(1);
  expect(roles?.lines.every(({ values }) => values.length === roles.parts.length)).toBe(true);

  const years = bars(await ofExample('40')).map(({ title }) => title);
  expect(years).toEqual(
    expect.arrayContaining(['infrastructures.in2022', 'infrastructures.in2024', 'infrastructures.in2026']),
  );
  const money = bars(await ofExample('32')).find(({ currency }) => currency === 'EUR');
  expect(money?.lines.some(({ values }) => (values[0] ?? 0) > 1e6)).toBe(true);
});

it('draws days on a line and places on a map, and no number that is none', async () => {
  const periods = (await ofExample('14')).charts.find(({ kind }) => kind === 'timeline');
  expect(periods).toMatchObject({ groups: [{ name: 'fundingPeriods' }] });

  const shared = await ofExample('11');
  expect(shared.charts.map(({ kind }) => kind)).toEqual(['map']);
  const search = await ofExample('19');
  expect(bars(search).map(({ title }) => title)).toEqual(['search.types']);
});

it('has the columns and rows of a download, and says how long the whole list is', async () => {
  const query =
    '{ institutions(first: 2, filter: { state: { eq: HESSE } }) { totalCount nodes { slug location { latitude } infrastructures { nodes { acronym } } } facets(by: [STATE]) { by buckets { value count } } } }';
  const { tables } = await answerTo(query);

  expect(tables.map(({ name, total }) => [name, total])).toEqual([
    ['institutions', expect.any(Number)],
    ['institutions.facets', null],
  ]);
  expect(tables[0]?.columns).toEqual(['slug', 'location.latitude', 'infrastructures.acronym']);
  expect(tables[1]).toMatchObject({
    columns: ['by', 'buckets.value', 'buckets.count'],
    rows: [['STATE', 'HESSE', expect.any(Number)]],
  });
  const csv = await fetch(
    `${app.url}/graphql?format=csv&list=institutions&query=${encodeURIComponent(query)}`,
  );
  const [head, ...rows] = (await csv.text()).trimEnd().split('\r\n');
  expect(head).toBe('slug,location.latitude,infrastructures.acronym');
  expect(tables[0]?.rows.map((row) => row.map((cell) => cell ?? '').join(','))).toEqual(rows);
});

it('reads what it can where there is no schema, no query or no answer', () => {
  const response =
    '{"data":{"institutions":{"nodes":[{"slug":"a"}]}},"errors":[{"message":"m","extensions":{"code":"C"}},null]}';
  const exchange = { query: '{ institutions { nodes { slug } } }', operationName: null, response };
  expect(viewsOf(readAnswer(exchange, null))).toEqual(['json', 'table']);
  expect(readAnswer(exchange, null).errors).toEqual([{ message: 'm', code: 'C' }]);
  expect(viewsOf(readAnswer({ ...exchange, query: '{ oops' }, schema))).toEqual(['json', 'table']);
  for (const odd of ['', 'null', '[]', '{"data":null}', '{"data":{"__typename":null}}', '{'])
    expect(viewsOf(readAnswer({ ...exchange, response: odd }, schema))).toEqual(['json']);
});
