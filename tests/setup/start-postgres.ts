import { startPostgres, type PostgresServer } from './postgres-server';

declare global {
  var testPostgres: PostgresServer | undefined;
}

/** Before all tests: one PostgreSQL, in which each test makes databases of its own. */
export default async function start(): Promise<void> {
  const begin = Date.now();
  globalThis.testPostgres = await startPostgres();
  process.env.TEST_POSTGRES_URL = globalThis.testPostgres.url;
  process.stderr.write(
    `PostgreSQL for the tests is up after ${((Date.now() - begin) / 1000).toFixed(1)} s\n`,
  );
}
