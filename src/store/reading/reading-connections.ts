/** The connections on which a database is read. */
import type { DataSource } from 'typeorm';
import type { Row, Statement } from '../../resource/values';
import type { Dialect, Location } from '../driver';
import { openReader, type Reading } from './open-readers';
import { Semaphore } from './semaphore';
import type { StatementReader } from './statement-reader';

/** Milliseconds by which an answer may be later than the statement timeout. */
const longestSilence = 1_000;

export class ReadingConnections implements StatementReader {
  /** SQLite runs one statement of a connection at a time, so further ones wait here, where they can still be cancelled. */
  private readonly semaphore: Semaphore;

  private constructor(
    readonly dialect: Dialect,
    private readonly reader: StatementReader & { moves?: number },
    private readonly how: Reading,
  ) {
    this.semaphore = new Semaphore(dialect === 'sqlite' ? 1 : how.connections);
  }

  /** @param other a connection to the same database beside them; on PostgreSQL it cancels statements */
  static async open(location: Location, other: DataSource, how: Reading): Promise<ReadingConnections> {
    return new ReadingConnections(location.dialect, await openReader(location, other, how), how);
  }

  /** Runs one reading statement. A signal cancels it, or removes it from the queue; it then rejects with the signal's reason. */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]> {
    const ending = signal ?? this.usualTimeout();
    return this.semaphore.run(() => this.reader.read(statement, ending), ending);
  }

  /** A timeout for statements without a signal. PostgreSQL cancels slow statements itself, but not when the server is frozen. */
  private usualTimeout(): AbortSignal | undefined {
    if (this.dialect === 'sqlite') return undefined;
    return AbortSignal.timeout(this.how.longestStatement + longestSilence);
  }

  /** The maximum number of concurrent statements. */
  get most(): number {
    return this.semaphore.most;
  }

  /** How often reading changed to another server. */
  get moves(): number {
    return this.reader.moves ?? 0;
  }

  close(): Promise<void> {
    return this.reader.close();
  }
}
