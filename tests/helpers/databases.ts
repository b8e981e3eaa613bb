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

export async function emptyDatabase(dialect: Dialect): Promise<EmptyDatabase> {
  return dialect === 'sqlite' ? emptySqlite() : emptyPostgres();
}

async function emptySqlite(): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'num-gateway-sqlite-'));
  return {
    url: `sqlite:${join(folder, 'catalogue.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function emptyPostgres(): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
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
