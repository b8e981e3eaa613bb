/** After all tests: the PostgreSQL goes with its files, and with the folder for what several tests used. */
export default async function stop(): Promise<void> {
  await globalThis.testPostgres?.stop();
}
