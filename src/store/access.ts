/** May a database be written? Where it may not, it is read as it is: no tables are made, and nothing is seeded. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { versionTable } from '../resource/statements';
import { connectionOptions, type Access, type Location } from './driver';

/** What READ_ONLY says: `auto` finds out. */
export type ReadOnly = 'on' | 'off' | 'auto';

/** How a location is to be opened. On PostgreSQL, whether it may be written is only known once it is connected. */
export async function accessTo(location: Location, readOnly: ReadOnly): Promise<Access> {
  if (readOnly === 'off') return 'write';
  if (location.dialect === 'postgres') return readOnly === 'on' ? 'read' : 'write';
  const { file } = location;
  if (!(await may(file, constants.F_OK))) return readOnly === 'on' ? 'read' : 'write';
  const writable = (await may(file, constants.W_OK)) && (await may(dirname(file), constants.W_OK));
  if (writable && readOnly === 'auto') return 'write';
  return (await canBeRead(location)) ? 'read' : unchanging(file);
}

/** Whether the user of a connection to PostgreSQL, or the server itself, allows reading only. */
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

/** SQLite needs two files beside one that is written by WAL, even to read it; they may be there, or may be made. */
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

/** A file in whose folder nothing may be written is taken for one that nobody writes. */
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
