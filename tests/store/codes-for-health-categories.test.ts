/** A database in which health categories are IRIs, as in the release before: they become codes, and what is no category is told. */
import { DataSource } from 'typeorm';
import { CodesForHealthCategories1796048300000 } from '../../src/store/migrations/1796048300000-codes-for-health-categories';
import { locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import { Store } from '../../src/store/store';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase, emptyDatabase, type EmptyDatabase } from '../helpers/databases';
import { registry, type SmallWorld } from '../helpers/small-world';

const category = (code: string): string =>
  `https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/${code}`;
const other = 'https://example.org/categories/EHRS';

const dataset = (slug: string, categories: readonly string[] | null) => ({
  id: `datasets/${slug}`,
  slug,
  name: JSON.stringify({ en: slug }),
  name_sort_de: slug,
  name_sort_en: slug,
  name_folded: JSON.stringify({ en: slug }),
  kind: 'OPEN_DATA',
  health_categories: categories && JSON.stringify(categories),
  modified_at: '2025-01-01T00:00:00.000Z',
  digest: slug,
});

const written = {
  dataset: [
    dataset('known', [category('EHRS'), category('IDHP')]),
    dataset('partly-known', [other, category('MRMR')]),
    dataset('unknown', [other]),
    dataset('without', null),
  ],
  stated: [
    {
      subject_id: 'datasets/partly-known',
      origin: 'seeds',
      digest: 'a',
      stated_row: JSON.stringify({
        health_categories: JSON.stringify([other, category('MRMR')]),
        acronym: 'PK',
      }),
    },
  ],
};

describeOnEachDatabase('a health category that was stored as an IRI', (dialect) => {
  let database: EmptyDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await emptyDatabase(dialect);
    const { options } = dataSourceFor(locationOf(database.url, '/'), registry);
    const all = options.migrations as { name: string }[];
    const before = all.findIndex(({ name }) => name.startsWith('CodesForHealthCategories'));
    const old = await new DataSource({ ...options, migrations: all.slice(0, before) as never }).initialize();
    await old.runMigrations({ transaction: 'all' });
    for (const [table, rows] of Object.entries(written))
      for (const row of rows) {
        const columns = Object.keys(row).map((column) => `"${column}"`);
        const values = columns.map((_, index) => `$${index + 1}`);
        await old.query(
          `INSERT INTO "${table}" (${columns.join()}) VALUES (${values.join()})`,
          Object.values(row),
        );
      }
    await old.destroy();
    store = await Store.open({ databaseUrl: database.url, root: '/', registry });
  });

  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  it('is a code, by which one can filter, and what is none is taken out and told', async () => {
    const found = await answer(
      { store, registry, database } as SmallWorld,
      `{
        datasets { nodes { slug healthCategories } }
        ofRegistries: datasets(filter: { healthCategories: { has: MRMR } }) { nodes { slug } }
      }`,
    );

    expect(found).toEqual({
      datasets: {
        nodes: [
          { slug: 'known', healthCategories: ['EHRS', 'IDHP'] },
          { slug: 'partly-known', healthCategories: ['MRMR'] },
          { slug: 'unknown', healthCategories: [] },
          { slug: 'without', healthCategories: [] },
        ],
      },
      ofRegistries: { nodes: [{ slug: 'partly-known' }] },
    });
    expect(store.upgraded).toEqual({ TAKEN_OUT: 2 });
  });

  it('is a code in what each origin says, too, and an IRI again when it is taken back', async () => {
    const stated = async (): Promise<unknown> => {
      const select = 'SELECT stated_row FROM stated';
      const [row] = await store.read({ text: select, sql: select, values: [] });
      return JSON.parse(String(row?.stated_row));
    };
    expect(await stated()).toEqual({ health_categories: '["MRMR"]', acronym: 'PK' });

    const back = await dataSourceFor(locationOf(database.url, '/'), registry).initialize();
    await new CodesForHealthCategories1796048300000().down(back.createQueryRunner());
    const rows = await back.query<unknown[]>(
      `SELECT "slug", "health_categories" FROM "dataset" WHERE "slug" IN ('known', 'unknown') ORDER BY "slug"`,
    );
    await back.destroy();

    expect(rows).toEqual([
      { slug: 'known', health_categories: JSON.stringify([category('EHRS'), category('IDHP')]) },
      { slug: 'unknown', health_categories: null },
    ]);
    expect(await stated()).toEqual({
      health_categories: JSON.stringify([category('MRMR')]),
      acronym: 'PK',
    });
  });
});
