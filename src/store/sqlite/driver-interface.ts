/** What is used of a driver for SQLite. It is the part of `sqlite3` that TypeORM and the readers call; other drivers are brought to it. */
import type { Row } from '../../resource/values';

/** Called with the error or nothing. The number of changed rows and the last row's id are on `this`, as with `sqlite3`. */
export type WhenRun = (this: { changes: number; lastID: number }, error: Error | null) => void;
/** Called with the error or the rows. */
export type WhenRead = (error: Error | null, rows: Row[]) => void;
/** Called with the error or nothing. */
export type WhenDone = (error: Error | null) => void;

/** A statement that is prepared once and run often. */
export interface PreparedStatement {
  all(values: readonly unknown[], done: WhenRead): void;
  finalize(done: WhenDone): void;
}

/** One connection to a file. */
export interface SqliteDatabase {
  run(text: string, values: readonly unknown[] | WhenRun, done?: WhenRun): void;
  all(text: string, values: readonly unknown[], done: WhenRead): void;
  all(text: string, done: WhenRead): void;
  /** Runs several statements. */
  exec(text: string, done: WhenDone): void;
  prepare(text: string, done: WhenDone): PreparedStatement;
  /** Ends the statements that run now with SQLITE_INTERRUPT. */
  interrupt(): void;
  configure(option: 'busyTimeout', milliseconds: number): void;
  close(done: WhenDone): void;
}

/** A driver. The flags are those of https://www.sqlite.org/c3ref/open.html */
export interface SqliteDriver {
  readonly OPEN_READONLY: number;
  readonly OPEN_READWRITE: number;
  readonly OPEN_CREATE: number;
  readonly OPEN_FULLMUTEX: number;
  readonly OPEN_URI: number;
  readonly Database: {
    new (name: string, opened: WhenDone): SqliteDatabase;
    new (name: string, flags: number, opened: WhenDone): SqliteDatabase;
  };
}
