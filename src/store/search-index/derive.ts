/** Brings the search index up to date at start: one that is missing or made otherwise anew, records that it lacks or knows differently one by one. */
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
 * Derives the index in one transaction, so that a process that is killed meanwhile leaves the old one. A database that was filled before
 * there was a search, or by a version of the gateway without it, becomes searchable here.
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

/** Whether the index is made as this release makes it, and knows all records as they are. */
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

/** The classes whose records can be searched; a declaration may be there before its table. */
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

/** After many writes: FTS5's segments become one, and PostgreSQL learns how often each token stands. */
async function tidyUp(manager: EntityManager, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') await manager.query(`INSERT INTO "${index}" ("${index}") VALUES ('optimize')`);
  else
    for (const table of Object.values(searchTables).filter((name) => name !== index))
      await manager.query(`ANALYZE "${table}"`);
}
