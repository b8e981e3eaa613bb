/** A database in which federal states are German names: they become codes, and what is no state is told. */
import { DataSource } from 'typeorm';
import { locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import { CodesForStates1796034100000 } from '../../src/store/migrations/1796034100000-codes-for-states';
import { Store } from '../../src/store/store';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase, emptyDatabase, type EmptyDatabase } from '../helpers/databases';
import { registry, type SmallWorld } from '../helpers/small-world';

const institution = (slug: string, state: string | null) => ({
  id: `institutions/${slug}`,
  slug,
  name: JSON.stringify({ de: slug }),
  name_sort_de: slug,
  name_sort_en: slug,
  name_folded: JSON.stringify({ de: slug }),
  kind: 'NETWORK',
  state,
  state_folded: state?.toLowerCase() ?? null,
  modified_at: '2025-01-01T00:00:00.000Z',
  digest: slug,
});

const written = {
  institution: [
    institution('marburg', 'Hessen'),
    institution('vienna', 'Wien'),
    institution('nowhere', null),
  ],
  stated: [
    {
      subject_id: 'institutions/marburg',
      origin: 'seeds',
      digest: 'a',
      stated_row: JSON.stringify({ city: 'Marburg', state: 'Hessen', state_folded: 'hessen' }),
    },
  ],
};

describeOnEachDatabase('a federal state that was stored as a name', (dialect) => {
  let database: EmptyDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await emptyDatabase(dialect);
    const options = dataSourceFor(locationOf(database.url, '/'), registry).options;
    const all = options.migrations as { name: string }[];
    const old = await new DataSource({
      ...options,
      migrations: all.slice(
        0,
        all.findIndex(({ name }) => name.startsWith('CodesForStates')),
      ) as never,
    }).initialize();
    await old.runMigrations({ transaction: 'all' });
    for (const [table, rows] of Object.entries(written)) {
      for (const row of rows) {
        const columns = Object.keys(row).map((column) => `"${column}"`);
        const values = columns.map((_, index) => `$${index + 1}`);
        await old.query(
          `INSERT INTO "${table}" (${columns.join()}) VALUES (${values.join()})`,
          Object.values(row),
        );
      }
    }
    await old.destroy();
    store = await Store.open({ databaseUrl: database.url, root: '/', registry });
  });

  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  it('is found by its code, and what is none is taken out and told', async () => {
    const found = await answer(
      { store, registry, database } as SmallWorld,
      `{
        inHesse: institutions(filter: { state: { eq: HESSE } }) { nodes { slug state stateLabel(language: DE) } }
        nowhere: institutions(filter: { state: { isNull: true } }) { nodes { slug } }
        search(text: "Hesse") { nodes { slug } }
      }`,
    );

    expect(found).toEqual({
      inHesse: { nodes: [{ slug: 'marburg', state: 'HESSE', stateLabel: 'Hessen' }] },
      nowhere: { nodes: [{ slug: 'nowhere' }, { slug: 'vienna' }] },
      search: { nodes: [{ slug: 'marburg' }] },
    });
    expect(store.upgraded).toEqual({ TAKEN_OUT: 1 });
  });

  it('is a code in what each origin says, too, and a name again when it is taken back', async () => {
    const stated = async (): Promise<unknown> => {
      const rows = await store.read({
        text: 'SELECT stated_row FROM stated',
        sql: 'SELECT stated_row FROM stated',
        values: [],
      });
      return JSON.parse(String(rows[0]?.stated_row));
    };
    expect(await stated()).toEqual({ city: 'Marburg', state: 'HESSE' });

    const back = await dataSourceFor(locationOf(database.url, '/'), registry).initialize();
    await new CodesForStates1796034100000().down(back.createQueryRunner());
    const rows = await back.query<unknown[]>(
      `SELECT "state", "state_folded" FROM "institution" WHERE "slug" = 'marburg'`,
    );
    await back.destroy();

    expect(rows).toEqual([{ state: 'Hessen', state_folded: 'hessen' }]);
    expect(await stated()).toEqual({ city: 'Marburg', state: 'Hessen', state_folded: 'hessen' });
  });
});
