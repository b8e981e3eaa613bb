import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres, type PostgresServer } from './postgres-server';

declare global {
  var testPostgres: PostgresServer | undefined;
}

/** Before all tests: one PostgreSQL, in which each test makes databases of its own, and a folder for what several of them use. */
export default async function start(): Promise<void> {
  const begin = Date.now();
  const { url, folder } = (globalThis.testPostgres = await startPostgres());
  process.env.TEST_POSTGRES_URL = url;
  process.env.TEST_FILES = join(folder, 'files');
  await mkdir(process.env.TEST_FILES);
  process.stderr.write(
    `PostgreSQL for the tests is up after ${((Date.now() - begin) / 1000).toFixed(1)} s\n`,
  );
}
