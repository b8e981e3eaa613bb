/**
 * Finds out how fast records leave as RDF, and with how much memory: `npm run build:server && node bench/export.cjs DATABASE_URL`
 * on a database with many datasets, of SQLite or PostgreSQL, such as bench/.data/datasets-1000000-v3.sqlite of
 * `npm run bench -- --full --fill`.
 *
 *   --formats a,b   of the RDF formats; turtle,n-quads by default
 *   --only part     export or http
 *
 * Each format has a process of its own, which exports all records as `num-gateway export` does. Some batches of quads are kept; at the
 * end, when nothing else runs, n3's writer alone writes them again and again: once with its text thrown away, once with its text written
 * to the same file as ours, in pieces of the same length. The output for each format is statements per second, by the clock and by CPU time
 * (of all threads), of us and of n3, their ratio, and the largest memory of the process before n3's turn.
 *
 * Then one dataset after the other is fetched over HTTP, in turn as JSON and as RDF.
 */
require('../dist/src/commands/heap.js');
require('../dist/src/export/one-collector.js');
require('reflect-metadata');
const { spawnSync } = require('node:child_process');
const { closeSync, openSync, writeSync } = require('node:fs');
const { devNull } = require('node:os');
const { performance } = require('node:perf_hooks');
const { parseArgs } = require('node:util');
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

/** Of so many batches, one is kept for n3, until there are enough. */
const [keptOf, mostKept] = [37, 60];

/** A format that keeps some of the batches, and counts their quads. */
function keeping(format) {
  const kept = { batches: [], statements: 0 };
  let seen = 0;
  const write = (batches, refused) =>
    format.write(
      (async function* () {
        for await (const quads of batches) {
          if (seen++ % keptOf === 0 && kept.batches.length < mostKept) kept.batches.push(quads);
          kept.statements += quads.length;
          yield quads;
        }
      })(),
      refused,
    );
  return { format: { ...format, write }, kept };
}

const pieceLength = 65_536;

/** Where n3 writes to: nowhere, or a file. */
function sinkOf(file) {
  let text = '';
  const flush = () => {
    writeSync(file, text);
    text = '';
  };
  return {
    write(piece, _encoding, done) {
      if (file !== null) {
        text += piece;
        if (text.length >= pieceLength) flush();
      }
      done?.();
    },
    end(done) {
      if (file !== null) flush();
      done?.();
    },
  };
}

/** Seconds of n3's writer for each statement, when it is warm. */
function n3Alone(batches, type, file) {
  const statements = batches.reduce((sum, { length }) => sum + length, 0);
  const once = () => {
    const writer = new Writer(sinkOf(file), { format: type, prefixes });
    for (const quads of batches) writer.addQuads(quads);
    writer.end();
  };
  const rounds = Math.ceil(500_000 / statements);
  for (let round = 0; round < rounds; round += 1) once();
  const taken = stopwatch();
  for (let round = 0; round < 2 * rounds; round += 1) once();
  const { clock, cpu } = taken();
  const all = 2 * rounds * statements;
  return { clock: clock / all, cpu: cpu / all };
}

async function exportAs(databaseUrl, name) {
  const { format, kept } = keeping(formatOf(name));
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
  const all = taken();
  const memory = process.resourceUsage().maxRSS / 1e3;
  await store.close();
  const { statements, batches } = kept;
  const own = { clock: all.clock / statements, cpu: all.cpu / statements };
  const thrownAway = n3Alone(batches, format.types[0], null);
  const written = n3Alone(batches, format.types[0], file);
  closeSync(file);
  const line = (by, called) =>
    `  by ${called} ${rate(own[by])}; n3's writer alone ${rate(thrownAway[by])}, ratio ${ratio(thrownAway, own, by)}` +
    `; with its text written to the file ${rate(written[by])}, ratio ${ratio(written, own, by)}`;
  console.log(
    [
      `${name}: ${records} records, ${statements} statements, ${(bytes / 1e6).toFixed(0)} MB, ${all.clock.toFixed(1)} s, ${all.cpu.toFixed(1)} s of CPU time`,
      line('clock', 'the clock'),
      line('cpu', 'CPU time'),
      `  ${memory.toFixed(0)} MB of memory at most`,
    ].join('\n'),
  );
}

const rate = (seconds) => `${Math.round(1 / seconds / 1e3)}k/s`;
const ratio = (other, own, by) => (other[by] / own[by]).toFixed(2);

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
  const { values: given, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      formats: { type: 'string', default: 'turtle,n-quads' },
      only: { type: 'string' },
      alone: { type: 'string' },
    },
  });
  const [databaseUrl] = positionals;
  if (!databaseUrl) throw new Error('Name the address of a database, such as sqlite:bench/.data/….sqlite.');
  if (given.alone) return exportAs(databaseUrl, given.alone);
  if (given.only !== 'http')
    for (const format of given.formats.split(','))
      spawnSync(process.execPath, [process.argv[1], databaseUrl, '--alone', format], { stdio: 'inherit' });
  if (given.only !== 'export') await singleRecords(databaseUrl);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
