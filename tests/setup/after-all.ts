import { rm } from 'node:fs/promises';

/** After all tests: the PostgreSQL goes with its files, and so does what several tests used. */
export default async function stop(): Promise<void> {
  await globalThis.testPostgres?.stop();
  if (process.env.TEST_TEMPLATES) await rm(process.env.TEST_TEMPLATES, { recursive: true, force: true });
}
