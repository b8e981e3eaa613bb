/** A gateway that is killed while it seeds: the next start finds a database that it can complete. */
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { describeOnEachDatabase, emptyDatabase } from '../helpers/databases';
import { run, serve, startScript } from '../helpers/gateway-process';

jest.setTimeout(240_000);

/** Starts the built gateway and stands still for ever as soon as half of the records are written. */
const standsStillHalfWay = `
  require('reflect-metadata');
  const { startApp } = require(${JSON.stringify(join(__dirname, '../../dist/src/app'))});
  const { readConfig } = require(${JSON.stringify(join(__dirname, '../../dist/src/config'))});
  startApp(readConfig(), {
    onSeeding: (done, total) => {
      if (done < total / 2) return;
      require('node:fs').writeSync(1, 'half-way');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  });`;

describeOnEachDatabase('a gateway killed in the middle of seeding', (dialect) => {
  it('leaves nothing half-written, and the next start completes the database', async () => {
    const database = await emptyDatabase(dialect);
    const env = { DATABASE_URL: database.url, PORT: '0' };
    const killed = startScript(['-e', standsStillHalfWay], { env });
    await killed.prints(/half-way/);

    expect((await killed.stop('SIGKILL')).signal).toBe('SIGKILL');

    expect(await count(database.url, 'institution')).toBe(0);
    expect(await count(database.url, 'search_record')).toBe(0);
    expect(await count(database.url, 'import')).toBe(0);
    const next = await serve({ env });
    await next.stop();
    const { stdout } = await run(['seed'], { env });
    expect(stdout).toContain('Nothing changed: the database held the seeds already.');
    expect(stdout).toMatch(/^Institution +0 created, 0 updated, [1-9]\d* unchanged, 0 withdrawn$/m);
    expect(stdout).not.toMatch(/[1-9]\d* (created|updated)/);
    expect(await count(database.url, 'import')).toBe(1);
    const institutions = await count(database.url, 'institution');
    expect(institutions).toBeGreaterThan(36);
    expect(await count(database.url, `search_record WHERE type = 'Institution'`)).toBe(institutions);
    await database.drop();
  });
});

async function count(url: string, rows: string): Promise<number> {
  const database = await new DataSource(connectionOptions(locationOf(url, '/'))).initialize();
  const [row] = await database.query<{ total: string }[]>(`SELECT count(*) AS total FROM ${rows}`);
  await database.destroy();
  return Number(row?.total);
}
