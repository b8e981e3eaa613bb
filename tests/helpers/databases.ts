/** Empty databases, one for each test, on each of the two stores. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';

export type Dialect = 'sqlite' | 'postgres';

/** @public */
export const dialects: Dialect[] = ['sqlite', 'postgres'];

export interface EmptyDatabase {
  /** As in DATABASE_URL. */
  url: string;
  drop: () => Promise<void>;
}

export function describeOnEachDatabase(title: string, tests: (dialect: Dialect) => void): void {
  describe.each(dialects)(`${title} (on %s)`, tests);
}

/** @param template on PostgreSQL, the name of a database of which it is a copy. */
export async function emptyDatabase(dialect: Dialect, template?: string): Promise<EmptyDatabase> {
  return dialect === 'sqlite' ? emptySqlite() : emptyPostgres(template);
}

/** The file of a database on SQLite. */
export const fileOf = ({ url }: EmptyDatabase): string => url.slice('sqlite:'.length);

async function emptySqlite(): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(filesFolder(), 'sqlite-'));
  return {
    url: `sqlite:${join(folder, 'catalogue.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function emptyPostgres(template?: string): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Copying its files takes a quarter of the CPU time that writing all of its pages to the log takes, which is the default.
  const from = template ? ` TEMPLATE ${template} STRATEGY FILE_COPY` : '';
  await onServer((server) => server.query(`CREATE DATABASE ${name}${from}`));
  return {
    url: addressOf(name),
    drop: async () => {
      await onServer((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** Does something in a database without the store. */
export async function behind<T>(
  { url }: Pick<EmptyDatabase, 'url'>,
  work: (database: DataSource) => Promise<T>,
): Promise<T> {
  const database = new DataSource(connectionOptions(locationOf(url, '/')));
  await database.initialize();
  return work(database).finally(() => database.destroy());
}

/** The address of a database on the PostgreSQL of the tests. */
export function addressOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** Connections to the database that PostgreSQL has from the beginning: tests make and drop so many others that each would pay for a new one. */
let server: Pool | undefined;

/** Does something there, such as making databases. */
export async function onServer<T>(work: (server: PoolClient) => Promise<T>): Promise<T> {
  server ??= new Pool({ connectionString: serverUrl(), allowExitOnIdle: true })
    // An idle connection ends with the server.
    .on('error', () => undefined);
  const client = await server.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

const serverUrl = (): string => setUp('TEST_POSTGRES_URL');

/** A folder for files of this run, in memory where there is room. */
export const filesFolder = (): string => setUp('TEST_FILES');

function setUp(name: 'TEST_POSTGRES_URL' | 'TEST_FILES'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by jest, whose globalSetup sets it.`);
  return value;
}
