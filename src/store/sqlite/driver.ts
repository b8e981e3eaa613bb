/** The driver for SQLite of this process: `sqlite3`, or `node:sqlite` if SQLITE_DRIVER says so. */
import { createRequire } from 'node:module';
import { StartFailed } from '../../errors';
import type { SqliteDriver } from './driver-interface';
import { nodeSqlite } from './node-sqlite';

let chosen: SqliteDriver | undefined;

/**
 * Loads the driver when it is first needed. The environment is read here and not handed down: a process has one driver, and the other one may be
 * impossible to load on its Node. The configuration checks the value.
 * @throws StartFailed when `sqlite3` cannot be loaded
 */
export function sqliteDriver(): SqliteDriver {
  // eslint-disable-next-line no-restricted-properties -- the reason stands above
  chosen ??= process.env.SQLITE_DRIVER === 'node:sqlite' ? nodeSqlite : sqlite3();
  return chosen;
}

function sqlite3(): SqliteDriver {
  try {
    return createRequire(__filename)('sqlite3') as SqliteDriver;
  } catch (error) {
    throw new StartFailed(
      `The driver "sqlite3" cannot be loaded by Node ${process.versions.node}. Run "npm rebuild sqlite3", or set SQLITE_DRIVER=node:sqlite, which Node 22.16 and later bring.`,
      { cause: error },
    );
  }
}
