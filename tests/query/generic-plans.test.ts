/** PostgreSQL plans the statements of a query once, and not anew for each request. */
import { Plans } from '../../src/query/plan/plans';
import { parse } from 'graphql';
import sql from 'sql-template-tag';
import { catalogueSubgraph } from '../../src/federation/catalogue-subgraph';
import { readConfig } from '../../src/config';
import { requestContext } from '../../src/graphql/context';
import { Store } from '../../src/store/store';
import { registry, SmallWorld } from '../helpers/small-world';
import { addManyDatasets } from '../helpers/many-datasets';

const infrastructures = ['aktin', 'racoon'];

const records = {
  Infrastructure: infrastructures.map((slug) => ({ slug, name: { en: slug }, acronym: slug })),
  Dataset: [{ slug: 'copied', name: { en: 'A dataset' }, kind: 'REGISTRY' }],
};

describe.each(['ANALYZE', 'VACUUM'] as const)('PostgreSQL after %s', (after) => {
  let world: SmallWorld;
  let store: Store;
  beforeAll(async () => {
    world = await SmallWorld.of('postgres', records);
    await addManyDatasets(world, 'datasets/copied', infrastructures, 300, after);
    // One connection, so that what it has prepared is found by asking it.
    store = await Store.open({
      databaseUrl: world.database.url,
      root: '/',
      registry,
      reading: { connections: 1 },
    });
  });
  afterAll(async () => {
    await store.close();
    await world.end();
  });

  it.each([
    ['records by their keys', '{ a: dataset(slug: "copied") { slug name } }'],
    [
      'the first pages below many records',
      '{ infrastructures { nodes { slug datasets(first: 3) { nodes { slug } } } } }',
    ],
    ['a first page', '{ datasets(first: 3) { nodes { slug } } }'],
  ])('plans %s once', async (_what, query) => {
    const { schema } = await catalogueSubgraph(registry);
    const plans = new Plans({ schema, registry });
    const document = parse(query);
    const { limits } = readConfig({});
    const ask = () => {
      const context = { registry, schema, limits, sizeOf: () => 0, language: 'en', publicUrl: '' } as const;
      return plans.answer(document, null, {}, requestContext({ ...context, reader: store }));
    };
    for (let time = 0; time < 12; time++) expect(await ask()).toContain('slug');

    const prepared = await store.read(
      sql`SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements WHERE name LIKE 'num_%' AND statement LIKE '%dataset%'`,
    );
    const anew = prepared.filter(({ generic_plans: kept }) => Number(kept) === 0);

    expect(prepared.length).toBeGreaterThan(0);
    expect(anew.map(({ statement }) => statement)).toEqual([]);
  });
});
