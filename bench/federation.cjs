/**
 * How long a query takes that crosses to a subgraph of others and back, as a ratio to the same query without: run
 * `npm run build:server && node bench/federation.cjs [DATABASE_URL] [seconds]`.
 * Three hops: our infrastructures → their machines (SYNTHETIC) → our institutions. The neighbour answers at once, so that the hop itself is measured.
 * The output is one line per query: median and 95th percentile in milliseconds, ratio to the first, questions to the neighbour, statements of ours.
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
  type Institution @key(fields: "slug") { slug: String! }`;

let asked = 0;

/** A neighbour that knows two machines of each infrastructure. */
function answer(body) {
  const { query, variables } = JSON.parse(body);
  if (query.includes('_service')) return { _service: { sdl } };
  asked += 1;
  const machine = (id, slug) => ({ __typename: 'Machine', id, site: { __typename: 'Institution', slug } });
  return {
    _entities: variables.representations.map(({ slug }) => ({
      __typename: 'Infrastructure',
      machines: [machine(`${slug}-1`, 'marburg'), machine(`${slug}-2`, 'giessen')],
    })),
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
const queries = [
  ['ours, nobody linked in', `{ ${ours} }`],
  ['ours, a neighbour linked in', `{ ${ours} }`],
  ['ours → theirs', '{ infrastructures(first: 14) { nodes { slug name machines { id } } } }'],
  [
    'ours → theirs → ours',
    '{ infrastructures(first: 14) { nodes { slug name machines { site { slug name city } } } } }',
  ],
];

async function measure(url, query) {
  const times = [];
  const end = performance.now() + Number(seconds) * 1000;
  for (let warm = -20; warm < 0 || performance.now() < end; warm++) {
    const begin = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    if (warm >= 0) times.push(performance.now() - begin);
  }
  times.sort((one, other) => one - other);
  return { p50: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
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
  };
  const alone = await startApp(readConfig(usual));
  const kept = { SUBGRAPHS_FILE: file, SUBGRAPHS_KEPT_AT: join(folder, 'kept.json') };
  const linked = await startApp(readConfig({ ...usual, ...kept }));
  let first;
  for (const [index, [name, query]] of queries.entries()) {
    const app = index === 0 ? alone : linked;
    const { p50, p95 } = await measure(app.url, query);
    first ??= p50;
    const before = { asked, statements: await statements(app) };
    await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const hops = asked - before.asked;
    const read = (await statements(app)) - before.statements;
    console.log(
      `${name.padEnd(28)} p50 ${p50.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms  × ${(p50 / first).toFixed(2)}  ${hops} questions, ${read} statements`,
    );
  }
  await Promise.all([alone.stop(), linked.stop()]);
  neighbour.close();
  neighbour.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

void main();
