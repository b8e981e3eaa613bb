/** The interface for reading statements from one database, with cancellation. */
import type { Row, Statement } from '../../resource/values';

/** Reads statements. */
export interface StatementReader {
  /** @param signal cancels the statement inside the database; the promise rejects with the signal's reason */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** Called with the error or the rows of a statement. */
export type Done = (error: Error | null, rows: Row[]) => void;

/**
 * Starts a statement and waits for its end.
 * @param stop called once if the signal aborts before the end
 */
export function stoppable(
  begin: (done: Done) => void,
  stop: () => void,
  signal?: AbortSignal,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    begin((error, rows) => {
      signal?.removeEventListener('abort', stop);
      if (!error) resolve(rows);
      else reject(signal?.aborted ? (signal.reason as Error) : error);
    });
  });
}
