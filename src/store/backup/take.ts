/** Takes a consistent backup of a database while others read and write it. */
import type { QueryRunner } from 'typeorm';
import { StartFailed } from '../../errors';
import type { Registry } from '../../resource/registry';
import { versionTable } from '../../resource/statements';
import { accessTo } from '../access';
import { locationOf, nameOf, type Dialect } from '../driver';
import { dataSourceFor } from '../open-writer';
import { migrationsIn, migrationsOf, refuseNewer } from '../tables-state';
import type { Head } from './format';
import { storedTables } from './stored-tables';

/** Rows per reading statement. */
const batchSize = 1_000;

/** The database to back up or restore. */
export interface BackupPlace {
  databaseUrl: string;
  /** Base folder for a relative SQLite path. */
  root: string;
  registry: Registry;
}

/** The lines of a backup. @throws StartFailed when there are no tables, or they are of a newer release */
export async function* takeBackup(
  { databaseUrl, root, registry }: BackupPlace,
  release: string,
): AsyncGenerator<string> {
  const place = locationOf(databaseUrl, root);
  const { dialect } = place;
  const location = { ...place, access: await accessTo(place, 'on') };
  const database = await dataSourceFor(location, registry).initialize();
  const runner = database.createQueryRunner();
  try {
    const migrations = await migrationsIn(database, dialect);
    refuseNewer(nameOf(place), migrations, migrationsOf(database));
    if (migrations.length === 0)
      throw new StartFailed(`The database ${nameOf(place)} holds no catalogue: there is nothing to back up.`);
    await runner.query(dialect === 'sqlite' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [row] = (await runner.query(`SELECT version FROM ${versionTable.name} WHERE id = 1`)) as {
      version: number;
    }[];
    yield line({
      format: 'num-gateway backup',
      version: 1,
      release,
      takenAt: new Date().toISOString(),
      migrations,
      data: row?.version ?? 0,
    } satisfies Head);
    let rows = 0;
    for (const { name, key } of storedTables(registry)) {
      const columns = await columnsIn(runner, dialect, name);
      // A table that a later migration makes, which this database has not had yet.
      if (columns.length === 0) continue;
      yield line({ table: name, columns });
      for await (const each of rowsOf(runner, name, key, columns)) {
        rows += 1;
        yield line(columns.map((column) => each[column] ?? null));
      }
    }
    yield line({ end: true, rows });
  } finally {
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
    await database.destroy();
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

async function columnsIn(runner: QueryRunner, dialect: Dialect, table: string): Promise<string[]> {
  const found = (await runner.query(
    dialect === 'sqlite'
      ? `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`
      : `SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass('"${table}"') AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  )) as { name: string }[];
  return found.map(({ name }) => name);
}

/** Reads the rows in batches by keyset, in the order of the key; a table without one is ordered by all its columns. */
async function* rowsOf(
  runner: QueryRunner,
  table: string,
  key: readonly string[],
  columns: readonly string[],
): AsyncGenerator<Record<string, unknown>> {
  const hasKey = key.length > 0;
  const order = quoted(hasKey ? key : columns);
  const places = key.map((_, index) => `$${index + 1}`).join(', ');
  let read = 0;
  for (let last: Record<string, unknown> | undefined; ;) {
    const beyond = last && hasKey ? `WHERE (${order}) > (${places})` : '';
    const skipped = hasKey ? '' : `OFFSET ${read}`;
    const batch = (await runner.query(
      `SELECT * FROM "${table}" ${beyond} ORDER BY ${order} LIMIT ${batchSize} ${skipped}`,
      last ? key.map((column) => last?.[column]) : [],
    )) as Record<string, unknown>[];
    yield* batch;
    if (batch.length < batchSize) return;
    read += batch.length;
    last = batch.at(-1);
  }
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
