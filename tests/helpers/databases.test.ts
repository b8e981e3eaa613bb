import { existsSync } from 'node:fs';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { describeOnEachDatabase, emptyDatabase, type Dialect } from './databases';

describeOnEachDatabase('an empty database', (dialect) => {
  it('takes a table, keeps its rows apart from those of another, and goes when dropped', async () => {
    const first = await emptyDatabase(dialect);
    const second = await emptyDatabase(dialect);
    const connections = await Promise.all([connect(dialect, first.url), connect(dialect, second.url)]);

    for (const [index, connection] of connections.entries()) {
      await connection.query('CREATE TABLE place (name text)');
      await connection.query(`INSERT INTO place VALUES ('Marburg ${index}')`);
    }
    expect(await Promise.all(connections.map((each) => each.query('SELECT name FROM place')))).toEqual([
      [{ name: 'Marburg 0' }],
      [{ name: 'Marburg 1' }],
    ]);

    await Promise.all(connections.map((each) => each.destroy()));
    await Promise.all([first.drop(), second.drop()]);
    expect(await isThere(dialect, first.url)).toBe(false);
  });

  it('goes even while somebody is connected', async () => {
    const database = await emptyDatabase(dialect);
    const connection = await connect(dialect, database.url);

    await database.drop();

    await connection.destroy();
    expect(await isThere(dialect, database.url)).toBe(false);
  });
});

async function connect(dialect: Dialect, url: string): Promise<DataSource> {
  return new DataSource(options(dialect, url)).initialize();
}

function options(dialect: Dialect, url: string): DataSourceOptions {
  if (dialect === 'postgres') return { type: 'postgres', url, poolErrorHandler: () => undefined };
  return connectionOptions(locationOf(url, '/'));
}

async function isThere(dialect: Dialect, url: string): Promise<boolean> {
  if (dialect === 'sqlite') return existsSync(url.replace(/^sqlite:/, ''));
  return connect(dialect, url).then(
    () => true,
    () => false,
  );
}
