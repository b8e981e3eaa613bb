/**
 * Finds out how long a table takes and how much memory: run `npm run build:server && node bench/tables.cjs DATABASE_URL`
 * on a database that `node bench/costliest-queries.cjs DATABASE_URL` has filled with 100,000 SYNTHETIC datasets.
 * The output is one line per format: records, megabytes, time to the first byte, time in all, largest memory of the gateway.
 */
const { performance } = require('node:perf_hooks');
require('reflect-metadata');
const { startApp } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config/index.js');

const [databaseUrl] = process.argv.slice(2);
const { fetch, setInterval, clearInterval, URLSearchParams } = globalThis;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

const tables = {
  'five values': '{ datasets { nodes { id slug name kind modifiedAt } } }',
  'with nested lists':
    '{ datasets { nodes { slug name infrastructures(first: 5) { nodes { acronym } } evidence { quotation citedFrom { title } } } } }',
  'ordered by name': '{ datasets(orderBy: [{ field: NAME }]) { nodes { id slug name kind modifiedAt } } }',
};

async function measure(url, query, format) {
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss)), 50);
  const begun = performance.now();
  const response = await fetch(`${url}/graphql?${new URLSearchParams({ query, format })}`);
  let [first, bytes] = [0, 0];
  for await (const piece of response.body) {
    first ||= performance.now() - begun;
    bytes += piece.length;
  }
  clearInterval(watch);
  return {
    records: response.headers.get('x-total-count'),
    bytes,
    first,
    all: performance.now() - begun,
    memory,
  };
}

async function main() {
  const unlimited = String(2 ** 31 - 1);
  const environment = { MAX_TABLE_COST_PER_MINUTE: unlimited, MAX_TABLE_RECORDS: '1000000' };
  const app = await startApp(
    readConfig({ ...environment, PORT: '0', DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn' }),
  );
  for (const [name, query] of Object.entries(tables)) {
    for (const format of ['csv', 'ndjson', 'xlsx']) {
      const { records, bytes, first, all, memory } = await measure(app.url, query, format);
      const times = `first byte ${first.toFixed(0)} ms, all ${(all / 1000).toFixed(1)} s`;
      console.log(
        `${name} as ${format}: ${records} records, ${megabytes(bytes)}, ${times}, ${megabytes(memory)} of memory`,
      );
    }
  }
  await app.stop();
}

void main();
