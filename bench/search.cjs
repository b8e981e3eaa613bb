/**
 * Finds out how long searches take: run `npm run build:server && node bench/search.cjs [DATABASE_URL] [datasets]`.
 * The datasets beyond the seeds are SYNTHETIC: made for measurements only, all with the words "synthetic dataset" in their names: see synthetic.cjs.
 * The output is one line per search: estimated cost, milliseconds of the quickest and of the slowest of five requests, and the processor time
 * that this process took for one, which other work on the machine changes little; SQLite runs within this process, PostgreSQL does not.
 */
const { performance } = require('node:perf_hooks');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { addSynthetic } = require('./synthetic.cjs');
const { startApp } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config/index.js');

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [databaseUrl = `sqlite:${join(folder, 'catalogue.sqlite')}`, datasets = '100000'] =
  process.argv.slice(2);
const { fetch } = globalThis;

const all = (text) =>
  `{ search(text: ${JSON.stringify(text)}) { edges { cursor score node { id slug name } highlights { field fragments { parts { text matched } } } } } }`;
const list = (args, more = '') =>
  `{ datasets(${args}) { ${more} edges { cursor score node { id slug name } } } }`;
const searches = {
  'one word that all have': all('synthetic'),
  'two words that all have': all('synthetic dataset'),
  'one that all have, one that few have': all('synthetic Notaufnahme'),
  'one that few have': all('Notaufnahme'),
  'the beginning of a word that all have': all('synth'),
  'a part of a word that all have': all('thetic'),
  'a typing error': all('Notaufname'),
  'a typing error in a word that all have': all('synhtetic'),
  'twelve words': all(
    'synthetic dataset network number image register data university medicine covid study hospital',
  ),
  'all found, and how many of each type':
    '{ search(text: "synthetic", first: 1) { totalCount types { type count } } }',
  'datasets, one word': list('search: "synthetic"'),
  'datasets, two words': list('search: "synthetic dataset"'),
  'datasets, with a filter': list('search: "synthetic", filter: { slug: { contains: "77" } }'),
  'datasets, ordered by name': list('search: "synthetic", orderBy: [{ field: NAME }]'),
  'datasets, only their number': '{ datasets(search: "synthetic", first: 1) { totalCount } }',
  'datasets, a facet':
    '{ datasets(search: "synthetic", first: 1) { facets(by: [KIND]) { buckets { value count } } } }',
};

async function ask(url, query) {
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors, extensions } = await response.json();
  return {
    taken: performance.now() - begun,
    cost: extensions?.cost?.estimated,
    error: errors?.[0]?.message,
  };
}

async function main() {
  const unlimited = String(2 ** 31 - 1);
  const raised = { MAX_COST: unlimited, MAX_COST_PER_MINUTE: unlimited, DEADLINE_MS: '86400000' };
  const config = readConfig({ ...raised, PORT: '0', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' });
  if (Number(datasets) > 0) {
    await (await startApp(config)).stop();
    await addSynthetic(databaseUrl, Number(datasets));
  }
  const begun = performance.now();
  const app = await startApp(config);
  console.log(`start, with all that the index lacks: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  for (const [name, query] of Object.entries(searches)) {
    await ask(app.url, query);
    const answers = [];
    const before = process.cpuUsage();
    for (let times = 0; times < 5; times += 1) answers.push(await ask(app.url, query));
    const { user, system } = process.cpuUsage(before);
    const taken = answers.map((answer) => answer.taken).sort((a, b) => a - b);
    const { cost, error } = answers[0];
    console.log(
      `${name}: cost ${cost}, ${taken[0].toFixed(0)} to ${taken.at(-1).toFixed(0)} ms, processor ${((user + system) / 5000).toFixed(0)} ms${error ? `, ${error}` : ''}`,
    );
  }
  await app.stop();
}

void main().finally(() => rmSync(folder, { recursive: true }));
