/** `node:sqlite`, which comes with Node, behind the interface of `sqlite3`. It answers synchronously, so each connection has a thread of its own. */
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Row } from '../../resource/values';
import type { ThreadRequest, ThreadReply } from './connection-thread';
import type {
  PreparedStatement,
  SqliteDatabase,
  SqliteDriver,
  WhenDone,
  WhenRead,
  WhenRun,
} from './driver-interface';

const flagsToOpen = {
  OPEN_READONLY: 0x1,
  OPEN_READWRITE: 0x2,
  OPEN_CREATE: 0x4,
  OPEN_URI: 0x40,
  OPEN_FULLMUTEX: 0x10000,
} as const;

/** The file of the thread, compiled or not. Node removes its types if it is not. */
const threadFile = join(__dirname, `connection-thread${extname(__filename)}`);

type Settle = (error: Error | null, reply?: ThreadReply) => void;

/** A statement that sets the connection and not the file: a new thread has to repeat it. */
const isSetting = (text: string): boolean =>
  /^\s*PRAGMA\s+(cache_size|busy_timeout|foreign_keys|query_only)\b/i.test(text);

/** One connection. Statements run in the order in which they were asked for. */
class Database implements SqliteDatabase {
  private readonly name: string;
  private readonly readOnly: boolean;
  private thread: Worker;
  private request = 0;
  /** What the thread has not answered yet, in order. */
  private readonly waiting = new Map<number, { request: ThreadRequest; settle: Settle }>();
  private readonly settings: string[] = [];
  private closed = false;

  constructor(name: string, given: number | WhenDone, whenOpened?: WhenDone) {
    const flags = typeof given === 'number' ? given : flagsToOpen.OPEN_READWRITE | flagsToOpen.OPEN_CREATE;
    const opened = typeof given === 'number' ? whenOpened : given;
    this.readOnly = (flags & flagsToOpen.OPEN_READONLY) !== 0;
    const mayCreate = this.readOnly || (flags & flagsToOpen.OPEN_CREATE) !== 0;
    this.name = mayCreate || name.startsWith('file:') ? name : `${pathToFileURL(name).href}?mode=rw`;
    this.thread = this.startThread();
    this.ask({ act: 'open' }, (error) => opened?.(error));
  }

  run(text: string, values: readonly unknown[] | WhenRun, done?: WhenRun): void {
    const [bound, whenRun] = typeof values === 'function' ? [[], values] : [values, done];
    if (isSetting(text)) this.settings.push(text);
    this.ask({ act: 'run', text, values: bound }, (error, reply) =>
      whenRun?.call({ changes: reply?.changes ?? 0, lastID: reply?.lastID ?? 0 }, error),
    );
  }

  all(text: string, values: readonly unknown[] | WhenRead, done?: WhenRead): void {
    const [bound, whenRead] = typeof values === 'function' ? [[], values] : [values, done];
    if (isSetting(text)) this.settings.push(text);
    this.ask({ act: 'all', text, values: bound }, (error, reply) =>
      // TypeORM looks at `this`, which is the statement with `sqlite3`.
      whenRead?.call({}, error, rowsOf(reply)),
    );
  }

  exec(text: string, done: WhenDone): void {
    this.ask({ act: 'exec', text }, done);
  }

  /** The thread keeps the statement by its text. */
  prepare(text: string, done: WhenDone): PreparedStatement {
    this.ask({ act: 'prepare', text }, done);
    return {
      all: (values, read) =>
        this.ask({ act: 'all', text, values, keep: true }, (error, reply) => read(error, rowsOf(reply))),
      finalize: (finalized) => this.ask({ act: 'finalize', text }, finalized),
    };
  }

  configure(_option: 'busyTimeout', milliseconds: number): void {
    this.run(`PRAGMA busy_timeout = ${Math.round(milliseconds)}`, () => undefined);
  }

  /**
   * `node:sqlite` cannot stop a statement. So what runs is answered at once and left to a thread that nobody waits for; all that
   * waits behind it goes to a new one.
   */
  interrupt(): void {
    const [first] = this.waiting;
    if (!first || this.closed) return;
    const [id, { request, settle }] = first;
    if (request.act === 'open' || request.act === 'close') return;
    void this.thread.removeAllListeners().terminate();
    this.waiting.delete(id);
    this.thread = this.startThread();
    for (const text of this.settings)
      this.thread.postMessage({ id: 0, act: 'exec', text } satisfies ThreadRequest & { id: number });
    for (const [other, { request: again }] of this.waiting) this.thread.postMessage({ id: other, ...again });
    this.hold();
    // As with `sqlite3`, not before this call has returned.
    queueMicrotask(() => settle(asSqliteError({ code: 9, message: 'interrupted' })));
  }

  close(done: WhenDone): void {
    this.ask({ act: 'close' }, (error) => {
      this.closed = true;
      void this.thread.removeAllListeners().terminate();
      done(error);
    });
  }

  private startThread(): Worker {
    const thread = new Worker(threadFile, {
      workerData: { name: this.name, readOnly: this.readOnly },
      execArgv: [...process.execArgv, '--disable-warning=ExperimentalWarning'],
    });
    thread.on('message', ({ id, ...reply }: ThreadReply & { id: number }) => {
      const waited = this.waiting.get(id);
      this.waiting.delete(id);
      this.hold();
      waited?.settle(reply.error ? asSqliteError(reply.error) : null, reply);
    });
    thread.on('error', (error) => this.lose(error));
    thread.unref();
    return thread;
  }

  private ask(request: ThreadRequest, settle: Settle): void {
    if (this.closed) {
      queueMicrotask(() => settle(asSqliteError({ code: 21, message: 'Database is closed' })));
      return;
    }
    this.request += 1;
    this.waiting.set(this.request, { request, settle });
    this.hold();
    this.thread.postMessage({ id: this.request, ...request });
  }

  /** As with `sqlite3`, only a connection that works keeps the process alive. */
  private hold(): void {
    if (this.waiting.size > 0) this.thread.ref();
    else this.thread.unref();
  }

  /** The thread has failed. Whoever waits is told; nothing can be read any more. */
  private lose(cause: Error): void {
    this.closed = true;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { settle } of waiting) settle(asSqliteError({ code: 10, message: cause.message }));
  }
}

/** The rows come as arrays, which cost less to hand over. */
function rowsOf({ columns = [], rows = [] }: ThreadReply = {}): Row[] {
  return rows.map((values) => {
    const row: Row = {};
    for (const [place, column] of columns.entries()) row[column] = values[place];
    return row;
  });
}

/** Names of the primary result codes that are looked at. https://www.sqlite.org/rescode.html */
const names: Readonly<Record<number, string>> = {
  1: 'SQLITE_ERROR',
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  9: 'SQLITE_INTERRUPT',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  17: 'SQLITE_SCHEMA',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  20: 'SQLITE_MISMATCH',
  21: 'SQLITE_MISUSE',
  25: 'SQLITE_RANGE',
  26: 'SQLITE_NOTADB',
};

/** An error as `sqlite3` makes it: the name of the primary result code in `code` and before the message. */
function asSqliteError({ code, message }: { code: number; message: string }): Error {
  const name = names[code & 0xff] ?? 'SQLITE_ERROR';
  return Object.assign(new Error(`${name}: ${message}`), { errno: code & 0xff, code: name });
}

/** The driver. */
export const nodeSqlite: SqliteDriver = { ...flagsToOpen, Database };
