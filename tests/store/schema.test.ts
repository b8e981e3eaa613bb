/** The tables: what the migrations make is what the declarations say, in both databases. */
import type { DataSource } from 'typeorm';
import { draftMigration } from '../../src/store/draft-migration';
import { locationOf } from '../../src/store/driver';
import { dataSourceFor } from '../../src/store/open-writer';
import { Store } from '../../src/store/store';
import { describeOnEachDatabase, emptyDatabase, type EmptyDatabase } from '../helpers/databases';
import { registry } from '../helpers/small-world';

describeOnEachDatabase('the migrations', (dialect) => {
  let database: EmptyDatabase;
  let connection: DataSource;

  beforeEach(async () => {
    database = await emptyDatabase(dialect);
    connection = await dataSourceFor(locationOf(database.url, '/'), registry).initialize();
  });

  afterEach(async () => {
    await connection.destroy();
    await database.drop();
  });

  const missing = async () =>
    (await connection.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  const tables = async () => {
    const runner = connection.createQueryRunner();
    const present: string[] = [];
    for (const { tableName } of connection.entityMetadatas) {
      if (await runner.hasTable(tableName)) present.push(tableName);
    }
    await runner.release();
    return present;
  };

  it('make exactly the tables, columns, keys and indices that the declarations describe', async () => {
    expect(await missing()).not.toEqual([]);

    await connection.runMigrations({ transaction: 'all' });

    expect(await missing()).toEqual([]);
  });

  it('leave nothing to draft, neither tables nor columns nor indices', async () => {
    expect(await draftMigration(registry, 'Nothing', new Date())).toBeNull();
  });

  it('can be taken back one by one to an empty database, and run again', async () => {
    const store = await Store.open({ databaseUrl: database.url, root: '/', registry });
    await store.close();
    expect(await tables()).toContain('participation');

    for (let left = connection.migrations.length; left > 0; left -= 1) {
      await connection.undoLastMigration({ transaction: 'all' });
    }
    expect(await tables()).toEqual([]);

    await connection.runMigrations({ transaction: 'all' });

    expect(await missing()).toEqual([]);
  });

  it('have nothing left to do the second time', async () => {
    await connection.runMigrations({ transaction: 'all' });

    expect(await connection.runMigrations({ transaction: 'all' })).toEqual([]);
  });

  it('make texts that compare by their bytes, whatever the locale of the server', async () => {
    await connection.runMigrations({ transaction: 'all' });
    for (const scheme of ['ä', 'a', 'Z', 'z', 'A']) {
      await connection.query(
        `INSERT INTO identifier VALUES ('institutions/marburg', 'seeds', '${scheme}', '1')`,
      );
    }

    const rows = await connection.query<{ scheme: string }[]>(
      `SELECT scheme FROM identifier WHERE scheme > '9' ORDER BY scheme`,
    );

    expect(rows.map(({ scheme }) => scheme)).toEqual(['A', 'Z', 'a', 'z', 'ä']);
  });
});
