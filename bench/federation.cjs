/**
 * What a query costs beside a neighbour: one for our own part, with nobody and with a neighbour linked in, and one that crosses to it (and back), all asked in turn. Run
 * `npm run build:server && node bench/federation.cjs [DATABASE_URL] [seconds for each]`.
 * The neighbour (SYNTHETIC) answers at once, so that the hop itself is measured. Client, gateway and neighbour are one process, so its CPU time has all three in it.
 * One line per query: median and 95th percentile in milliseconds, CPU time of the process, speed by CPU time against the first of the group, questions to the neighbour, statements of ours.
 * Answers are cached by nobody (RESPONSE_CACHE_MEMORY=0), as those that cross never are.
 */
require('reflect-metadata');
const { performance } = require('node:perf_hooks');
const { createServer } = require('node:http');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { startApp } = require('../dist/src/app.js');
const { readConfig } = require('../dist/src/config/index.js');

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [databaseUrl = `sqlite:${join(folder, 'catalogue.sqlite')}`, seconds = '5'] = process.argv.slice(2);
const { fetch } = globalThis;

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Infrastructure @key(fields: "slug") { slug: String! machines: [Machine!] }
  type Machine @key(fields: "id") { id: ID! site: Institution }
  type Institution @key(fields: "slug") { slug: String! beds: Int }`;

let asked = 0;

/** A neighbour that knows two machines of each infrastructure. */
function answer(body) {
  const { query, variables } = JSON.parse(body);
  if (query.includes('_service')) return { _service: { sdl } };
  asked += 1;
  const machine = (id, slug) => ({ __typename: 'Machine', id, site: { __typename: 'Institution', slug } });
  return {
    _entities: variables.representations.map(({ __typename, slug }) =>
      __typename === 'Institution'
        ? { __typename, beds: slug.length }
        : { __typename, machines: [machine(`${slug}-1`, 'marburg'), machine(`${slug}-2`, 'giessen')] },
    ),
  };
}

const neighbour = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: answer(body) })),
  );
});

const ours =
  'infrastructures(first: 14) { nodes { slug name participations(first: 2) { nodes { institution { slug name city } } } } }';
/** For each group, the first query is what the others are compared with. */
const groups = [
  [
    ['ours, nobody linked in', 'alone', `{ ${ours} }`],
    ['ours, a neighbour linked in', 'linked', `{ ${ours} }`],
    ['ours → theirs', 'linked', '{ infrastructures(first: 14) { nodes { slug name machines { id } } } }'],
    [
      'ours → theirs → ours',
      'linked',
      '{ infrastructures(first: 14) { nodes { slug name machines { site { slug name city } } } } }',
    ],
  ],
  [
    ['50 sites', 'alone', '{ institutions(first: 50) { nodes { slug name city } } }'],
    ['50 sites, a neighbour linked in', 'linked', '{ institutions(first: 50) { nodes { slug name city } } }'],
    [
      '50 sites with one field of theirs',
      'linked',
      '{ institutions(first: 50) { nodes { slug name city beds } } }',
    ],
  ],
];

async function ask(url, query) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
}

const median = (numbers, part = 0.5) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * part)];

/** Asks the queries of a group in turn, so that what else the machine does meets all of them alike. */
async function measure(queries, apps) {
  const found = queries.map(() => ({ times: [], cpu: 0 }));
  const end = performance.now() + Number(seconds) * 1000 * queries.length;
  for (let round = -3; round < 0 || performance.now() < end; round++)
    for (const [index, [, app, query]] of queries.entries()) {
      const before = process.cpuUsage();
      for (let nth = 0; nth < 20; nth++) {
        const begin = performance.now();
        await ask(apps[app].url, query);
        if (round >= 0) found[index].times.push(performance.now() - begin);
      }
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) found[index].cpu += user + system;
    }
  return found.map(({ times, cpu }) => ({
    p50: median(times),
    p95: median(times, 0.95),
    cpu: cpu / times.length,
  }));
}

const statements = async ({ metricsUrl }) => {
  const text = await (await fetch(metricsUrl)).text();
  const [, count = '0'] = /_statement\w*_count(?:\{[^}]*\})? (\d+)/.exec(text) ?? [];
  return Number(count);
};

async function main() {
  await new Promise((resolve) => neighbour.listen(0, '127.0.0.1', resolve));
  const file = join(folder, 'subgraphs.yaml');
  writeFileSync(
    file,
    `subgraphs:\n  - name: machines\n    url: http://127.0.0.1:${neighbour.address().port}/\n`,
  );
  const usual = {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    MAX_COST_PER_MINUTE: String(2 ** 31 - 1),
    RESPONSE_CACHE_MEMORY: '0',
  };
  const alone = await startApp(readConfig(usual));
  const kept = { SUBGRAPHS_FILE: file, SUBGRAPHS_KEPT_AT: join(folder, 'kept.json') };
  const linked = await startApp(readConfig({ ...usual, ...kept }));
  const apps = { alone, linked };
  for (const queries of groups) {
    const measured = await measure(queries, apps);
    for (const [index, [name, app, query]] of queries.entries()) {
      const { p50, p95, cpu } = measured[index];
      const before = { asked, statements: await statements(apps[app]) };
      await ask(apps[app].url, query);
      const hops = asked - before.asked;
      const read = (await statements(apps[app])) - before.statements;
      console.log(
        `${name.padEnd(34)} p50 ${p50.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms  CPU ${cpu.toFixed(0).padStart(6)} µs  speed by CPU × ${(measured[0].cpu / cpu).toFixed(2)}  ${hops} questions, ${read} statements`,
      );
    }
  }
  await Promise.all([alone.stop(), linked.stop()]);
  neighbour.close();
  neighbour.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

void main();
