/** Replaces a database by a backup, completely or not at all. */
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { StartFailed } from '../../errors';
import type { Derivation } from '../../resource/derivation';
import { classesWithCounts, countTableOf } from '../../resource/materialized-counts';
import type { Registry } from '../../resource/registry';
import { searchTables } from '../../resource/search/tables';
import {
  derivationStateTable,
  holdingStateTable,
  countStateTable,
  pendingTable,
  versionTable,
} from '../../resource/statements';
import { applicationName, locationOf, nameOf, type Location } from '../driver';
import { dataSourceFor } from '../open-writer';
import { Store } from '../store';
import { migrationsIn, migrationsOf, migrationTable, refuseNewer } from '../tables-state';
import { claimFile } from './claim-file';
import { load } from './load';
import type { BackupLines } from './read-lines';
import { storedTables } from './stored-tables';
import type { BackupPlace } from './take';

/** The database to restore, and what is derived in it afterwards. */
export interface RestorePlace extends BackupPlace {
  derivations?: readonly Derivation[];
}

/** Opens the restored database, which derives what a backup does not hold. */
type Derive = (databaseUrl: string) => Promise<void>;

/**
 * Restores a backup of this release or an earlier one, and runs the later migrations on it.
 * @param force replaces existing data
 * @returns the number of rows
 * @throws StartFailed when the backup is unusable, or the target holds data or is in use by a gateway
 */
export async function restoreBackup(
  { databaseUrl, root, registry, derivations = [] }: RestorePlace,
  backup: BackupLines,
  force: boolean,
): Promise<number> {
  const location = locationOf(databaseUrl, root);
  const derive: Derive = async (url) => {
    const store = await Store.open({ databaseUrl: url, root: '/', registry, derivations, readOnly: 'off' });
    await store.close();
  };
  return location.dialect === 'sqlite'
    ? restoreFile(location.file, registry, backup, { force, derive })
    : restoreServer(location, registry, backup, { force, derive });
}

/** Writes a new file beside the old one and renames it at the end. */
async function restoreFile(
  file: string,
  registry: Registry,
  backup: BackupLines,
  { force, derive }: { force: boolean; derive: Derive },
): Promise<number> {
  const fresh = `${file}.restoring`;
  const remove = () => Promise.all([fresh, ...beside(fresh)].map((each) => rm(each, { force: true })));
  if (existsSync(file) && !force) throw placeIsTaken(file);
  const claim = existsSync(file) ? await claimFile(file) : null;
  try {
    await remove();
    const location: Location = { dialect: 'sqlite', file: fresh };
    const database = await dataSourceFor(location, registry).initialize();
    const rows = await inTransaction(database, (runner) => load(runner, registry, backup)).finally(() =>
      database.destroy(),
    );
    await derive(`sqlite:${fresh}`);
    const handle = await open(fresh, 'r+');
    await handle.sync().finally(() => handle.close());
    await Promise.all(beside(file).map((each) => rm(each, { force: true })));
    await rename(fresh, file);
    return rows;
  } finally {
    await claim?.();
    await remove();
  }
}

const beside = (file: string): string[] => [`${file}-wal`, `${file}-shm`];

/** Restores in one transaction; readers wait until it ends. */
async function restoreServer(
  location: Location & { dialect: 'postgres' },
  registry: Registry,
  backup: BackupLines,
  { force, derive }: { force: boolean; derive: Derive },
): Promise<number> {
  const extra = { application_name: `${applicationName} restore` };
  const database = await dataSourceFor(location, registry).setOptions({ extra }).initialize();
  try {
    const had = await migrationsIn(database, 'postgres');
    refuseNewer(nameOf(location), had, migrationsOf(database));
    if (had.length > 0 && !force) throw placeIsTaken(nameOf(location));
    await refuseWhileServed(database, nameOf(location));
    const rows = await inTransaction(database, async (runner) => {
      const before = had.length > 0 ? await versionIn(runner) : 0;
      if (had.length > 0) await dropAll(runner, registry);
      const loaded = await load(runner, registry, backup);
      // The version must be higher than before, as other processes may still cache data of the old versions.
      await runner.query(
        `UPDATE ${versionTable.name} SET version = ${before + 1} WHERE version <= ${before}`,
      );
      return loaded;
    });
    await derive(location.url);
    return rows;
  } finally {
    await database.destroy();
  }
}

const placeIsTaken = (name: string): StartFailed =>
  new StartFailed(`There is a database at ${name} already. --force puts the backup in its place.`);

/** Refuses if a gateway is connected: each uses this application name from its first query on. */
async function refuseWhileServed(database: DataSource, name: string): Promise<void> {
  const [row] = await database.query<{ served: number }[]>(
    `SELECT count(*)::int AS served FROM pg_stat_activity
      WHERE datname = current_database() AND application_name IN ('${applicationName}', '${applicationName} version')`,
  );
  if (row && row.served > 0)
    throw new StartFailed(`A gateway that runs uses ${name}. Stop it first, and start it again afterwards.`);
}

async function versionIn(runner: QueryRunner): Promise<number> {
  const [row] = (await runner.query(`SELECT version FROM ${versionTable.name} WHERE id = 1`)) as {
    version: number;
  }[];
  return row?.version ?? 0;
}

async function dropAll(runner: QueryRunner, registry: Registry): Promise<void> {
  await runner.query('DROP VIEW IF EXISTS link_end, link');
  const tables = [...storedTables(registry).map(({ name }) => name), ...Object.values(searchTables)];
  const counts = [...classesWithCounts(registry).map(countTableOf), countStateTable];
  const derived = [holdingStateTable, derivationStateTable, pendingTable.name, ...counts];
  const names = [...tables, ...derived, migrationTable].map((name) => `"${name}"`);
  await runner.query(`DROP TABLE IF EXISTS ${names.join(', ')}`);
}

async function inTransaction<T>(database: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    const result = await work(runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
