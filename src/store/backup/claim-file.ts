/** Has an SQLite file for itself, so that nothing that serves it loses it. */
import sqlite3 from 'sqlite3';
import { StartFailed } from '../../errors';

/** What SQLite says of a file that it cannot read at all: nobody serves that. */
const damaged = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT']);

/**
 * Claims a file until the function that is returned is called. Leaving WAL is only possible for the last one who has the file open.
 * @throws StartFailed where another process has it open.
 */
export async function claimFile(file: string): Promise<() => Promise<void>> {
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (error) =>
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
