/** What a database held before imports had names came from the seeds. */
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { migrations } from '../../src/store/migrations';
import { Store } from '../../src/store/store';
import { describeOnEachDatabase } from '../helpers/databases';
import { SmallWorld } from '../helpers/small-world';

const marburg = { slug: 'marburg', name: { de: 'Marburg' }, kind: 'NETWORK' };
const racoon = { slug: 'racoon', name: { en: 'RACOON' } };

describeOnEachDatabase('a database that was filled before imports had names', (dialect) => {
  it('holds what the seeds brought in, records, links and sources', async () => {
    const world = await SmallWorld.of(dialect, {
      Institution: [marburg],
      Infrastructure: [racoon],
      Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'LEADS' }],
    });
    await beforeOrigins(world.database.url);

    const store = await Store.open({
      databaseUrl: world.database.url,
      root: '/',
      registry: world.registry,
    });

    expect(await store.read(sql`SELECT subject_id, name FROM origin ORDER BY subject_id`)).toEqual(
      [
        'infrastructures/racoon',
        'institutions/marburg',
        'participations/marburg/racoon/leads',
        'sources/register',
      ].map((key) => ({ subject_id: key, name: 'seeds' })),
    );
    await store.close();
    await world.end();
  });
});

/** Takes back what the migration that names origins did, and all after it. */
async function beforeOrigins(url: string): Promise<void> {
  const location = locationOf(url, '/');
  const database = await new DataSource({
    ...connectionOptions(location),
    migrations,
    migrationsTableName: 'migration',
  }).initialize();
  const from = migrations.findIndex(({ name }) => name.startsWith('AddOrigins'));
  for (let left = migrations.length; left > from; left -= 1) await database.undoLastMigration();
  await database.destroy();
}
