/** Databases that older releases filled: what they hold is stated by the origin that brought it in, and nothing of it is lost. */
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { migrations } from '../../src/store/migrations';
import { Store } from '../../src/store/store';
import { answer } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld, type PlainRecords } from '../helpers/small-world';

const call = { source: 'call', confidence: 'INFERRED', property: 'city', statedValue: 'Marburg' };
const records: PlainRecords = {
  Source: [{ slug: 'call', title: 'A call' }],
  Institution: [
    {
      slug: 'marburg',
      name: { de: 'Marburg' },
      kind: 'NETWORK',
      identifiers: [
        { scheme: 'ROR', value: '032nzv584' },
        { scheme: 'WIKIDATA', value: 'Q1' },
      ],
      evidence: [call, { ...call, statedValue: 'Lahn', quotation: 'on the Lahn', statedOn: '2024-02' }],
    },
  ],
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
  Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'LEADS' }],
};

const everything = `{
  institutions { nodes { slug identifiers { scheme value } disputes { property }
    evidence { property statedValue quotation confidence statedOn statedOnPrecision complete } } }
  participations { nodes { role evidence { confidence } } }
  disputed { nodes { slug } }
}`;

describeOnEachDatabase('a database that an older release filled', (dialect) => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await SmallWorld.of(dialect, records);
  });

  afterEach(() => world.end());

  /** Opens the store anew after some migrations were taken back. */
  async function upgradedFrom<T>(before: string, look: (store: Store) => Promise<T>): Promise<T> {
    await takeBack(world.database.url, before);
    const store = await Store.open({ databaseUrl: world.database.url, root: '/', registry: world.registry });
    try {
      return await look(store);
    } finally {
      await store.close();
    }
  }

  const statedIn = (store: Store) =>
    store.read(sql`SELECT subject_id, origin, import_version, stated_row FROM stated ORDER BY subject_id`);

  const statedBy = (origin: string) =>
    [
      'infrastructures/racoon',
      'institutions/marburg',
      'participations/marburg/racoon/leads',
      'sources/call',
      'sources/register',
    ].map((key) => ({ subject_id: key, origin, import_version: null, stated_row: null }));

  it('before imports had names holds what the seeds state, records, links and sources', async () => {
    const [stated, origins] = await upgradedFrom('AddOrigins', (store) =>
      Promise.all([statedIn(store), store.read(sql`SELECT name, kind, rank FROM origin`)]),
    );

    expect(stated).toEqual(statedBy('seeds'));
    expect(origins).toEqual([{ name: 'seeds', kind: 'SEEDS', rank: 100 }]);
  });

  it('before evidence had origins answers as before, and an import of the same changes nothing', async () => {
    const before = await answer(world, everything);

    await upgradedFrom('StateByOrigin', async (store) => {
      const upgraded = { store, registry: world.registry, database: world.database } as SmallWorld;
      expect(await answer(upgraded, everything)).toEqual(before);
      expect(await statedIn(store)).toEqual(statedBy('small world'));
      const version = await store.writtenVersion();
      const counts = await world.add(records, undefined, { store });
      expect(counts.map(({ created, updated }) => created + updated)).toEqual([0, 0, 0, 0]);
      expect(await store.writtenVersion()).toBe(version);
      expect(await store.read(sql`SELECT version FROM import`)).toEqual([]);
    });
  });
});

/** Takes back what a migration did, and all after it. */
async function takeBack(url: string, first: string): Promise<void> {
  const location = locationOf(url, '/');
  const database = await new DataSource({
    ...connectionOptions(location),
    migrations,
    migrationsTableName: 'migration',
  }).initialize();
  const from = migrations.findIndex(({ name }) => name.startsWith(first));
  for (let left = migrations.length; left > from; left -= 1) await database.undoLastMigration();
  await database.destroy();
}
