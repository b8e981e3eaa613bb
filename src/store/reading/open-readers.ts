/** Opens the connections for reading: one to an SQLite file, or pools to a PostgreSQL server and its replicas. */
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { connectionOptions, nameOf, type Location } from '../driver';
import { PostgresReader } from './postgres-reader';
import { Servers, type Server } from './servers';
import { SqliteReader } from './sqlite-reader';
import type { StatementReader } from './statement-reader';

/** Settings for reading. */
export interface Reading {
  /** Statement timeout in milliseconds. */
  longestStatement: number;
  /** Pool size for each PostgreSQL server. */
  connections: number;
  /** Size of the page cache of SQLite in KiB. */
  sqliteCacheKib: number;
  /** URLs of PostgreSQL replicas, in order of preference. */
  replicas: readonly string[];
  /** Called with events of the replicas, for the log. */
  say: (event: string, server: string) => void;
}

/** What holds unless it is set. */
export const usualReading: Reading = {
  longestStatement: 10_000,
  connections: 10,
  // The default of SQLite, 2 MiB, holds a fiftieth of a catalogue of 100,000 datasets. Other pages come from the system's file cache.
  sqliteCacheKib: 32 * 1024,
  replicas: [],
  say: () => undefined,
};

/** @param writer connection to the same database, which is migrated */
export async function openReader(
  location: Location,
  writer: DataSource,
  reading: Reading,
): Promise<StatementReader & { moves?: number }> {
  const reader = await new DataSource(connectionOptions(location, reading)).initialize();
  if (location.dialect === 'sqlite') {
    await reader.query(`PRAGMA cache_size = -${reading.sqliteCacheKib}`);
    return new SqliteReader(reader);
  }
  const written = new PostgresReader(reader, writer);
  if (reading.replicas.length === 0) return written;
  const asWritten = await stateOf(written);
  return Servers.open(
    reading.replicas.map((url) => replicaAt(url, reading, asWritten)),
    written,
    reading.say,
  );
}

interface State {
  migrations: number;
  version: number;
}

async function stateOf(reader: StatementReader): Promise<State> {
  const version = sql`SELECT version FROM data_version WHERE id = 1`;
  const [row] = await reader.read(
    sql`SELECT (SELECT count(*) FROM migration) AS migrations, (${version}) AS version`,
  );
  return { migrations: Number(row?.migrations), version: Number(row?.version ?? 0) };
}

/** A replica. It is used as soon as it has everything that had been written when this process started. */
function replicaAt(url: string, reading: Reading, asWritten: State): Server {
  const location: Location = { dialect: 'postgres', url };
  const open = async (): Promise<StatementReader> => {
    const pool = await new DataSource(connectionOptions(location, reading)).initialize();
    const canceller = new DataSource(connectionOptions(location, { connections: 1 }));
    try {
      await canceller.initialize();
      const reader = new PostgresReader(pool, canceller);
      const state = await stateOf(reader);
      if (state.migrations < asWritten.migrations || state.version < asWritten.version)
        throw new Error('The replica lags behind.');
      return { read: (...statement) => reader.read(...statement), close: () => closeBoth(pool, canceller) };
    } catch (error) {
      await closeBoth(pool, canceller);
      throw error;
    }
  };
  return { name: nameOf(location), open };
}

async function closeBoth(...pools: DataSource[]): Promise<void> {
  await Promise.all(pools.filter(({ isInitialized }) => isInitialized).map((pool) => pool.destroy()));
}
