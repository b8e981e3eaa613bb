/** Decides whether a database may be written. A read-only database is used as it is: no migrations are run, and nothing is seeded. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { versionTable } from '../resource/statements';
import { connectionOptions, type Access, type Location } from './driver';

/** The variable READ_ONLY; `auto` detects it. */
export type ReadOnly = 'on' | 'off' | 'auto';

/**
 * How to open a location. For PostgreSQL, whether it is writable is only known after connecting (`mayOnlyRead`).
 * @throws Error for a file that is to be read and is missing: unlike a server, it is not waited for
 */
export async function accessTo(location: Location, readOnly: ReadOnly): Promise<Access> {
  if (readOnly === 'off') return 'write';
  if (location.dialect === 'postgres') return readOnly === 'on' ? 'read' : 'write';
  const { file } = location;
  if (!(await may(file, constants.F_OK))) {
    if (readOnly === 'on') throw new Error('there is no such file, and none is created for reading');
    return 'write';
  }
  const writable = (await may(file, constants.W_OK)) && (await may(dirname(file), constants.W_OK));
  if (writable && readOnly === 'auto') return 'write';
  return (await canBeRead(location)) ? 'read' : unchanging(file);
}

/** Whether the PostgreSQL server or the user of the connection allows only reading. */
export async function mayOnlyRead(database: DataSource): Promise<boolean> {
  const table = `to_regclass('${versionTable.name}')`;
  const [row] = await database.query<{ only: boolean }[]>(
    `SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'
      OR (${table} IS NOT NULL AND NOT has_table_privilege(${table}, 'UPDATE')) AS only`,
  );
  return row?.only === true;
}

const may = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );

/** Whether a read-only SQLite file can be opened. In WAL mode even reading needs two more files beside it, which must exist or be creatable. */
async function canBeRead(location: Location): Promise<boolean> {
  const database = new DataSource(connectionOptions({ ...location, access: 'read' }));
  try {
    await database.initialize();
    await database.query('SELECT 1 FROM sqlite_master LIMIT 1');
    return true;
  } catch {
    return false;
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}

/** A file in a read-only folder is opened as immutable: nobody can write it, so it needs no locks. */
async function unchanging(file: string): Promise<Access> {
  const pending = await stat(`${file}-wal`).then(
    ({ size }) => size,
    () => 0,
  );
  if (pending === 0) return 'immutable';
  throw new Error(
    'its last changes still lie in the file beside it (-wal), which cannot be taken in without the right to write; ' +
      'open it once with that right, or serve a backup of it',
  );
}
