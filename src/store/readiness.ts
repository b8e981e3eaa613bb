/** Checks whether the database is usable: on a connection of its own, and with a timeout. */
import { stat } from 'node:fs/promises';
import { statSync } from 'node:fs';
import type { EntityMetadata } from 'typeorm';
import { connectionOptions, cutOff, type Location } from './driver';
import { sqliteDriver } from './sqlite/driver';
import type { SqliteDatabase } from './sqlite/driver-interface';
import { isUnavailability } from './reading/unavailable';
import { Silence, withTimeout } from './with-timeout';

/** Why it is not usable. Clients of the readiness endpoint learn no more than this code. */
export type NotReadyReason =
  /** The server or file is unreachable. */
  | 'DATABASE_UNREACHABLE'
  /** The server has no free connection. */
  | 'DATABASE_FULL'
  /** It did not answer in time. */
  | 'DATABASE_SILENT'
  /** The file or database no longer exists. */
  | 'DATABASE_MISSING'
  /** The file is not the one that was opened. */
  | 'DATABASE_REPLACED'
  /** Its content cannot be read. */
  | 'DATABASE_DAMAGED'
  /** Its tables are not those of this release. */
  | 'SCHEMA_UNEXPECTED';

export class NotReady extends Error {
  override readonly name = 'NotReady';

  constructor(
    readonly reason: NotReadyReason,
    cause?: unknown,
  ) {
    super(reason, { cause });
  }
}

/** Milliseconds for which a result is cached, so that frequent checks cost nothing. */
const cachedFor = 500;
/** Timeout of a whole check, in milliseconds; below, that of its parts. */
const longestCheck = 1_500;
const longestPart = 1_000;

/** What a database of this release must have. */
export interface Expected {
  tables: readonly EntityMetadata[];
  /** The migration that was run last. */
  migration: string;
}

export class Readiness {
  private checking: { since: number; result: Promise<void> } | null = null;
  private readonly check: () => Promise<void>;

  /** @param location an up-to-date database */
  constructor(location: Location, expected: Expected) {
    this.check =
      location.dialect === 'sqlite' ? fileCheck(location, expected) : serverCheck(location.url, expected);
  }

  /** @throws NotReady */
  now(): Promise<void> {
    const { checking } = this;
    if (checking && performance.now() - checking.since < cachedFor) return checking.result;
    const fresh = { since: Infinity, result: withTimeout(longestCheck, this.check()).catch(asNotReady) };
    const ended = (): void => void (fresh.since = performance.now());
    fresh.result.then(ended, ended);
    // Callers share a check that is still running.
    this.checking = fresh;
    return fresh.result;
  }
}

const quoted = (name: string): string => `"${name}"`;

/**
 * Reads one row of each table with all columns, and the last migration. The columns are qualified, because SQLite would take an
 * unknown quoted name for a string.
 */
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
    const { Client } = await import('pg');
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

/** Opens the file anew for each check: an open connection would answer from its cache, and even from a deleted file. */
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
        database.all(text, (error, found) => (error ? reject(error) : resolve(found as unknown as Probed[])));
      });
      checkMigration(rows[0], expected);
    } finally {
      database.close(() => undefined);
    }
  };
}

function open(location: Extract<Location, { dialect: 'sqlite' }>): Promise<SqliteDatabase> {
  const { database: name, flags } = connectionOptions(location) as { database: string; flags?: number };
  const { Database, OPEN_READWRITE } = sqliteDriver();
  return new Promise((resolve, reject) => {
    // Opened without OPEN_CREATE, so that a missing file is not created.
    const database: SqliteDatabase = new Database(name, flags ?? OPEN_READWRITE, (error) => {
      if (error) reject(error);
      else {
        database.configure('busyTimeout', longestPart);
        resolve(database);
      }
    });
  });
}

/** Codes with a more precise reason than "unreachable". */
const reasons: Readonly<Record<string, NotReadyReason>> = {
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
  // PostgreSQL rejects connections with codes that have other meanings as well.
  throw new NotReady(
    isUnavailability(error) || code.startsWith('28') ? 'DATABASE_UNREACHABLE' : 'DATABASE_DAMAGED',
    error,
  );
}
