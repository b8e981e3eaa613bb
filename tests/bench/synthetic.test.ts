/** The SYNTHETIC datasets of the benchmark are written in bulk: everything that a start would derive of them must be as if it had. */
import { execFile as execFileCallback } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { openStore } from '../../src/open-store';
import { readConfig } from '../../src/config';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { describeOnEachDatabase, emptyDatabase, type Dialect } from '../helpers/databases';

const execFile = promisify(execFileCallback);
const root = join(__dirname, '../..');

const fill = `
  const { openStore } = require('./dist/src/open-store.js');
  const { seed } = require('./dist/src/seeding.js');
  const { readConfig } = require('./dist/src/config/index.js');
  const { addSynthetic } = require('./bench/synthetic.cjs');
  (async () => {
    const config = readConfig(process.env);
    const store = await openStore(config);
    await seed(store, config);
    await store.close();
    await addSynthetic(process.env.DATABASE_URL, 45);
  })();`;

const tokens: Record<Dialect, string> = {
  sqlite: `SELECT r.key, r.digest, i.tokens FROM search_record r JOIN search_index i ON i.rowid = r.id ORDER BY 1`,
  postgres: `SELECT key, digest, array_to_string(tsvector_to_array(tokens), ' ') AS tokens FROM search_record ORDER BY 1`,
};

/** All that the search index holds. */
async function indexOf(database: DataSource, dialect: Dialect) {
  const records = await database.query<{ key: string; digest: string; tokens: string }[]>(tokens[dialect]);
  return {
    records: records.map((record) => ({ ...record, tokens: record.tokens.split(' ').sort() })),
    words: await database.query<unknown[]>(
      'SELECT word, kind, weight, records FROM search_word ORDER BY 1, 2, 3',
    ),
    forms: await database.query<unknown[]>('SELECT kind, form, word FROM search_form ORDER BY 1, 2, 3'),
  };
}

describeOnEachDatabase('synthetic datasets', (dialect) => {
  it('have the search index that a start derives, and two or more links each', async () => {
    const { url, drop } = await emptyDatabase(dialect);
    const { PATH = '' } = process.env;
    await execFile(process.execPath, ['-r', 'reflect-metadata', '-e', fill], {
      cwd: root,
      env: { PATH, DATABASE_URL: url },
    });
    const database = await new DataSource(connectionOptions(locationOf(url, '/'))).initialize();
    const written = await indexOf(database, dialect);
    await database.query(`UPDATE search_state SET fingerprint = 'made in another way'`);
    await (await openStore(readConfig({ DATABASE_URL: url }))).close();
    const derived = await indexOf(database, dialect);
    const links = await database.query<{ links: number | string }[]>(
      `SELECT count(*) AS links FROM provision WHERE target_id LIKE 'datasets/synthetic-%' GROUP BY target_id`,
    );
    await database.destroy();
    await drop();
    expect(written.records.filter(({ key }) => key.startsWith('datasets/synthetic-'))).toHaveLength(45);
    expect(written).toEqual(derived);
    expect(links).toHaveLength(45);
    expect(Math.min(...links.map((row) => Number(row.links)))).toBeGreaterThanOrEqual(2);
  }, 120_000);
});
