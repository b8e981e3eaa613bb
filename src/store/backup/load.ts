/** Loads a backup into an empty database. */
import { Migration, MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { StartFailed } from '../../errors';
import type { Registry } from '../../resource/registry';
import type { BackupLines, Rows } from './read-lines';
import { storedTables } from './stored-tables';

/** The most parameters in one statement that both databases accept. */
const mostParameters = 30_000;

/**
 * Makes the tables as they were at the time of the backup, fills them, and runs the later migrations.
 * @returns the number of rows
 * @throws StartFailed when the backup is damaged or of a newer release
 */
export async function load(runner: QueryRunner, registry: Registry, backup: BackupLines): Promise<number> {
  const { migrations, release } = backup.head;
  const executor = new MigrationExecutor(runner.connection, runner);
  const all = migrationsFor(runner.connection);
  const unknown = migrations.filter((name) => !all.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new StartFailed(
      `The backup was taken by a newer release of the gateway (${release}, with ${unknown.join(', ')}). Restore it by that one.`,
    );
  const tables = new Set(storedTables(registry).map(({ name }) => name));
  for (const each of all) if (migrations.includes(each.name)) await executor.executeMigration(each);
  // Migrations may insert rows, which are already in the backup.
  for (const { name } of storedTables(registry).reverse())
    if (await runner.hasTable(name)) await runner.query(`DELETE FROM "${name}"`);
  let count = 0;
  for await (const rows of backup.rows()) {
    if (!tables.has(rows.table))
      throw new StartFailed(`The backup is damaged: there is no table ${JSON.stringify(rows.table)}.`);
    await insert(runner, rows);
    count += rows.rows.length;
  }
  for (const each of all) if (!migrations.includes(each.name)) await executor.executeMigration(each);
  return count;
}

/** This release's migrations, as TypeORM lists them once they were run. */
const migrationsFor = ({ migrations }: DataSource): Migration[] =>
  migrations.map((migration) => {
    const name = migration.name ?? migration.constructor.name;
    return new Migration(undefined, Number(name.slice(-13)), name, migration);
  });

async function insert(runner: QueryRunner, { table, columns, rows }: Rows): Promise<void> {
  const most = Math.floor(mostParameters / columns.length);
  for (let start = 0; start < rows.length; start += most) {
    const batch = rows.slice(start, start + most);
    let next = 0;
    const values = batch.map((row) => `(${row.map(() => `$${(next += 1)}`).join(', ')})`);
    const names = columns.map((column) => `"${column.replaceAll('"', '')}"`).join(', ');
    await runner.query(`INSERT INTO "${table}" (${names}) VALUES ${values.join(', ')}`, batch.flat());
  }
}
