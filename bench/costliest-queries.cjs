/**
 * Finds out what the costliest queries take: run `npm run build:server && node bench/costliest-queries.cjs [DATABASE_URL] [datasets] [names]`.
 * The queries are derived from the schema (costliest/derive.cjs), so that none is forgotten, with some that multiply what one costs
 * (costliest/by-hand.cjs); `names` is a regular expression that chooses some. A database that holds the datasets already is used as it is.
 * The datasets beyond the seeds are SYNTHETIC, made for measurements only: see synthetic.cjs.
 *
 * Each query is asked twice with nothing kept; the better time counts. Milliseconds are those of the CPU: of this process, and of the server
 * processes of a PostgreSQL on this machine; of another one the time until the answer. "At the limit" is what as many of the query take as
 * MAX_COST accepts, at most as many as MAX_ALIASES. The output is a table, the worst first; the exit code is 1 where one is over the bound.
 */
require('reflect-metadata');
const { performance } = require('node:perf_hooks');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { setTimeout: pause } = require('node:timers/promises');
const { join } = require('node:path');
const { Client } = require('pg');
const { startApp } = require('../dist/src/app.js');
const { registry } = require('../dist/src/registry.js');
const { readConfig } = require('../dist/src/config/index.js');
const { catalogueSubgraph } = require('../dist/src/federation/catalogue-subgraph.js');
const { byHand } = require('./costliest/by-hand.cjs');
const { derive } = require('./costliest/derive.cjs');
const { addSynthetic } = require('./synthetic.cjs');

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [databaseUrl = `sqlite:${join(folder, 'catalogue.sqlite')}`, datasets = '100000', names = ''] =
  process.argv.slice(2);
const unlimited = String(2 ** 31 - 1);
const { fetch } = globalThis;

/** Milliseconds of a core that what is accepted may take. */
const bound = 1_000;
/** Rows of the table. */
const shown = 60;
/** Milliseconds of a query in which it is not told from the work around it. */
const noise = 3;

const post = async (url, body) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
};

/** What is not answered in that time is told like what is refused. */
const patience = 60_000;

const withPatience = (answer) =>
  Promise.race([
    answer,
    pause(
      patience,
      { errors: [{ message: `no answer within ${patience / 1_000} seconds` }] },
      { ref: false },
    ),
  ]);

/** Milliseconds of CPU so far; null of a server that is not on this machine. */
async function serverCpu() {
  if (!databaseUrl.startsWith('postgres')) return () => 0;
  const client = new Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
  );
  await client.end();
  const ofProcess = (pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  const read = () => rows.reduce((sum, { pid }) => sum + quiet(() => ofProcess(pid)), 0);
  return read() > 0 ? read : null;
}

/** A backend that has ended has done nothing since. */
function quiet(read) {
  try {
    return read();
  } catch {
    return 0;
  }
}

async function timed(url, body) {
  const server = await serverCpu();
  const [begun, own, theirs] = [performance.now(), process.cpuUsage(), server?.() ?? 0];
  const { errors, extensions } = await withPatience(post(url, body));
  const { user, system } = process.cpuUsage(own);
  const taken = server ? (user + system) / 1_000 + server() - theirs : performance.now() - begun;
  return { taken, cost: extensions?.cost?.estimated ?? 0, error: errors?.[0]?.message };
}

async function measure(url, { name, query, cursor }) {
  let variables = {};
  if (cursor) variables = { cursor: endCursorIn((await post(url, { query: cursor })).data) };
  const first = await timed(url, { query, variables });
  if (first.error) return { ...first, name };
  const second = await timed(url, { query, variables });
  return { ...second, name, taken: Math.min(first.taken, second.taken) };
}

/** The first cursor in an answer. */
function endCursorIn(value) {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof value.endCursor === 'string') return value.endCursor;
  return Object.values(value)
    .map(endCursorIn)
    .find((found) => found !== undefined);
}

/** How long as many take as are accepted; what is not accepted once, as much less of it as is. */
function atTheLimit({ taken, cost }, limits) {
  const times = Math.min(limits.cost / Math.max(cost, 1), limits.aliases);
  return Math.max(0, taken - noise) * times;
}

async function open(environment) {
  const config = readConfig({ ...environment, PORT: '0', DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' });
  // The first start makes the tables, the second counts the records.
  let app = await startApp(config);
  const { data } = await post(app.url, { query: '{ datasets { totalCount } }' });
  await app.stop();
  if (data.datasets.totalCount < Number(datasets)) await addSynthetic(databaseUrl, Number(datasets));
  app = await startApp(config);
  return app;
}

async function main() {
  const raised = ['MAX_COST', 'MAX_ROWS', 'MAX_FIELDS', 'MAX_TOKENS', 'MAX_ANSWER_BYTES'];
  const more = ['MAX_COST_PER_MINUTE', 'MAX_LIST_ITEMS', 'MAX_BODY_BYTES', 'MAX_ROOT_FIELDS', 'MAX_DEPTH'];
  const nothingKept = ['ROW_CACHE_MEMORY', 'RESPONSE_CACHE_MEMORY', 'OPERATION_CACHE_MEMORY'];
  const { limits } = readConfig({});
  const app = await open({
    ...Object.fromEntries([...raised, ...more].map((name) => [name, unlimited])),
    // Longer than is waited for, so that what a query takes is seen and not its end.
    DEADLINE_MS: '70000',
    ...Object.fromEntries(nothingKept.map((name) => [name, '0'])),
  });
  const { schema } = await catalogueSubgraph(registry);
  const chosen = [...byHand, ...derive(schema)].filter(({ name }) => new RegExp(names).test(name));
  const measured = [];
  for (const [index, shape] of chosen.entries()) {
    if (index % 100 === 0) process.stderr.write(`${index} of ${chosen.length}\n`);
    measured.push(await measure(app.url, shape));
  }
  await app.stop();
  process.exitCode = report(measured, limits);
}

function report(measured, limits) {
  const failed = measured.filter(({ error }) => error);
  const rows = measured
    .filter(({ error }) => !error)
    .map((each) => ({ ...each, limit: atTheLimit(each, limits) }))
    .sort((one, other) => other.limit - one.limit);
  const over = rows.filter(({ limit }) => limit > bound);
  console.log('| query | cost | ms | ms for 1,000 | at the limit | |\n| --- | --- | --- | --- | --- | --- |');
  for (const { name, cost, taken, limit } of rows.slice(0, Math.max(shown, over.length)))
    console.log(
      `| ${name.replaceAll('|', '/')} | ${cost} | ${taken.toFixed(0)} | ${((taken / Math.max(cost, 1)) * 1_000).toFixed(0)} | ${limit.toFixed(0)} | ${limit > bound ? 'over' : ''} |`,
    );
  for (const { name, error } of failed) console.log(`- ${name}: ${error}`);
  console.log(
    `${rows.length} queries, ${over.length} of them over ${bound} ms at the limit, ${failed.length} refused or failed.`,
  );
  return over.length > 0 ? 1 : 0;
}

void main().finally(() => rmSync(folder, { recursive: true }));
