/** Whether the database can be used: asked anew each time, on a connection of its own, and never waited for long. */
import { stat } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { Client } from 'pg';
import sqlite3, { type Database } from 'sqlite3';
import type { EntityMetadata } from 'typeorm';
import { connectionOptions, cutOff, type Location } from './driver';
import { isUnavailability } from './reading/unavailable';
import { Silence, within } from './within';

/** Why it cannot be used; whoever asks is told no more than this. */
export type Unready =
  /** The server, or the file, cannot be reached. */
  | 'DATABASE_UNREACHABLE'
  /** The server has no connection left. */
  | 'DATABASE_FULL'
  /** It does not answer in time. */
  | 'DATABASE_SILENT'
  /** There is no such file or database any more. */
  | 'DATABASE_MISSING'
  /** The file is not the one that was opened. */
  | 'DATABASE_REPLACED'
  /** What it holds cannot be read. */
  | 'DATABASE_DAMAGED'
  /** Its tables are not those of this release. */
  | 'SCHEMA_UNEXPECTED';

export class NotReady extends Error {
  override readonly name = 'NotReady';

  constructor(
    readonly reason: Unready,
    cause?: unknown,
  ) {
    super(reason, { cause });
  }
}

/** How long an answer is the same for all who ask, in milliseconds: who asks all the time costs nothing. */
const cachedFor = 500;
/** How long it may take, in milliseconds. */
const longestCheck = 1_500;
const longestPart = 1_000;

/** What a database of this release has. */
export interface Expected {
  tables: readonly EntityMetadata[];
  /** The migration that was run last. */
  migration: string;
}

export class Readiness {
  private checking: { since: number; result: Promise<void> } | null = null;
  private readonly check: () => Promise<void>;

  /** @param location of which the tables are up to date. */
  constructor(location: Location, expected: Expected) {
    this.check =
      location.dialect === 'sqlite' ? fileCheck(location, expected) : serverCheck(location.url, expected);
  }

  /** @throws NotReady */
  now(): Promise<void> {
    const { checking } = this;
    if (checking && performance.now() - checking.since < cachedFor) return checking.result;
    const fresh = { since: Infinity, result: within(longestCheck, this.check()).catch(asNotReady) };
    const ended = (): void => void (fresh.since = performance.now());
    fresh.result.then(ended, ended);
    // Whoever asks while it is found out waits for the same.
    this.checking = fresh;
    return fresh.result;
  }
}

const quoted = (name: string): string => `"${name}"`;

/** Reads a row of each table with all of its columns, and which migration was the last. SQLite takes a bare name that it does not know for a text. */
const probe = ({ tables }: Expected): string => {
  const rows = tables.map(
    ({ tableName, columns }, index) =>
      `(SELECT count(*) FROM (SELECT ${columns.map(({ databaseName }) => `r.${quoted(databaseName)}`).join(', ')} FROM ${quoted(tableName)} r LIMIT 1) t${index})`,
  );
  const last = 'SELECT name FROM migration ORDER BY id DESC LIMIT 1';
  return `SELECT (${last}) AS migration, ${rows.join(' + ')} AS total`;
};

interface Probed {
  migration: string;
}

function checkMigration(found: Probed | undefined, { migration }: Expected): void {
  if (found?.migration !== migration) throw new NotReady('SCHEMA_UNEXPECTED');
}

function serverCheck(url: string, expected: Expected): () => Promise<void> {
  const text = probe(expected);
  return async () => {
    const client = new Client({
      connectionString: url,
      application_name: 'num-gateway readiness',
      connectionTimeoutMillis: longestPart,
      query_timeout: longestPart,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<Probed>(text);
      checkMigration(rows[0], expected);
    } finally {
      cutOff(client);
    }
  };
}

/** A connection that was open before would answer from its memory, and a file that is deleted still answers whoever has it open. */
function fileCheck(
  location: Extract<Location, { dialect: 'sqlite' }>,
  expected: Expected,
): () => Promise<void> {
  const { file } = location;
  const text = probe(expected);
  const opened = statSync(file);
  return async () => {
    const { ino, dev } = await stat(file);
    if (ino !== opened.ino || dev !== opened.dev) throw new NotReady('DATABASE_REPLACED');
    const database = await open(location);
    try {
      const rows = await new Promise<Probed[]>((resolve, reject) => {
        database.all<Probed>(text, (error, found) => (error ? reject(error) : resolve(found)));
      });
      checkMigration(rows[0], expected);
    } finally {
      database.close(() => undefined);
    }
  };
}

function open(location: Extract<Location, { dialect: 'sqlite' }>): Promise<Database> {
  const { database: name, flags } = connectionOptions(location) as { database: string; flags?: number };
  return new Promise((resolve, reject) => {
    // It is not made where it is missing.
    const database = new sqlite3.Database(name, flags ?? sqlite3.OPEN_READWRITE, (error) => {
      if (error) reject(error);
      else {
        database.configure('busyTimeout', longestPart);
        resolve(database);
      }
    });
  });
}

/** Codes that say something else than that it cannot be reached. */
const reasons: Readonly<Record<string, Unready>> = {
  ENOENT: 'DATABASE_MISSING',
  '3D000': 'DATABASE_MISSING',
  '53300': 'DATABASE_FULL',
  '42P01': 'SCHEMA_UNEXPECTED',
  '42703': 'SCHEMA_UNEXPECTED',
  '57014': 'DATABASE_SILENT',
  SQLITE_ERROR: 'SCHEMA_UNEXPECTED',
  SQLITE_BUSY: 'DATABASE_SILENT',
};

function asNotReady(error: unknown): never {
  if (error instanceof NotReady) throw error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (error instanceof Silence || /timeout/i.test(message)) throw new NotReady('DATABASE_SILENT', error);
  const known = reasons[code];
  if (known) throw new NotReady(known, error);
  // PostgreSQL refuses who comes late with a code that others share.
  throw new NotReady(
    isUnavailability(error) || code.startsWith('28') ? 'DATABASE_UNREACHABLE' : 'DATABASE_DAMAGED',
    error,
  );
}
