/**
 * How fast records come in, and what readers notice of it: SYNTHETIC datasets with three links each are imported into a database of the seeds.
 * npm run build:server && node bench/intake.cjs [--databases sqlite,postgres] [--count 100000] [--seconds 10] [--alone] [--data <folder>]
 *
 * For each database: the import into a fresh one, the same a second time (nothing is new), what was left to be derived in the background, and
 * the import into another fresh one, while clients ask a gateway: their requests per second, p50 and p99 beside those before it.
 * With --alone, the last part is left out. Records are given as a reader of files would give them; reading files is not measured.
 */
const { execFileSync, spawn } = require('node:child_process');
const { chmodSync, mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { loadavg, tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

const { cpuOf, readWhile, started } = require('./harness/readers.cjs');

const { performance } = globalThis;

const dist = join(module.path, '..', 'dist');
const program = join(dist, 'src/commands/num-gateway.js');
const { values: given } = parseArgs({
  options: {
    databases: { type: 'string', default: 'sqlite,postgres' },
    count: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '10' },
    alone: { type: 'boolean', default: false },
    data: { type: 'string', default: tmpdir() },
    part: { type: 'string' },
    url: { type: 'string' },
  },
});

/** What was taken since: seconds by the clock, and of CPU by all threads of this process. */
function stopwatch() {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { clock: (performance.now() - begun) / 1e3, cpu: (user + system) / 1e6 };
  };
}

/** Imports the records, or derives what is left, in a process of its own, and prints what it took. */
async function runPart(part, databaseUrl) {
  require('reflect-metadata');
  const { openStore, registry } = require(join(dist, 'src/open-store.js'));
  const { readConfig } = require(join(dist, 'src/config/index.js'));
  const { importRecords } = require(join(dist, 'src/intake/import.js'));
  const { syntheticRecords } = require('./synthetic.cjs');
  const store = await openStore(readConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' }));
  const keysOf = (table) =>
    store.write(async ({ manager }) =>
      (await manager.query(`SELECT id FROM "${table}" ORDER BY id`)).map(({ id }) => id),
    );
  const ends = {
    infrastructures: await keysOf('infrastructure'),
    institutions: await keysOf('institution'),
    standards: await keysOf('standard'),
  };
  async function* records() {
    yield* syntheticRecords(Number(given.count), ends);
  }
  const before = await store.writtenVersion();
  const taken = stopwatch();
  let done = {};
  if (part === 'derive') while (await store.derivePending());
  else {
    const origin = { name: 'synthetic', kind: 'HARVEST', rank: 200 };
    const write = (work) => store.write(work);
    const { counts } = await importRecords({
      records: records(),
      origin,
      registry,
      write,
      now: () => new Date(),
    });
    done = { created: counts.reduce((sum, { created }) => sum + created, 0) };
  }
  const memory = process.resourceUsage().maxRSS / 1e3;
  const versions = (await store.writtenVersion()) - before;
  console.log(JSON.stringify({ ...taken(), ...done, memory, versions, load: loadavg()[0] }));
  await store.close();
}

/** @returns what the process printed; `server`: processor time of PostgreSQL, in seconds */
async function partOf(part, { url, cpu }) {
  const before = cpu();
  const flags = [
    '--max-semi-space-size=64',
    process.argv[1],
    '--part',
    part,
    '--url',
    url,
    '--count',
    given.count,
  ];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (piece) => (text += piece));
  const code = await new Promise((ended) => child.once('close', ended));
  if (code !== 0) throw new Error(`The part "${part}" failed.`);
  return { ...JSON.parse(text), server: cpu() - before };
}

/** Fresh databases of the seeds. */
async function databasesOf(dialect, folder) {
  const seed = (url) =>
    execFileSync(process.execPath, [program, 'seed'], { env: { ...process.env, DATABASE_URL: url } });
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
  const { startPostgres } = await import('./data/postgres.mjs');
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

const wait = (seconds) => new Promise((over) => globalThis.setTimeout(over, seconds * 1e3));

const shown = (name, { clock, cpu, server, memory, versions, load }) =>
  console.log(
    `  ${name.padEnd(26)} ${clock.toFixed(1)} s, CPU ${cpu.toFixed(1)} s${server > 0 ? ` + server ${server.toFixed(1)} s` : ''}, ${memory.toFixed(0)} MB, ${versions} writes, load ${load.toFixed(1)}`,
  );

async function measure(dialect, folder) {
  const databases = await databasesOf(dialect, folder);
  console.log(`${dialect}: ${given.count} datasets with three links each`);
  try {
    const first = await databases.fresh();
    shown('first run', await partOf('import', first));
    shown('unchanged run', await partOf('import', first));
    shown('derived afterwards', await partOf('derive', first));
    if (given.alone) return;
    const second = await databases.fresh();
    const gateway = await started(program, second.url);
    let quiet, busy, taken;
    try {
      await readWhile(gateway.url, wait(3)); // warms up
      quiet = await readWhile(gateway.url, wait(Number(given.seconds)));
      busy = await readWhile(
        gateway.url,
        partOf('import', second).then((part) => (taken = part)),
      );
    } finally {
      gateway.stop();
    }
    shown('first run beside readers', taken);
    for (const [name, { perSecond, p50, p99 }] of Object.entries({ quiet, busy }))
      console.log(
        `  readers, ${name.padEnd(17)} ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
      );
    console.log(
      `  readers keep ${(busy.perSecond / quiet.perSecond).toFixed(2)}; p99 is ${(busy.p99 / quiet.p99).toFixed(1)} times the quiet one`,
    );
  } finally {
    await databases.stop();
  }
}

async function main() {
  if (given.part) return runPart(given.part, given.url);
  mkdirSync(given.data, { recursive: true });
  for (const dialect of given.databases.split(',')) {
    const folder = mkdtempSync(join(given.data, 'intake-'));
    chmodSync(folder, 0o755); // PostgreSQL runs as another user.
    try {
      await measure(dialect, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
