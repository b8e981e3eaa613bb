/** The one place that chooses the database driver. */
import { mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Client } from 'pg';
import sqlite3 from 'sqlite3';
import type { DataSourceOptions } from 'typeorm';

export type Dialect = 'sqlite' | 'postgres';

/** Where the catalogue is stored, as `DATABASE_URL` says. */
export type Location = { dialect: 'sqlite'; file: string } | { dialect: 'postgres'; url: string };

/** Reads a database address. A relative SQLite file lies below the folder of the project. */
export function locationOf(databaseUrl: string, root: string): Location {
  if (!databaseUrl.startsWith('sqlite:')) return { dialect: 'postgres', url: databaseUrl };
  const file = databaseUrl.slice('sqlite:'.length);
  return { dialect: 'sqlite', file: isAbsolute(file) ? file : join(root, file) };
}

/** The name of a location in messages: without user and password. */
export function nameOf(location: Location): string {
  if (location.dialect === 'sqlite') return location.file;
  return URL.canParse(location.url)
    ? `postgres://${new URL(location.url).host}${new URL(location.url).pathname}`
    : 'postgres://…';
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

/** A connection to PostgreSQL for listening, not yet connected. TypeORM's pools give connections back, which would end it. */
export const listeningClient = (url: string): Client =>
  new Client({
    connectionString: url,
    application_name: 'num-gateway version',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: longestSilence,
  });

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
  if (location.dialect === 'postgres') {
    const extra =
      longestStatement === undefined
        ? {}
        : {
            statement_timeout: longestStatement,
            options: `-c work_mem=${readingMemory} -c parallel_setup_cost=${workersCost}`,
          };
    return { type: 'postgres', url: location.url, connectTimeoutMS: 10_000, poolSize: connections, extra };
  }
  mkdirSync(dirname(location.file), { recursive: true });
  return {
    type: 'sqlite', // the line that names the driver
    // TypeORM asks for stack traces of every call, which cost time with each statement.
    driver: { verbose: () => sqlite3 },
    database: location.file,
    enableWAL: true,
    busyTimeout: 15_000,
  };
}
