/**
 * Finds out how fast records leave as RDF, and with how much memory: `npm run build:server && node bench/export.cjs DATABASE_URL [formats]`
 * on a database with many datasets, such as bench/.data/datasets-1000000-v3.sqlite of `npm run bench -- --full --fill`.
 *
 * Each format has a process of its own. It exports all records as `num-gateway export` does, and each batch of quads is also given to n3's
 * writer alone; what that takes is not counted for us. The output for each format is statements per second, by the clock and by CPU time
 * (of all threads), of us and of n3, their ratio, and the largest memory of the process.
 *
 * At the end, one dataset after the other is fetched over HTTP, in turn as JSON and as RDF.
 */
require('../dist/src/commands/heap.js');
require('reflect-metadata');
const { spawnSync } = require('node:child_process');
const { closeSync, openSync, writeSync } = require('node:fs');
const { devNull } = require('node:os');
const { performance } = require('node:perf_hooks');
const { Writer } = require('n3');
const { startApp } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config/index.js');
const { formatOf, classesOf } = require('../dist/src/export/choose.js');
const { exportRecords } = require('../dist/src/export/export-records.js');
const { openStore, registry } = require('../dist/src/open-store.js');
const { Source } = require('../dist/src/query/source.js');
const { readKeys } = require('../dist/src/query/whole/walk.js');
const { prefixes } = require('../dist/src/vocabulary/prefixes.js');

const { fetch } = globalThis;
const publicUrl = 'https://catalogue.example.org';
const config = (databaseUrl) =>
  readConfig({
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
    MAX_COST_PER_MINUTE: 'unlimited',
    RESPONSE_CACHE_MEMORY: '0',
  });

/** What was taken since: seconds by the clock, and of CPU. */
function stopwatch() {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { clock: (performance.now() - begun) / 1e3, cpu: (user + system) / 1e6 };
  };
}

/** A format that also gives each batch to n3's writer, and notes what that takes. */
function besideN3(format) {
  const alone = { clock: 0, cpu: 0, statements: 0 };
  const sink = { write: (_text, _encoding, done) => done?.(), end: (done) => done?.() };
  const writer = new Writer(sink, { format: format.types[0], prefixes });
  const write = (batches, refused) =>
    format.write(
      (async function* () {
        for await (const quads of batches) {
          const taken = stopwatch();
          writer.addQuads(quads);
          const { clock, cpu } = taken();
          alone.clock += clock;
          alone.cpu += cpu;
          alone.statements += quads.length;
          yield quads;
        }
      })(),
      refused,
    );
  return { format: { ...format, write }, alone };
}

async function exportAs(databaseUrl, name) {
  const { format, alone } = besideN3(formatOf(name));
  const store = await openStore({ ...config(databaseUrl), readOnly: 'on' });
  let [records, bytes] = [0, 0];
  const taken = stopwatch();
  const pieces = exportRecords(new Source(store, registry, null), {
    context: { publicUrl, registry, evidence: false },
    classes: classesOf(registry, [], null),
    format,
    checkedBy: null,
    catalogue: null,
    onBatch: (some) => (records += some),
    onRefused: () => undefined,
    onUnwritable: () => undefined,
  });
  const file = openSync(devNull, 'w');
  for await (const piece of pieces) bytes += writeSync(file, piece);
  closeSync(file);
  const all = taken();
  await store.close();
  const rate = (seconds) => `${Math.round(alone.statements / seconds / 1e3)}k/s`;
  const ours = { clock: all.clock - alone.clock, cpu: all.cpu - alone.cpu };
  const ratio = (by) => `${(alone[by] / ours[by]).toFixed(2)} of n3`;
  console.log(
    [
      `${name}: ${records} records, ${alone.statements} statements, ${(bytes / 1e6).toFixed(0)} MB, ${all.clock.toFixed(0)} s`,
      `  by the clock ${rate(ours.clock)}, n3's writer alone ${rate(alone.clock)}: ${ratio('clock')}`,
      `  by CPU time ${rate(ours.cpu)}, n3's writer alone ${rate(alone.cpu)}: ${ratio('cpu')}`,
      `  ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB of memory at most`,
    ].join('\n'),
  );
}

const accepted = ['application/json', 'text/turtle', 'application/ld+json', 'application/n-quads'];
const fetched = 200;

async function singleRecords(databaseUrl) {
  const app = await startApp(config(databaseUrl));
  const store = await openStore({ ...config(databaseUrl), readOnly: 'on' });
  const keys = await readKeys(store, registry.ofType('Dataset'), { first: fetched });
  await store.close();
  const times = new Map(accepted.map((type) => [type, []]));
  for (let round = 0; round < 3; round += 1)
    for (const key of keys)
      for (const type of accepted) {
        const taken = stopwatch();
        const response = await fetch(`${app.url}/${key}`, { headers: { accept: type } });
        await response.text();
        if (!response.ok) throw new Error(`${key} as ${type}: ${response.status}`);
        // The first round warms up.
        if (round > 0) times.get(type).push(taken().clock);
      }
  await app.stop();
  const median = (all) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)] * 1e3;
  const json = median(times.get(accepted[0]));
  for (const [type, all] of times) {
    const own = median(all);
    console.log(`one dataset as ${type}: ${own.toFixed(2)} ms, ${(own / json).toFixed(2)} of JSON`);
  }
}

async function main() {
  const [databaseUrl, formats = 'turtle,n-quads', part] = process.argv.slice(2);
  if (part) return exportAs(databaseUrl, formats);
  for (const format of formats.split(','))
    spawnSync(process.execPath, [process.argv[1], databaseUrl, format, 'alone'], { stdio: 'inherit' });
  return singleRecords(databaseUrl);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
