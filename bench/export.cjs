/**
 * Finds out how fast records leave as RDF, and with how much memory: `npm run build:server && node bench/export.cjs DATABASE_URL`
 * on a database with many datasets, of SQLite or PostgreSQL, such as bench/.data/datasets-1000000-v3.sqlite of
 * `npm run bench -- --full --fill`.
 *
 *   --formats a,b   of the RDF formats; turtle,n-quads by default
 *   --only part     export or http
 *   --workers n     threads that write; 1 by default
 *
 * Each format has a process of its own, which exports all records as `num-gateway export` does. Some batches of quads are then read again;
 * when nothing else runs, n3's writer alone writes them again and again: once with its text thrown away, once with its text written
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
const { devNull, loadavg } = require('node:os');
const { performance } = require('node:perf_hooks');
const { parseArgs } = require('node:util');
const { Writer } = require('n3');
const { startApp } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config/index.js');
const { readingOf, requestOf } = require('../dist/src/commands/export/task.js');
const { startWorkers } = require('../dist/src/commands/export/workers.js');
const { documentOfParts } = require('../dist/src/export/document.js');
const { quadsOf } = require('../dist/src/export/part-quads.js');
const { partsOf } = require('../dist/src/export/parts.js');
const { ExportReport } = require('../dist/src/export/report.js');
const { partWriter } = require('../dist/src/export/write-part.js');
const { openStore } = require('../dist/src/open-store.js');
const { registry } = require('../dist/src/registry.js');
const { Source } = require('../dist/src/query/source.js');
const { readKeys } = require('../dist/src/query/whole/walk.js');
const { prefixes } = require('../dist/src/vocabulary/prefixes.js');

const { fetch } = globalThis;
const publicUrl = 'https://catalogue.example.org';
const environment = (databaseUrl) => ({
  DATABASE_URL: databaseUrl,
  PORT: '0',
  LOG_LEVEL: 'silent',
  MAX_COST_PER_MINUTE: 'unlimited',
  RESPONSE_CACHE_MEMORY: '0',
});
const config = (databaseUrl) => readConfig(environment(databaseUrl));

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

/** Some of the batches of quads that an export writes, read once more. */
async function batchesOf(store, parts, request) {
  const kept = [];
  let seen = 0;
  const ignored = { onBatch: () => undefined, onRefused: () => undefined };
  const apart = Math.max(1, Math.floor(parts.length / 40));
  for (let index = 0; index < parts.length && kept.length < mostKept; index += apart)
    for await (const quads of quadsOf(new Source(store, registry, null), parts[index], request, ignored))
      if (seen++ % keptOf === 0 && kept.length < mostKept) kept.push(quads);
  return kept;
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

async function exportAs(databaseUrl, name, threads) {
  // Threads read the configuration by themselves.
  Object.assign(process.env, environment(databaseUrl), { READ_ONLY: 'on' });
  const task = { format: name, profile: null, types: [], publicUrl, evidence: false, catalogue: null };
  const request = requestOf(task, readConfig().root);
  const configured = readConfig();
  const store = await openStore({ ...configured, reading: readingOf(configured) });
  const report = new ExportReport();
  const file = openSync(devNull, 'w');
  let bytes = 0;
  const taken = stopwatch();
  const parts = await partsOf(store, request.classes);
  const workers = threads === 1 ? null : startWorkers(threads - 1, { ...task, databaseUrl });
  const writers = [partWriter(new Source(store, registry, null), request), ...(workers?.writers ?? [])];
  for await (const piece of documentOfParts(request.format, parts, writers, report.onPart))
    bytes += writeSync(file, piece);
  await workers?.stop();
  const all = taken();
  const memory = process.resourceUsage().maxRSS / 1e3;
  const { records, statements } = report;
  const batches = await batchesOf(store, parts, request);
  await store.close();
  const own = { clock: all.clock / statements, cpu: all.cpu / statements };
  const thrownAway = n3Alone(batches, request.format.types[0], null);
  const written = n3Alone(batches, request.format.types[0], file);
  closeSync(file);
  const line = (by, called) =>
    `  by ${called} ${rate(own[by])}; n3's writer alone ${rate(thrownAway[by])}, ratio ${ratio(thrownAway, own, by)}` +
    `; with its text written to the file ${rate(written[by])}, ratio ${ratio(written, own, by)}`;
  console.log(
    [
      `${name}, ${counted(threads)}: ${records} records, ${statements} statements, ${(bytes / 1e6).toFixed(0)} MB, ${all.clock.toFixed(1)} s, ${all.cpu.toFixed(1)} s of CPU time`,
      line('clock', 'the clock'),
      line('cpu', 'CPU time'),
      `  ${memory.toFixed(0)} MB of memory at most, load ${loadavg()[0].toFixed(1)}`,
    ].join('\n'),
  );
}

const counted = (threads) => (threads === 1 ? 'one thread' : `${threads} threads`);
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
      workers: { type: 'string', default: '1' },
    },
  });
  const [databaseUrl] = positionals;
  if (!databaseUrl) throw new Error('Name the address of a database, such as sqlite:bench/.data/….sqlite.');
  if (given.alone) return exportAs(databaseUrl, given.alone, Number(given.workers));
  if (given.only !== 'http')
    for (const format of given.formats.split(','))
      spawnSync(
        process.execPath,
        [...process.execArgv, process.argv[1], databaseUrl, '--alone', format, '--workers', given.workers],
        { stdio: 'inherit' },
      );
  if (given.only !== 'export') await singleRecords(databaseUrl);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
