/** Opens what reads the store: one connection to SQLite, pools of connections to PostgreSQL and its replicas. */
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { connectionOptions, nameOf, type Location } from '../driver';
import { PostgresReader } from './postgres-reader';
import { Servers, type Server } from './servers';
import { SqliteReader } from './sqlite-reader';
import type { StatementReader } from './statement-reader';

/** How statements are read. */
export interface Reading {
  /** How long a statement may run, in milliseconds. */
  longestStatement: number;
  /** Connections to each server of PostgreSQL. */
  connections: number;
  /** Replicas of PostgreSQL, by their addresses, in the order in which they are preferred. */
  replicas: readonly string[];
  /** Told what happens to replicas. */
  say: (event: string, server: string) => void;
}

/** Memory for pages of an SQLite file, in KiB; its own 2 MiB hold a fiftieth of a catalogue of 100,000 datasets. The system has the others at hand. */
const sqliteCacheKib = 32 * 1024;

/** @param writer the tables of which are up to date. */
export async function openReader(
  location: Location,
  writer: DataSource,
  reading: Reading,
): Promise<StatementReader & { moves?: number }> {
  const reader = await new DataSource(connectionOptions(location, reading)).initialize();
  if (location.dialect === 'sqlite') {
    await reader.query(`PRAGMA cache_size = -${sqliteCacheKib}`);
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

/** A replica, which is used once it has what was written when this process began. */
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
