/** Databases with the seeds in them, as many as a measurement needs. */
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

const { cpuOf } = require('../harness/readers.cjs');

/** @param program that of the gateway */
async function freshDatabases(dialect, folder, program) {
  const seed = (url) =>
    execFileSync(process.execPath, [program, 'seed'], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: 'ignore',
    });
  let number = 0;
  if (dialect === 'sqlite')
    return {
      fresh: async () => {
        const url = `sqlite:${join(folder, `${(number += 1)}.sqlite`)}`;
        seed(url);
        return { url, cpu: () => 0 };
      },
      stop: async () => undefined,
    };
  const { startPostgres } = await import('./postgres.mjs');
  const server = await startPostgres(join(folder, 'postgres'), 5549);
  const { Client } = require('pg');
  return {
    fresh: async () => {
      const client = new Client({ connectionString: `${server.url}/postgres` });
      await client.connect();
      await client.query(`CREATE DATABASE intake_${(number += 1)}`);
      await client.end();
      const url = `${server.url}/intake_${number}`;
      seed(url);
      return { url, cpu: () => cpuOf(server.pid) };
    },
    stop: () => server.stop(),
  };
}

module.exports = { freshDatabases };
