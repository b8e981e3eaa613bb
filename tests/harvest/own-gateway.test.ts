/** One gateway reads another: as a FAIR Data Point, as DCAT and by the sitemap. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answer } from '../helpers/ask';
import { filesFolder } from '../helpers/databases';
import { run } from '../helpers/gateway-process';
import { serveSeeds } from '../helpers/serve-seeds';
import { SmallWorld } from '../helpers/small-world';
import { migratedDatabase } from '../helpers/template-databases';
import { datasetsIn, fetchFaults, read } from './sources';

jest.setTimeout(180_000);

type Gateway = Awaited<ReturnType<typeof serveSeeds>>;
let gateway: Gateway;
let datasets: string[];
beforeAll(async () => {
  gateway = await serveSeeds();
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ datasets(first: 100) { totalCount nodes { iri } } }"}',
  });
  const { data } = (await response.json()) as {
    data: { datasets: { totalCount: number; nodes: { iri: string }[] } };
  };
  datasets = data.datasets.nodes.map(({ iri }) => iri).sort();
  expect(datasets).toHaveLength(data.datasets.totalCount);
});
afterAll(async () => {
  await gateway.stop();
});

it.each([
  ['FDP', '/fdp'],
  ['DCAT', '/catalog'],
  ['SITEMAP', '/sitemaps/datasets-1.xml'],
] as const)('reads all datasets as %s, and nothing again while nothing has changed', async (kind, path) => {
  const address = gateway.url + path;

  const first = await read({ kind, address });
  const second = await read({ kind, address }, first.states);

  expect(datasetsIn(first)).toEqual(datasets);
  expect(fetchFaults(first)).toEqual([]);
  expect(second).toMatchObject({ unchanged: true, documents: first.documents, records: [] });
});

/** What a dataset says and is linked with, in every language. */
const asked = `{ datasets(first: 30, orderBy: [{ field: SLUG, direction: ASC }]) { totalCount nodes {
  slug names { language value } descriptions { language value } kind accessRights homepage keywords
  distributions(first: 20, orderBy: [{ field: SLUG, direction: ASC }]) { nodes { slug accessUrl } }
  institutions(first: 20, orderBy: [{ field: SLUG, direction: ASC }]) { nodes { slug } } } } }`;

/** RDF knows no order of texts. */
const inOrder = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    Array.isArray(value)
      ? value
          .map((each) => [JSON.stringify(each), each as unknown] as const)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([, each]) => each)
      : value,
  );

async function saidBy(url: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: asked }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return inOrder(data);
}

describe('A second gateway', () => {
  it.each([
    ['FDP', '/fdp'],
    ['DCAT', '/catalog'],
  ] as const)('has the datasets of the first with their texts and links, by %s', async (kind, path) => {
    const database = await migratedDatabase('sqlite');
    const folder = await mkdtemp(join(filesFolder(), 'second-'));
    const file = join(folder, 'sources.yaml');
    const entry = { name: 'first', title: 'The first', kind, address: gateway.url + path };
    await writeFile(file, JSON.stringify({ sources: [{ ...entry, allowPrivateAddresses: true }] }));

    const { stdout, stderr } = await run(['harvest', '--format', 'json'], {
      env: { DATABASE_URL: database.url, SOURCES_FILE: file },
    });
    const [report] = JSON.parse(stdout) as {
      outcome: string;
      refused: { key: string }[];
      findings: { id: string; severity: string }[];
    }[];
    expect([stderr, report?.outcome, report?.refused]).toEqual(['', 'COMPLETE', []]);

    const second = await SmallWorld.in(database);
    expect(inOrder(await answer(second, asked))).toEqual(await saidBy(gateway.url));
    await second.end();
  });
});
