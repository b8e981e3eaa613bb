/** Reading statements that a signal stops inside the database, with the signal's reason. */
import type { Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import type { Row } from '../resource/values';

/** How often a running statement of SQLite is interrupted until it ends, in milliseconds: one that has not begun takes no notice. */
const interruptEvery = 20;

/**
 * Reads from SQLite. Its interrupt stops whatever its connection runs, so this must be the only statement on it.
 * https://www.sqlite.org/c3ref/interrupt.html
 */
export async function readSqlite(
  reader: DataSource,
  { sql, values }: Sql,
  signal?: AbortSignal,
): Promise<Row[]> {
  const { databaseConnection } = reader.driver as unknown as {
    databaseConnection: { interrupt: () => void };
  };
  let again: NodeJS.Timeout | undefined;
  const stop = (): void => {
    databaseConnection.interrupt();
    again = setInterval(() => databaseConnection.interrupt(), interruptEvery);
  };
  return withSignal(() => reader.query<Row[]>(sql, values), stop, signal).finally(() => clearInterval(again));
}

/**
 * Reads from PostgreSQL.
 * @param canceller another pool, which has a connection left when all readers are busy.
 */
export async function readPostgres(
  reader: DataSource,
  canceller: DataSource,
  { text, values }: Sql,
  signal?: AbortSignal,
): Promise<Row[]> {
  const runner = reader.createQueryRunner();
  let cancelled: Promise<unknown> = Promise.resolve();
  try {
    const { processID } = (await runner.connect()) as { processID: number };
    const stop = (): void => {
      cancelled = canceller.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
    };
    return await withSignal(() => runner.query(text, values) as Promise<Row[]>, stop, signal);
  } finally {
    // The connection must not go on to another statement, which would be the one that is cancelled.
    await cancelled;
    await runner.release();
  }
}

async function withSignal<T>(work: () => Promise<T>, stop: () => void, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
