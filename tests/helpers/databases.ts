/** Empty databases, one for each test, on each of the two stores. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

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
  const folder = await mkdtemp(join(tmpdir(), 'num-gateway-sqlite-'));
  return {
    url: `sqlite:${join(folder, 'catalogue.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function emptyPostgres(template?: string): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const from = template ? ` TEMPLATE ${template}` : '';
  await onServer((server) => server.query(`CREATE DATABASE ${name}${from}`));
  return {
    url: addressOf(name),
    drop: async () => {
      await onServer((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The address of a database on the PostgreSQL of the tests. */
export function addressOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** Does something in the database that PostgreSQL has from the beginning, such as making others. */
export async function onServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url)
    throw new Error(
      'TEST_POSTGRES_URL is not set: run the tests by jest, whose globalSetup starts the server.',
    );
  return url;
}
