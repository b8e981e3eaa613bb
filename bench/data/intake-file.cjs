/**
 * Writes one N-Quads file of SYNTHETIC datasets with three links each, as another gateway exports them. Some are imported and exported by
 * the commands of the gateway; the rest has the text of these with other numbers and other names of studies.
 */
require('reflect-metadata');
const { execFileSync } = require('node:child_process');
const { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { openStore } = require('../../dist/src/open-store.js');
const { registry } = require('../../dist/src/registry.js');
const { readConfig } = require('../../dist/src/config/index.js');
const { importRecords } = require('../../dist/src/intake/import.js');
const { datasetsOfStudy, studyOf, syntheticRecords } = require('../synthetic.cjs');

/** Where the other gateway is. */
const publicUrl = 'https://synthetic.example.org';
/** So many datasets are exported; whole studies. */
const exported = 2_000;

/** The keys of the infrastructures, institutions and standards of a database. */
async function endsIn(store) {
  const keysOf = (table) =>
    store.write(async ({ manager }) =>
      (await manager.query(`SELECT id FROM "${table}" ORDER BY id`)).map(({ id }) => id),
    );
  return {
    infrastructures: await keysOf('infrastructure'),
    institutions: await keysOf('institution'),
    standards: await keysOf('standard'),
  };
}

/** The statements of the first datasets. */
async function exportedIn(folder, program, count) {
  const databaseUrl = `sqlite:${join(folder, 'other-gateway.sqlite')}`;
  const env = { ...process.env, DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent' };
  execFileSync(process.execPath, [program, 'seed'], { env });
  const store = await openStore(readConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' }));
  const ends = await endsIn(store);
  await importRecords({
    records: (async function* () {
      yield* syntheticRecords(count, ends);
    })(),
    origin: { name: 'synthetic', kind: 'HARVEST', rank: 200 },
    registry,
    write: (work) => store.write(work),
    now: () => new Date(),
  });
  await store.close();
  const out = join(folder, 'exported.nq');
  const types = ['Infrastructure', 'Institution', 'Standard', 'Dataset', 'Provision', 'Conformance'].flatMap(
    (type) => ['--type', type],
  );
  execFileSync(process.execPath, [program, 'export', '--format', 'n-quads', ...types, '--out', out], { env });
  const text = readFileSync(out, 'utf8');
  for (const name of [
    'other-gateway.sqlite',
    'other-gateway.sqlite-wal',
    'other-gateway.sqlite-shm',
    'exported.nq',
  ])
    rmSync(join(folder, name), { force: true });
  return text;
}

/** Another text with the numbers moved on, and the names of their studies. */
function movedBy(text, by) {
  const studies = new Map();
  for (let number = 1; number <= exported; number += datasetsOfStudy)
    studies.set(studyOf(number), studyOf(number + by));
  return text.replace(/synthetic-(\d+)|\b[A-Z][a-z]{7}\b/g, (found, number) =>
    number === undefined ? (studies.get(found) ?? found) : `synthetic-${Number(number) + by}`,
  );
}

const ours = new RegExp(`^<${publicUrl}/(?:institutions|infrastructures|standards)/[^/>]+>`);

/** The part of the file in which a statement stands, as in an export: what is only mentioned, or the class of its record. */
function partOf(line) {
  if (!/synthetic-\d/.test(line)) return ours.test(line) ? 0 : null;
  return line.includes(`${publicUrl}/provisions/`) ? 2 : line.includes(`${publicUrl}/conformances/`) ? 3 : 1;
}

/** @returns the path of the file, which is made if it is not there */
async function intakeFile(folder, program, count) {
  const path = join(folder, `synthetic-${count}.nq`);
  if (existsSync(path)) return path;
  const block = Math.min(exported, count);
  if (count % block > 0) throw new Error(`--count must be a multiple of ${exported}, or less.`);
  const parts = [[], [], [], []];
  for (const line of (await exportedIn(folder, program, block)).split('\n')) {
    const part = partOf(line);
    if (part !== null) parts[part].push(`${line}\n`);
  }
  const file = openSync(`${path}.part`, 'w');
  for (const [part, lines] of parts.entries())
    for (let by = 0; by < (part === 0 ? 1 : count); by += block) writeSync(file, movedBy(lines.join(''), by));
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

module.exports = { intakeFile };
