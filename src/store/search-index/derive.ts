/**
 * Updates the search index at the start. If it is missing or was made by other rules, it is rebuilt; otherwise only missing and
 * changed records are indexed.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { columnsOf, tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { fingerprintOf, isSearched } from '../../resource/search/searched-texts';
import { searchTables } from '../../resource/search/tables';
import type { Row } from '../../resource/values';
import type { Dialect } from '../driver';
import { CatalogueTransaction } from '../transaction';
import { isMadeAs, makeAnew } from './schema';
import { SearchIndex } from './search-index';

const { record, index } = searchTables;
const batchSize = 500;

/**
 * Updates the index in one transaction, so that a killed process leaves the old one. This also indexes a database that was filled
 * by a release without search.
 */
export async function deriveSearchIndex(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<void> {
  if (await searchIndexIsCurrent(database, dialect, registry)) return;
  const fingerprint = fingerprintOf(registry);
  const classes = await classesIn(database.manager, registry);
  await database.transaction(async (manager) => {
    await new CatalogueTransaction(manager, dialect).claim();
    const isMade = await isMadeAs(manager, dialect, fingerprint);
    if (!isMade) await makeAnew(manager, dialect, fingerprint);
    const written = await catchUp(manager, dialect, classes);
    if (written >= batchSize) await tidyUp(manager, dialect);
  });
}

/** Whether the index was made by this release's rules and contains all records in their current state. */
export async function searchIndexIsCurrent(
  { manager }: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<boolean> {
  return (
    (await isMadeAs(manager, dialect, fingerprintOf(registry))) &&
    (await isComplete(manager, await classesIn(manager, registry)))
  );
}

/** The searchable classes whose tables exist: a declaration may precede its migration. */
async function classesIn(manager: EntityManager, { resources }: Registry): Promise<Description[]> {
  const runner = manager.connection.createQueryRunner();
  try {
    const classes: Description[] = [];
    for (const each of resources.filter(isSearched))
      if (await runner.hasTable(tableOf(each))) classes.push(each);
    return classes;
  } finally {
    await runner.release();
  }
}

const unknown = (description: Description): string =>
  `FROM "${tableOf(description)}" t LEFT JOIN "${record}" r ON r."key" = t.id AND r.digest = t.digest WHERE r.id IS NULL`;

const vanished = (classes: readonly Description[]): string =>
  `FROM "${record}" r WHERE ${classes
    .map(
      (each) =>
        `NOT (r."type" = '${each.type}' AND EXISTS (SELECT 1 FROM "${tableOf(each)}" t WHERE t.id = r."key"))`,
    )
    .join(' AND ')}`;

async function isComplete(manager: EntityManager, classes: readonly Description[]): Promise<boolean> {
  for (const statement of [...classes.map(unknown), vanished(classes)]) {
    const rows = await manager.query<unknown[]>(`SELECT 1 ${statement} LIMIT 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

async function catchUp(
  manager: EntityManager,
  dialect: Dialect,
  classes: readonly Description[],
): Promise<number> {
  const searchIndex = new SearchIndex(manager, dialect);
  const gone = await manager.query<{ key: string }[]>(`SELECT r."key" AS key ${vanished(classes)}`);
  await searchIndex.remove(gone.map(({ key }) => key));
  let written = 0;
  for (const description of classes) {
    const columns = columnsOf(description).map(({ name }) => `t."${name}"`);
    for (let rows: Row[] | undefined; !rows || rows.length === batchSize;) {
      rows = await manager.query<Row[]>(
        `SELECT ${columns.join(', ')} ${unknown(description)} AND t.id > $1 ORDER BY t.id LIMIT ${batchSize}`,
        [rows?.at(-1)?.id ?? ''],
      );
      await searchIndex.put(description, rows);
      written += rows.length;
    }
  }
  return written;
}

/** After many writes: merges the segments of FTS5, and updates PostgreSQL's statistics. */
async function tidyUp(manager: EntityManager, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') await manager.query(`INSERT INTO "${index}" ("${index}") VALUES ('optimize')`);
  else
    for (const table of Object.values(searchTables).filter((name) => name !== index))
      await manager.query(`ANALYZE "${table}"`);
}
