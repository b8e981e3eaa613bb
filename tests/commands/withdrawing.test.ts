/** `num-gateway seed` where the database holds what the seeds hold no more. */
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { seedsOrigin } from '../../src/intake/seeds';
import { connectionOptions, locationOf } from '../../src/store/driver';
import { describeOnEachDatabase, emptyDatabase, type Dialect } from '../helpers/databases';
import { run, serve, startScript } from '../helpers/gateway-process';
import { SmallWorld } from '../helpers/small-world';

jest.setTimeout(120_000);

/** A database that holds a site of former seeds. */
async function formerSeeds(dialect: Dialect): Promise<SmallWorld> {
  const world = await SmallWorld.of(dialect, {});
  const sites = ['old-1', 'old-2'].map((slug) => ({ slug, name: { de: slug }, kind: 'NETWORK' }));
  const evidence = [{ source: 'gazette', confidence: 'INFERRED' }];
  const records = {
    Source: [{ slug: 'gazette', title: 'A gazette' }],
    Institution: sites.map((site) => ({ ...site, evidence })),
  };
  await world.add(records, undefined, { origin: seedsOrigin });
  return world;
}

async function count(url: string, rows: string): Promise<number> {
  const database = await new DataSource(connectionOptions(locationOf(url, '/'))).initialize();
  const [row] = await database.query<{ total: string }[]>(`SELECT count(*) AS total FROM ${rows}`);
  await database.destroy();
  return Number(row?.total);
}

/** Seeds as the command does, and stands still for ever once all is written and withdrawn, before the transaction ends. */
const standsStillAtTheEnd = `
  require('reflect-metadata');
  const { openStore } = require(${JSON.stringify(join(__dirname, '../../dist/src/open-store'))});
  const { seed } = require(${JSON.stringify(join(__dirname, '../../dist/src/seeding'))});
  const { readConfig } = require(${JSON.stringify(join(__dirname, '../../dist/src/config'))});
  const config = readConfig();
  openStore(config).then((store) => seed(store, config, {
    vanished: 'go',
    onProgress: (done, total) => {
      if (done < total) return;
      require('node:fs').writeSync(1, 'withdrawn');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  }));`;

describeOnEachDatabase('seeding withdraws what the seeds hold no more', (dialect) => {
  let world: SmallWorld;
  let env: Record<string, string>;

  beforeEach(async () => {
    world = await formerSeeds(dialect);
    env = { DATABASE_URL: world.database.url };
  });

  afterEach(() => world.end());

  const old = () => count(world.database.url, `institution WHERE slug LIKE 'old-%'`);

  it('and tells so before, with --dry-run, and without writing', async () => {
    const { code, stdout } = await run(['seed', '--dry-run'], { env });

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Institution +[1-9]\d* created, 0 updated, 0 unchanged, 2 withdrawn$/m);
    expect(stdout).toMatch(/^Would be withdrawn: institutions\/old-1$/m);
    expect(stdout).toMatch(/^The import would be refused\. 3 of the 3 records .* --allow-withdrawals/m);
    expect(stdout).toContain('Nothing was written: this was a dry run.');
    expect(await count(world.database.url, 'institution')).toBe(2);
  });

  it('but tells nothing of tables that are not up to date, which it would have to change', async () => {
    const empty = await emptyDatabase(dialect);

    const { code, stdout, stderr } = await run(['seed', '--dry-run'], { env: { DATABASE_URL: empty.url } });

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^.*num-gateway migrate.*\n$/);
    await empty.drop();
  });

  it('in such numbers only when told so: it is refused', async () => {
    const refused = await run(['seed'], { env });

    expect(refused.code).toBe(1);
    expect(refused.stderr.trimEnd().split('\n')).toEqual([
      'The import was refused: 1 problem. Nothing was written.',
      '3 of the 3 records that "seeds" states would be withdrawn, more than a tenth: "institutions/old-1", "institutions/old-2", "sources/gazette". --dry-run lists all of them, --allow-withdrawals withdraws them.',
    ]);
    expect(await old()).toBe(2);
  });

  it('and never at a start, which seeds an empty database only', async () => {
    const gateway = await serve({ env });

    expect((await fetch(`${gateway.url}/institutions/old-1`)).status).toBe(200);
    await gateway.stop();
    expect(await old()).toBe(2);
  });

  it('wholly or not at all: killed in the middle, it leaves what was there; then it does as it is told', async () => {
    const killed = startScript(['-e', standsStillAtTheEnd], { env });
    await killed.prints(/withdrawn/);

    expect((await killed.stop('SIGKILL')).signal).toBe('SIGKILL');

    expect(await old()).toBe(2);
    expect(await count(world.database.url, 'institution')).toBe(2);
    expect(await count(world.database.url, `search_record WHERE type = 'Institution'`)).toBe(2);
    expect(await count(world.database.url, 'withdrawn')).toBe(0);
    expect(await count(world.database.url, `import WHERE origin = 'seeds'`)).toBe(1);
    // The next run does it all, as it is told.
    const allowed = await run(['seed', '--allow-withdrawals'], { env });
    expect(allowed.stdout).toMatch(/^Withdrawn: sources\/gazette$/m);
    expect([allowed.code, allowed.stderr]).toEqual([0, '']);
    expect(await old()).toBe(0);
    expect((await run(['seed'], { env })).stdout).toContain('Nothing changed');
  });
});
