/** After all tests: the PostgreSQL goes, and its files with it. */
export default async function stop(): Promise<void> {
  await globalThis.testPostgres?.stop();
}
