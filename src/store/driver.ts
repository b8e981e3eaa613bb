/** The one place that chooses the database driver. */
import { mkdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, type ClientBase } from 'pg';
import sqlite3 from 'sqlite3';
import type { DataSourceOptions } from 'typeorm';
import { parseUrl } from '../url';

export type Dialect = 'sqlite' | 'postgres';

/** How a database is opened: to be written, to be read while others may write, or as a file that nobody writes. */
export type Access = 'write' | 'read' | 'immutable';

/** Where the catalogue is stored, as `DATABASE_URL` says; it is opened to be written where nothing else is said. */
export type Location = ({ dialect: 'sqlite'; file: string } | { dialect: 'postgres'; url: string }) & {
  access?: Access;
};

/** Reads a database address. A relative SQLite file lies below the folder of the project. */
export function locationOf(databaseUrl: string, root: string): Location {
  if (!databaseUrl.startsWith('sqlite:')) return { dialect: 'postgres', url: databaseUrl };
  const file = databaseUrl.slice('sqlite:'.length);
  return { dialect: 'sqlite', file: isAbsolute(file) ? file : join(root, file) };
}

/** The name of a location in messages: without user and password. */
export function nameOf(location: Location): string {
  if (location.dialect === 'sqlite') return location.file;
  const url = parseUrl(location.url);
  return url ? `postgres://${url.host}${url.pathname}` : 'postgres://…';
}

/** Connections of a DataSource to PostgreSQL, where nothing else is said. */
const usualConnections = 10;

/**
 * Memory for each sort or hash of a reading statement on PostgreSQL: with its usual 4 MB, counting 100,000 records
 * by linked ones sorts on disk and takes three times as long.
 */
const readingMemory = '16MB';

/**
 * What PostgreSQL thinks that starting workers for a statement costs. They take some 8 ms to start, which is as much as a cost of this,
 * and not of 1,000 as usual: a search among a million records, which finds twenty, would start two.
 */
const workersCost = 100_000;

/** How long PostgreSQL may take to answer on a connection that listens, before it counts as broken, in milliseconds. */
const longestSilence = 1_000;

/** By this name, PostgreSQL tells who is connected. */
export const applicationName = 'num-gateway';

/** A connection to PostgreSQL for listening, not yet connected. TypeORM's pools give connections back, which would end it. */
export const listeningClient = (url: string): Client =>
  new Client({
    connectionString: url,
    application_name: 'num-gateway version',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: longestSilence,
  });

/** Closes a connection at once, without asking a server that may not answer. */
export const cutOff = (client: ClientBase): void =>
  void (client as unknown as { connection?: { stream?: Socket } }).connection?.stream?.destroy();

/** How a DataSource connects. */
export interface Connecting {
  /** After which PostgreSQL stops a statement by itself, in milliseconds; SQLite knows no such thing. */
  longestStatement?: number;
  /** Connections to PostgreSQL. */
  connections?: number;
}

/**
 * TypeORM's connection options for a location.
 * Another SQLite driver takes the place of `sqlite3` by the one line that names it (docs/decisions.md).
 */
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
    type: 'sqlite', // the line that names the driver
    // TypeORM asks for stack traces of every call, which cost time with each statement.
    driver: { verbose: () => sqlite3 },
    busyTimeout: 15_000,
    ...(access === 'write' ? written(location.file) : onlyRead(location.file, access)),
  };
}

function written(file: string): { database: string; enableWAL: true } {
  mkdirSync(dirname(file), { recursive: true });
  return { database: file, enableWAL: true };
}

const onlyRead = (file: string, access: Access): { database: string; flags: number } => ({
  database: `${pathToFileURL(file).href}?${access === 'immutable' ? 'immutable=1' : 'mode=ro'}`,
  flags: sqlite3.OPEN_READONLY | sqlite3.OPEN_URI | sqlite3.OPEN_FULLMUTEX,
});
