/** One gateway reads another: as a FAIR Data Point, as DCAT and by the sitemap. */
import { serveSeeds } from '../helpers/serve-seeds';
import { datasetsIn, fetchFaults, read } from './sources';

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
