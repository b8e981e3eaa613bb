/** A question that touches no neighbour is answered as if nobody were linked in: the same bytes, by plans, kept between requests. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { FallbackExecutor } from '../../src/http/graphql/apollo';
import { readExamples } from '../../src/web/graphiql/examples';
import type { EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';
import { scans, scansSdl } from './linked-gateway';
import { Neighbour } from './neighbour';

const folder = join(__dirname, '../../schema/examples');
const files = readdirSync(folder).sort();
const examples = readExamples(
  Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
);

/** What only the fallback executor answers, with its errors. */
const faulty = [
  '{ institution(slug: "\\u0000") { name } infrastructures(first: -1) { totalCount } }',
  '{ institutions(first: 1, after: "nonsense") { nodes { slug } } catalogue { dataVersion } }',
  '{ _service { sdl } }',
  '{ _entities(representations: [{ __typename: "Institution", slug: "marburg" }, { __typename: "Nothing" }]) { ... on Institution { name } } }',
  'query ($first: Int!) { institutions(first: $first) { totalCount } }',
  '{ institutions { nodes { slug nothing } } }',
];

jest.setTimeout(240_000);

describe('beside a neighbour', () => {
  let database: EmptyDatabase;
  let temporary: string;
  let neighbour: Neighbour;
  let alone: App;
  let linked: App;

  beforeAll(async () => {
    database = await seededDatabase('sqlite');
    temporary = await mkdtemp(join(tmpdir(), 'num-gateway-'));
    neighbour = await Neighbour.start('scans', scansSdl, scans);
    const file = join(temporary, 'subgraphs.yaml');
    await writeFile(file, `subgraphs: [{ name: scans, url: "${neighbour.url}" }]`);
    const settings = {
      DATABASE_URL: database.url,
      PORT: '0',
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'https://num.example.org',
      MAX_COST_PER_MINUTE: 'unlimited',
    };
    alone = await startApp(readConfig(settings));
    linked = await startApp(
      readConfig({ ...settings, SUBGRAPHS_FILE: file, SUBGRAPHS_KEPT_AT: join(temporary, 'kept.json') }),
    );
  });

  afterAll(async () => {
    await Promise.all([alone.stop(), linked.stop()]);
    await neighbour.stop();
    await database.drop();
    await rm(temporary, { recursive: true });
  });

  async function answer(app: App, query: string, variables?: unknown, accept = 'application/json') {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query, variables }),
    });
    const { headers, status } = response;
    const told = ['content-type', 'cache-control', 'etag', 'vary', 'content-language'];
    return {
      status,
      headers: Object.fromEntries(told.map((name) => [name, headers.get(name)])),
      text: await response.text(),
    };
  }

  it.each(
    examples
      .map((example, index) => [files[index] ?? '', example] as const)
      .filter(([file]) => file !== '43-linked-subgraphs.graphql'),
  )('%s has the same bytes', async (_, { query, variables }) => {
    const values = variables ? (JSON.parse(variables) as unknown) : undefined;

    expect(await answer(linked, query, values)).toEqual(await answer(alone, query, values));
  });

  it.each(faulty)('%s has the same bytes', async (query) => {
    expect(await answer(linked, query)).toEqual(await answer(alone, query));
  });

  it('asks the neighbour nothing, and takes the plan', async () => {
    const asked = neighbour.asked.length;
    const fallback = jest.spyOn(FallbackExecutor.prototype, 'answer');
    await answer(
      linked,
      '{ institutions(first: 3) { nodes { slug participations(first: 1) { totalCount } } } }',
    );

    expect(fallback).not.toHaveBeenCalled();
    expect(neighbour.asked).toHaveLength(asked);
    await answer(linked, '{ infrastructures(first: 1) { nodes { slug scans } } }');
    expect(neighbour.asked).toHaveLength(asked + 1);
    fallback.mockRestore();
  });

  it('gives tables the same tag, but none to tables with a field of the neighbour', async () => {
    const table = async (app: App, query: string) => {
      const response = await fetch(`${app.url}/graphql?format=csv&query=${encodeURIComponent(query)}`);
      return { etag: response.headers.get('etag'), text: await response.text() };
    };
    const ours = '{ institutions(first: 3) { nodes { slug name } } }';
    const given = await table(linked, ours);

    expect(given).toEqual(await table(alone, ours));
    expect(given.etag).not.toBeNull();
    const crossing = await table(linked, '{ infrastructures(first: 2) { nodes { slug scans } } }');
    expect(crossing.etag).toBeNull();
    expect(crossing.text).toContain('aktin');
  });
});
