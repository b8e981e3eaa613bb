/**
 * Updates the search index at the start. If it is missing or was made by other rules, it is rebuilt; otherwise only missing and
 * changed records are indexed.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { fingerprintOf } from '../../resource/search/indexed';
import { isSearched } from '../../resource/search/searched-texts';
import { searchTables } from '../../resource/search/tables';
import type { Dialect } from '../driver';
import { CatalogueTransaction } from '../transaction';
import { batchSize, catchUp, isComplete } from './catch-up';
import { isMadeAs, makeAnew } from './schema';

const { index } = searchTables;

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
    await new CatalogueTransaction(manager, dialect, registry).claim();
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

/** After many writes: merges the segments of FTS5, and updates PostgreSQL's statistics. */
async function tidyUp(manager: EntityManager, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') await manager.query(`INSERT INTO "${index}" ("${index}") VALUES ('optimize')`);
  else
    for (const table of Object.values(searchTables).filter((name) => name !== index))
      await manager.query(`ANALYZE "${table}"`);
}
