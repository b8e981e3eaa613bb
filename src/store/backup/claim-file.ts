/** Locks an SQLite file exclusively, so that it is not replaced while another process serves it. */
import { StartFailed } from '../../errors';
import { sqliteDriver } from '../sqlite/driver';
import type { SqliteDatabase } from '../sqlite/driver-interface';

/** The codes of a file that SQLite cannot read at all. Nobody can be serving that. */
const damaged = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

/**
 * Claims a file until the returned function is called. It uses that SQLite allows to leave WAL mode only to the last process that
 * has the file open.
 * @throws StartFailed when another process has it open
 */
export async function claimFile(file: string): Promise<() => Promise<void>> {
  const { Database, OPEN_READWRITE } = sqliteDriver();
  const database = await new Promise<SqliteDatabase>((resolve, reject) => {
    const opened: SqliteDatabase = new Database(file, OPEN_READWRITE, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const run = (statement: string) =>
    new Promise<void>((resolve, reject) =>
      database.exec(statement, (error) => (error ? reject(error) : resolve())),
    );
  const close = () => new Promise<void>((resolve) => database.close(() => resolve()));
  try {
    await run('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    return close;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (damaged.has(code)) return close;
    await close();
    throw new StartFailed(`A gateway that runs uses ${file}. Stop it first, and start it again afterwards.`, {
      cause: error,
    });
  }
}
