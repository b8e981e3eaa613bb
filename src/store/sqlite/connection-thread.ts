/**
 * The thread of one connection of `node:sqlite`. It has only types that Node can remove, and no imports, so that it runs uncompiled, too.
 */
/** What is used of https://nodejs.org/api/sqlite.html, which the types of Node 20 do not have. */
interface StatementSync {
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  all(...values: unknown[]): unknown[];
  columns(): { name: string }[];
  setReturnArrays(on: boolean): void;
}
interface DatabaseSync {
  prepare(text: string): StatementSync;
  exec(text: string): void;
  close(): void;
}
interface NodeSqlite {
  DatabaseSync: new (
    name: string,
    options: { readOnly: boolean; enableForeignKeyConstraints: boolean },
  ) => DatabaseSync;
}

/** What is asked of the thread. */
export interface ThreadRequest {
  act: 'open' | 'run' | 'all' | 'exec' | 'prepare' | 'finalize' | 'close';
  text?: string;
  values?: readonly unknown[];
  /** Whether the statement was prepared before. */
  keep?: boolean;
}

/** What it answers. `code` is SQLite's extended result code. */
export interface ThreadReply {
  error?: { code: number; message: string };
  columns?: readonly string[];
  rows?: readonly unknown[][];
  changes?: number;
  lastID?: number;
}

const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as unknown as NodeSqlite;
const threads = process.getBuiltinModule('node:worker_threads');
const { name, readOnly } = threads.workerData as { name: string; readOnly: boolean };
const port = threads.parentPort;
const prepared = new Map<string, StatementSync>();
let database: DatabaseSync | undefined;

/** Opened with the first use, so that a file that cannot be opened now is tried again by the next statement. */
const opened = (): DatabaseSync =>
  (database ??= new DatabaseSync(name, { readOnly, enableForeignKeyConstraints: false }));

const acts: Record<ThreadRequest['act'], (request: ThreadRequest) => ThreadReply> = {
  open() {
    opened();
    return {};
  },
  run({ text = '', values = [] }) {
    const { changes, lastInsertRowid } = opened()
      .prepare(text)
      .run(...bound(text, values));
    return { changes: Number(changes), lastID: Number(lastInsertRowid) };
  },
  all({ text = '', values = [], keep = false }) {
    const statement = keep ? preparedFor(text) : prepare(text);
    const rows = statement.all(...bound(text, values)) as unknown[][];
    return { columns: rows.length > 0 ? statement.columns().map((column) => column.name) : [], rows };
  },
  exec({ text = '' }) {
    opened().exec(text);
    return {};
  },
  prepare({ text = '' }) {
    preparedFor(text);
    return {};
  },
  /** Node finalizes a statement with its object. */
  finalize({ text = '' }) {
    prepared.delete(text);
    return {};
  },
  close() {
    opened().close();
    return {};
  },
};

function prepare(text: string): StatementSync {
  const statement = opened().prepare(text);
  statement.setReturnArrays(true);
  return statement;
}

function preparedFor(text: string): StatementSync {
  const found = prepared.get(text) ?? prepare(text);
  prepared.set(text, found);
  return found;
}

type Bindable = null | number | bigint | string | Uint8Array;

/** Values by their place, as `sqlite3` binds them: `$1` is a name to SQLite, whose place is that of its first use. */
function bound(text: string, values: readonly unknown[]): (Bindable | Record<string, Bindable>)[] {
  const bindable = values.map(valueOf);
  if (!/\$\d/.test(text)) return bindable;
  const places = [...new Set(text.match(/\$\d+/g))];
  return [Object.fromEntries(places.map((place, index) => [place, bindable[index] ?? null]))];
}

/** Whole numbers are bound as such: a floating 1 would be stored as "1.0" in a column of text. */
function valueOf(value: unknown): Bindable {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value instanceof Date) return value.getTime();
  return (value ?? null) as Bindable;
}

port?.on('message', ({ id, act, ...request }: ThreadRequest & { id: number }) => {
  let reply: ThreadReply;
  try {
    reply = acts[act]({ act, ...request });
  } catch (error) {
    const { errcode = 1, message } = error as Error & { errcode?: number };
    reply = { error: { code: errcode, message } };
  }
  if (id > 0) port.postMessage({ id, ...reply });
});
