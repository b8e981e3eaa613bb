/**
 * Finds out how long the costliest queries take: run `npm run build:server && node bench/costliest-queries.cjs [DATABASE_URL] [datasets]`.
 * The datasets beyond the seeds are SYNTHETIC: copies of one record under other names, made for this measurement only.
 * The output is one line per shape: estimated cost, milliseconds, milliseconds per 1,000 of cost, longest silence of /healthz.
 */
const { performance } = require('node:perf_hooks');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
require('reflect-metadata');
const { startApp } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config.js');
const { connectionOptions, locationOf } = require('../dist/src/store/driver.js');
const { DataSource } = require('typeorm');

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [databaseUrl = `sqlite:${join(folder, 'catalogue.sqlite')}`, datasets = '100000'] =
  process.argv.slice(2);
const unlimited = String(2 ** 31 - 1);
const { fetch } = globalThis;

const list = (name, selection, args = 'first: 100') => `${name}(${args}) { nodes { ${selection} } }`;
const record = 'id slug name description iri homepage modifiedAt disputed: disputes { property }';
const shapes = {
  'one page of datasets': `{ ${list('datasets', 'id slug name')} }`,
  'ordered by name': `{ ${list('datasets', 'id slug name', 'first: 100, orderBy: [{ field: NAME }]')} }`,
  'count of datasets': '{ datasets(first: 1) { totalCount } }',
  '20 ordered lists': `{ ${Array.from({ length: 20 }, (_, i) => `l${i}: ${list('datasets', 'id', `first: 1, orderBy: [{ field: NAME, direction: ${i % 2 ? 'ASC' : 'DESC'} }, { field: MODIFIED_AT }]`)}`).join(' ')} }`,
  '20 counts of links': `{ ${Array.from({ length: 20 }, (_, i) => `l${i}: provisions(asOf: "20${10 + i}-01-01") { totalCount }`).join(' ')} }`,
  'full records with evidence': `{ ${list('datasets', `${record} evidence { quotation statedValue property source { title url publisher } } identifiers { scheme value }`)} }`,
  'many values of each': `{ ${list('datasets', Array.from({ length: 49 }, (_, i) => `n${i}: name`).join(' '))} }`,
  'two levels of 100': `{ ${list('infrastructures', `id name ${list('participations', 'id role institution { id name city }')}`)} }`,
  'three levels': `{ ${list('institutions', `id ${list('participations', `id infrastructure { id ${list('participations', 'id role institution { id name }', 'first: 20')} }`, 'first: 20')}`, 'first: 20')} }`,
  'links of links': `{ ${list('infrastructures', list('links', `id source { id ${list('links', 'id', 'first: 5')} }`, 'first: 20'), 'first: 20')} }`,
  'provided datasets': `{ ${list('infrastructures', `id ${list('datasets', 'id name')}`)} }`,
  'ten provided': `{ ${list('infrastructures', Array.from({ length: 10 }, (_, i) => `l${i}: datasets(first: ${i + 1}) { nodes { id } }`).join(' '))} }`,
  'in groups':
    '{ datasets { aggregate(by: [INFRASTRUCTURES, THEMES]) { groups { keys { label } count numberOfRecords { min max } } } } }',
  'groups of linked':
    '{ datasets { aggregate(by: [INFRASTRUCTURES_MODALITIES, KIND]) { groups { keys { label } count } } } }',
  'groups below': `{ ${list('infrastructures', 'datasets { aggregate(by: [KIND, THEMES], first: 10) { groups { keys { label } count } } }', 'first: 20')} }`,
  coverage: `{ coverage(requires: { infrastructures: ["racoon", "nukleus"], modalities: [IMAGING], standards: ["hl7-fhir"], services: ["racoon-nodes"], states: ["Hessen"] }, asOf: "2024-06-01") { partial { institution { slug } meets { evidence { quotation } proofs { links { id } } } lacks { evidence { quotation } } contacts { contact { name } } } } }`,
  'provided, ordered': `{ ${list('infrastructures', `id ${list('datasets', 'id name', 'first: 100, orderBy: [{ field: NAME }]')}`)} }`,
};

/** Copies a dataset of the seeds, with its provision and evidence; the copies are spread over all infrastructures. */
async function addSynthetic(database, count) {
  const [columns] = await database.query('SELECT * FROM dataset LIMIT 1');
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Number(count)})`;
  const made = { id: `'datasets/synthetic-' || i`, slug: `'synthetic-' || i` };
  for (const name of ['name_sort_de', 'name_sort_en']) made[name] = `'synthetic ' || ((i * 7919) % 100003)`;
  const all = Object.keys(columns);
  const one = '(SELECT * FROM dataset ORDER BY id LIMIT 1) t';
  await database.query(
    `INSERT INTO dataset (${all.map((c) => `"${c}"`)}) ${numbers} SELECT ${all.map((c) => made[c] ?? `t."${c}"`)} FROM n, ${one}`,
  );
  const infrastructures = await database.query('SELECT id FROM infrastructure ORDER BY id');
  const nth = `CASE i % ${infrastructures.length} ${infrastructures.map(({ id }, i) => `WHEN ${i} THEN '${id}'`).join(' ')} END`;
  await database.query(
    `INSERT INTO provision (id, source_id, target_id, modified_at, role, digest) ${numbers} SELECT 'provisions/synthetic-' || i, ${nth}, 'datasets/synthetic-' || i, '2025-01-01T00:00:00.000Z', 'PUBLISHER', '' FROM n`,
  );
  await database.query(
    `INSERT INTO evidence (subject_id, position, source_id, quotation, confidence) ${numbers} SELECT 'datasets/synthetic-' || i, 0, (SELECT min(id) FROM source), 'Synthetic.', 'FOUND_IN_SOURCE' FROM n`,
  );
  await database.query('ANALYZE');
}

async function measure(url, query) {
  let silence = 0;
  let over = false;
  const watch = (async () => {
    while (!over) {
      const asked = performance.now();
      await (await fetch(`${url}/healthz`)).text();
      silence = Math.max(silence, performance.now() - asked);
    }
  })();
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors, extensions } = await response.json();
  const taken = performance.now() - begun;
  over = true;
  await watch;
  return { taken, silence, cost: extensions?.cost?.estimated, error: errors?.[0]?.message };
}

async function main() {
  const raised = ['MAX_COST', 'MAX_COST_PER_MINUTE', 'MAX_ROWS', 'MAX_FIELDS', 'DEADLINE_MS'];
  const environment = Object.fromEntries(raised.map((name) => [name, unlimited]));
  const config = readConfig({ ...environment, PORT: '0', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' });
  const app = await startApp(config);
  if (Number(datasets) > 0) {
    const database = await new DataSource(connectionOptions(locationOf(databaseUrl, '/'))).initialize();
    await addSynthetic(database, datasets);
    await database.destroy();
  }
  for (const [name, query] of Object.entries(shapes)) {
    await measure(app.url, query);
    const { taken, silence, cost, error } = await measure(app.url, query);
    const per = (taken / cost) * 1000;
    console.log(
      error
        ? `${name}: ${error}`
        : `${name}: cost ${cost}, ${taken.toFixed(0)} ms, ${per.toFixed(0)} ms per 1,000, /healthz ${silence.toFixed(0)} ms`,
    );
  }
  await app.stop();
}

void main().finally(() => rmSync(folder, { recursive: true }));
