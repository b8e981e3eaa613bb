/** What reads a statement from one database, and how a signal stops it there. */
import type { Row, Statement } from '../../resource/values';

/** Reads statements. */
export interface StatementReader {
  /** @param signal stops the statement inside the database; it then fails with the signal's reason. */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]>;
  /** Gives back its connections. */
  close(): Promise<void>;
}

/** Told how a statement ended: by an error, or with its rows. */
export type Done = (error: Error | null, rows: Row[]) => void;

/**
 * Begins a statement, and waits for its end.
 * @param stop is called once where the signal is given before the end.
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
