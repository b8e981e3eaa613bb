/** How databases are named and opened. With `sqlite/`, the only place that depends on their drivers. */
import { mkdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client, ClientBase } from 'pg';
import type { DataSourceOptions, EntityManager } from 'typeorm';
import { parseUrl } from '../url';
import { sqliteDriver } from './sqlite/driver';

export type Dialect = 'sqlite' | 'postgres';

/** The dialect of the database that a connection of TypeORM leads to. */
export const dialectOf = ({ connection }: EntityManager): Dialect =>
  connection.options.type === 'postgres' ? 'postgres' : 'sqlite';

/** How a database is opened: for writing, for reading while others may write, or as a file that nobody writes. */
export type Access = 'write' | 'read' | 'immutable';

/** The database that `DATABASE_URL` names. The default access is `write`. */
export type Location = ({ dialect: 'sqlite'; file: string } | { dialect: 'postgres'; url: string }) & {
  access?: Access;
};

/** Parses a database URL. A relative SQLite path is resolved in the project folder. */
export function locationOf(databaseUrl: string, root: string): Location {
  if (!databaseUrl.startsWith('sqlite:')) return { dialect: 'postgres', url: databaseUrl };
  const file = databaseUrl.slice('sqlite:'.length);
  return { dialect: 'sqlite', file: isAbsolute(file) ? file : join(root, file) };
}

/** The name of a location for messages, without user and password. */
export function nameOf(location: Location): string {
  if (location.dialect === 'sqlite') return location.file;
  const url = parseUrl(location.url);
  return url ? `postgres://${url.host}${url.pathname}` : 'postgres://…';
}

/** Default pool size for PostgreSQL. */
const usualConnections = 10;

/**
 * `work_mem` of reading connections. With the default of 4 MB, counting 100,000 records by linked ones sorts on disk and takes three times as long.
 */
const readingMemory = '16MB';

/**
 * `parallel_setup_cost` of reading connections. Starting workers takes about 8 ms, which corresponds to this cost and not to the
 * default of 1,000: a search among a million records that finds twenty would start two workers.
 */
const workersCost = 100_000;

/** Milliseconds without an answer after which the listening connection counts as broken. */
const longestSilence = 1_000;

/** The name of our connections in pg_stat_activity. */
export const applicationName = 'num-gateway';

/** A client for LISTEN, not yet connected. It is outside of the pools, because TypeORM returns pooled connections, which would end the listening. */
export async function listeningClient(url: string): Promise<Client> {
  // Loaded here, since over SQLite it is not needed.
  const { Client } = await import('pg');
  return new Client({
    connectionString: url,
    application_name: 'num-gateway version',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: longestSilence,
  });
}

/** Closes a connection at once, without waiting for a server that may not answer. */
export const cutOff = (client: ClientBase): void =>
  void (client as unknown as { connection?: { stream?: Socket } }).connection?.stream?.destroy();

/** Options of a connection. */
export interface Connecting {
  /** Statement timeout of PostgreSQL in milliseconds. SQLite has none. */
  longestStatement?: number;
  /** Pool size for PostgreSQL. */
  connections?: number;
}

/** TypeORM's connection options for a location. SQLite's driver is chosen in `sqlite/driver.ts`. */
export function connectionOptions(
  location: Location,
  { longestStatement, connections = usualConnections }: Connecting = {},
): DataSourceOptions {
  const { access = 'write' } = location;
  if (location.dialect === 'postgres') {
    const settings = [
      ...(longestStatement === undefined
        ? []
        : [`work_mem=${readingMemory}`, `parallel_setup_cost=${workersCost}`]),
      ...(access === 'write' ? [] : ['default_transaction_read_only=on']),
    ];
    const extra = {
      application_name: applicationName,
      ...(longestStatement !== undefined && { statement_timeout: longestStatement }),
      ...(settings.length > 0 && { options: settings.map((setting) => `-c ${setting}`).join(' ') }),
    };
    return { type: 'postgres', url: location.url, connectTimeoutMS: 10_000, poolSize: connections, extra };
  }
  return {
    type: 'sqlite',
    // TypeORM calls `verbose()`, which would capture a stack trace for each statement. That is slow, so the driver is returned as it is.
    driver: { verbose: sqliteDriver },
    busyTimeout: 15_000,
    ...(access === 'write' ? written(location.file) : onlyRead(location.file, access)),
  };
}

function written(file: string): { database: string; enableWAL: true } {
  mkdirSync(dirname(file), { recursive: true });
  return { database: file, enableWAL: true };
}

function onlyRead(file: string, access: Access): { database: string; flags: number } {
  const { OPEN_READONLY, OPEN_URI, OPEN_FULLMUTEX } = sqliteDriver();
  return {
    database: `${pathToFileURL(file).href}?${access === 'immutable' ? 'immutable=1' : 'mode=ro'}`,
    flags: OPEN_READONLY | OPEN_URI | OPEN_FULLMUTEX,
  };
}
