/**
 * How fast records come in, and what readers notice of it: one N-Quads file of SYNTHETIC datasets with three links each is harvested into a
 * database of the seeds, as `num-gateway harvest` does it: read, mended, linked, written and indexed for the search.
 * npm run build:server && node bench/intake.cjs [--databases sqlite,postgres] [--count 100000] [--seconds 10] [--alone] [--data <folder>]
 *
 * For each database: the first run, the same again (the file has not changed), the same once more with every statement read (nothing is new),
 * what was left to be derived in the background, and the first run into another database, while clients ask a gateway: their requests per
 * second, p50 and p99 beside those before it. With --alone, the last part is left out; with --first, all but the first run.
 * The file is kept in the folder of --data. Its making is not measured.
 */
const { spawn } = require('node:child_process');
const { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { loadavg, tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

const { freshDatabases } = require('./data/fresh-databases.cjs');
const { intakeFile } = require('./data/intake-file.cjs');
const { readWhile, started } = require('./harness/readers.cjs');

const { performance } = globalThis;

const dist = join(module.path, '..', 'dist');
const program = join(dist, 'src/commands/num-gateway.js');
const { values: given } = parseArgs({
  options: {
    databases: { type: 'string', default: 'sqlite,postgres' },
    count: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '10' },
    alone: { type: 'boolean', default: false },
    first: { type: 'boolean', default: false },
    data: { type: 'string', default: join(tmpdir(), 'num-gateway-intake') },
    part: { type: 'string' },
    url: { type: 'string' },
    sources: { type: 'string' },
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

/** Harvests the file, or derives what is left, in a process of its own, and prints what it took. */
async function runPart(part, { url, sources }) {
  require(join(dist, 'src/commands/harvest/lower-priority.js')).lowerPriority();
  require('reflect-metadata');
  const { openStore } = require(join(dist, 'src/open-store.js'));
  const { readConfig } = require(join(dist, 'src/config/index.js'));
  const { Harvester, sourcesOf } = require(join(dist, 'src/harvesting.js'));
  const config = readConfig({ DATABASE_URL: url, SOURCES_FILE: sources, LOG_LEVEL: 'silent' });
  const store = await openStore(config);
  const before = await store.writtenVersion();
  const taken = stopwatch();
  let done = {};
  if (part === 'derive') while (await store.derivePending());
  else {
    const [source] = await sourcesOf(config);
    const harvester = new Harvester(store, config, (error) => console.error(error));
    const result = await harvester.harvest(source, {
      mode: 'write',
      withdrawals: 'due',
      unchangedDocuments: part === 'again' ? 'read' : 'skip',
      signal: new globalThis.AbortController().signal,
    });
    const { outcome, error, counts, phases } = result.done;
    if (!['COMPLETE', 'UNCHANGED'].includes(outcome) || counts.refused > 0)
      throw new Error(`${outcome}: ${error ?? `${counts.refused} refused`}`);
    done = { created: counts.created, phases };
  }
  const memory = process.resourceUsage().maxRSS / 1e3;
  const versions = (await store.writtenVersion()) - before;
  console.log(JSON.stringify({ ...taken(), ...done, memory, versions, load: loadavg()[0] }));
  await store.close();
}

/** @returns what the process printed; `server`: processor time of PostgreSQL, in seconds */
async function partOf(part, { url, cpu }, sources) {
  const before = cpu();
  const flags = [
    '--max-semi-space-size=64',
    '--max-old-space-size=8192',
    process.argv[1],
    '--part',
    part,
    '--url',
    url,
    '--sources',
    sources,
  ];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (piece) => (text += piece));
  const code = await new Promise((ended) => child.once('close', ended));
  if (code !== 0) throw new Error(`The part "${part}" failed.`);
  return { ...JSON.parse(text), server: cpu() - before };
}

const wait = (seconds) => new Promise((over) => globalThis.setTimeout(over, seconds * 1e3));

const shown = (name, { clock, cpu, server, memory, versions, load, created = 0, phases = {} }) => {
  const parts = Object.entries(phases).map(([phase, took]) => `${phase} ${(took / 1e3).toFixed(1)}`);
  console.log(
    [
      `  ${name.padEnd(26)} ${clock.toFixed(1)} s${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`,
      `CPU ${cpu.toFixed(1)} s${server > 0 ? ` + server ${server.toFixed(1)} s` : ''}`,
      `${memory.toFixed(0)} MB`,
      `${created} created, ${versions} writes`,
      `load ${load.toFixed(1)}`,
    ].join(', '),
  );
};

async function measure(dialect, folder, sources) {
  const databases = await freshDatabases(dialect, folder, program);
  console.log(`${dialect}: ${given.count} datasets with three links each`);
  try {
    const first = await databases.fresh();
    shown('first run', await partOf('harvest', first, sources));
    if (given.first) return;
    shown('unchanged file', await partOf('harvest', first, sources));
    shown('read again, nothing new', await partOf('again', first, sources));
    shown('derived afterwards', await partOf('derive', first, sources));
    if (given.alone) return;
    const second = await databases.fresh();
    const gateway = await started(program, second.url);
    let quiet, busy, taken;
    try {
      await readWhile(gateway.url, wait(3)); // warms up
      quiet = await readWhile(gateway.url, wait(Number(given.seconds)));
      busy = await readWhile(
        gateway.url,
        partOf('harvest', second, sources).then((part) => (taken = part)),
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

/** SOURCES_FILE with the file as its only source. */
async function sourcesIn(folder) {
  const file = await intakeFile(folder, program, Number(given.count));
  const path = join(folder, `sources-${given.count}.yaml`);
  const source = {
    name: 'synthetic-file',
    title: 'SYNTHETIC datasets, for measurements',
    kind: 'DCAT',
    file,
  };
  writeFileSync(path, JSON.stringify({ sources: [source] }));
  return path;
}

async function main() {
  if (given.part) return runPart(given.part, given);
  mkdirSync(given.data, { recursive: true });
  chmodSync(given.data, 0o755); // PostgreSQL runs as another user.
  const sources = await sourcesIn(given.data);
  for (const dialect of given.databases.split(',')) {
    const folder = mkdtempSync(join(given.data, 'intake-'));
    chmodSync(folder, 0o755);
    try {
      await measure(dialect, folder, sources);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
