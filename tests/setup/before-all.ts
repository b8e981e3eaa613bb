import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type PostgresServer } from './postgres-server';

declare global {
  var testPostgres: PostgresServer | undefined;
}

/** Before all tests: one PostgreSQL, in which each test makes databases of its own, and a folder for what several of them use. */
export default async function start(): Promise<void> {
  const begin = Date.now();
  process.env.TEST_TEMPLATES = await mkdtemp(join(tmpdir(), 'num-gateway-templates-'));
  globalThis.testPostgres = await startPostgres();
  process.env.TEST_POSTGRES_URL = globalThis.testPostgres.url;
  process.stderr.write(
    `PostgreSQL for the tests is up after ${((Date.now() - begin) / 1000).toFixed(1)} s\n`,
  );
}
