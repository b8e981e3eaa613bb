/** Reads from SQLite on one connection. Repeated statements stay prepared. */
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { Row, Statement } from '../../resource/values';
import type { PreparedStatement, SqliteDatabase } from '../sqlite/driver-interface';
import { RepeatedTexts } from './repeated-texts';
import { stoppable, type Done, type StatementReader } from './statement-reader';
import { asUnavailable } from './unavailable';

/** Milliseconds between interrupts of a running statement. It is repeated, because an interrupt before the statement begins has no effect. */
const interruptEvery = 20;
/** Limits for prepared statements: their number and their total length. SQLite's compiled form is several times as large as the text. */
const mostPrepared = 200;
const mostCharacters = 400_000;
const mostTexts = 1_000;

/**
 * Reads on one connection. `interrupt` stops everything that runs on a connection, so it runs one statement at a time.
 * https://www.sqlite.org/c3ref/interrupt.html
 */
export class SqliteReader implements StatementReader {
  private readonly texts = new RepeatedTexts(mostTexts);
  /** By text. */
  private readonly prepared = new LRUCache<string, PreparedStatement>({
    max: mostPrepared,
    maxSize: mostCharacters,
    sizeCalculation: (_, text) => Math.max(1, text.length),
    dispose: (unused) => this.letGo(unused),
  });
  private readonly goingAway = new Set<Promise<void>>();
  /** Number of statements that run, and what waits until none does. */
  private running = 0;
  private whenIdle: (() => void) | undefined;
  private isClosing = false;
  private readonly database: SqliteDatabase;

  constructor(private readonly reader: DataSource) {
    this.database = (reader.driver as unknown as { databaseConnection: SqliteDatabase }).databaseConnection;
  }

  read({ sql, values }: Statement, signal?: AbortSignal): Promise<Row[]> {
    if (!signal)
      return stoppable(
        (done) => this.run(sql, values, done),
        () => undefined,
      );
    let again: NodeJS.Timeout | undefined;
    const stop = (): void => {
      this.database.interrupt();
      again = setInterval(() => this.database.interrupt(), interruptEvery);
    };
    return stoppable(
      (done) =>
        this.run(sql, values, (error, rows) => {
          clearInterval(again);
          done(error, rows);
        }),
      stop,
      signal,
    );
  }

  /**
   * SQLite does not close a database that still has prepared statements, and one that runs may be prepared at this moment. So further
   * statements fail from now on, such as those that waited for this one.
   */
  async close(): Promise<void> {
    this.isClosing = true;
    if (this.running > 0) await this.stopRunning();
    this.prepared.clear();
    await Promise.all(this.goingAway);
    await this.reader.destroy();
  }

  private async stopRunning(): Promise<void> {
    const again = setInterval(() => this.database.interrupt(), interruptEvery);
    await new Promise<void>((resolve) => (this.whenIdle = resolve));
    clearInterval(again);
  }

  /** Runs a statement. Errors that mean the file is unavailable become Unavailable. */
  private run(text: string, values: readonly unknown[], done: Done): void {
    if (this.isClosing) {
      done(new Error('The database is closed.'), []);
      return;
    }
    this.running += 1;
    this.runNow(text, values, (error, rows) => {
      this.running -= 1;
      if (this.running === 0) this.whenIdle?.();
      done(error && (asUnavailable(error) as Error), rows);
    });
  }

  private runNow(text: string, values: readonly unknown[], done: Done): void {
    const prepared = this.prepared.get(text);
    if (prepared) prepared.all(values, done);
    else if (this.texts.again(text)) this.prepare(text, values, done);
    else this.database.all(text, values, done);
  }

  private prepare(text: string, values: readonly unknown[], done: Done): void {
    const statement = this.database.prepare(text, (error) => {
      if (error) {
        done(error, []);
        return;
      }
      this.prepared.set(text, statement);
      statement.all(values, done);
    });
  }

  /** Finalizes a prepared statement once it no longer runs. */
  private letGo(statement: PreparedStatement): void {
    const gone = new Promise<void>((resolve) => statement.finalize(() => resolve()));
    this.goingAway.add(gone);
    void gone.then(() => this.goingAway.delete(gone));
  }
}
