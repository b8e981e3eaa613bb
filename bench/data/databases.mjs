/** The databases of the benchmark: the seeds, and so many SYNTHETIC datasets; made once and kept. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import 'reflect-metadata';
import pg from 'pg';

const require = createRequire(import.meta.url);

/** Raised when the generated data change, so that databases that were kept are made anew. */
const version = 3;

/**
 * The address of a database of that size, which is made where there is none.
 * @param size how many datasets beside the seeds.
 * @param places the folder of the SQLite files, and the address of PostgreSQL.
 */
export const databaseOf = (dialect, size, places, tell) =>
  dialect === 'sqlite' ? sqliteOf(size, places.folder, tell) : postgresOf(size, places.postgres, tell);

async function sqliteOf(size, folder, tell) {
  const file = join(folder, `datasets-${size}-v${version}.sqlite`);
  if (!existsSync(file)) {
    const unfinished = `${file}.unfinished`;
    await mkdir(folder, { recursive: true });
    for (const end of ['', '-wal', '-shm']) await rm(unfinished + end, { force: true });
    await fill(`sqlite:${unfinished}`, size, tell);
    await rename(unfinished, file);
  }
  return `sqlite:${file}`;
}

async function postgresOf(size, server, tell) {
  const name = `datasets_${size}_v${version}`;
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      await admin.query(`DROP DATABASE IF EXISTS ${name}_unfinished`);
      await admin.query(`CREATE DATABASE ${name}_unfinished`);
      await fill(`${server}/${name}_unfinished`, size, tell);
      await admin.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
      await vacuum(`${server}/${name}`);
    }
  } finally {
    await admin.end();
  }
  return `${server}/${name}`;
}

async function fill(databaseUrl, size, tell) {
  const { openStore } = require('../../dist/src/open-store.js');
  const { seed } = require('../../dist/src/seeding.js');
  const { readConfig } = require('../../dist/src/config/index.js');
  const config = readConfig({ DATABASE_URL: databaseUrl });
  const store = await openStore(config);
  await seed(store, config);
  await store.close();
  if (size === 0) return;
  const { addSynthetic } = require('../synthetic.cjs');
  await addSynthetic(databaseUrl, size, {
    onProgress: (done) => tell(`${done} of ${size} datasets written`),
  });
}

async function vacuum(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('VACUUM ANALYZE');
  await client.end();
}
