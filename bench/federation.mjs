/**
 * What a query costs beside a neighbour: one for our own part, with nobody and with a neighbour linked in, and one that crosses to it (and back), all asked in turn. Run
 * `npm run build:server && node bench/federation.mjs [--database URL] [--seconds of each] [--connections n]`.
 * The neighbour (SYNTHETIC) answers at once, so that the hop itself is measured. Client, gateways and neighbour are processes of their own; the CPU time is that of the gateway alone.
 * One line per query: median and 95th percentile in milliseconds, CPU time per request, speed by CPU time against the first of the group, questions to the neighbour per request.
 * "a bare hop" is a bare node:http server that asks the neighbour by undici and does nothing else; by what it takes more than "a bare answer", a crossing query must take more than our part of it.
 * Answers are cached by nobody (RESPONSE_CACHE_MEMORY=0), as those that cross never are.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from './harness/processes.mjs';

const { Buffer, fetch, performance } = globalThis;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(os.tmpdir(), 'bench-'));
const text = { type: 'string' };
const { values: given } = parseArgs({
  options: { database: text, seconds: text, connections: text, profile: text },
});
const seconds = Number(given.seconds ?? 5);
const connections = Number(given.connections ?? 4);
const databaseUrl = given.database ?? `sqlite:${join(folder, 'catalogue.sqlite')}`;

const ours =
  'infrastructures(first: 14) { nodes { slug name participations(first: 2) { nodes { institution { slug name city } } } } }';
/** For each group, the first query is what the others are compared with. */
const groups = [
  [
    ['a bare answer', 'bare', null],
    ['a bare hop', 'bare', 'hop'],
  ],
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

const agent = new Agent({ keepAlive: true, maxSockets: connections });

/** `fetch` of the client would take more time than the gateway. */
function ask(url, query) {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (chunk) => (answer += chunk));
      response.on('end', () => (answer.includes('"errors"') ? reject(new Error(answer)) : resolve(answer)));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const median = (numbers, part = 0.5) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * part)];

/** Microseconds of CPU that the threads of a process have taken so far (Linux). */
const cpuOf = (pid) =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return sum + Number(nanoseconds) / 1_000;
  }, 0);

const requestsOfTurn = 100;
/** Turns before anything counts, as functions are compiled when they have run often enough. */
const turnsBefore = 10;

/** Asks the queries of a group in turn, so that what else the machine does meets all of them alike. */
async function measure(queries, apps) {
  const found = queries.map(() => ({ times: [], cpu: 0 }));
  const end = performance.now() + seconds * 1000 * queries.length;
  for (let round = -turnsBefore; round < 1 || performance.now() < end; round++)
    for (const [index, [, app, query]] of queries.entries()) {
      const { url, pid } = apps[app];
      const before = cpuOf(pid);
      let left = requestsOfTurn;
      const connection = async () => {
        while (left-- > 0) {
          const begin = performance.now();
          await ask(url, query);
          if (round >= 0) found[index].times.push(performance.now() - begin);
        }
      };
      await Promise.all(Array.from({ length: connections }, connection));
      if (round >= 0) found[index].cpu += cpuOf(pid) - before;
    }
  return found.map(({ times, cpu }) => ({
    p50: median(times),
    p95: median(times, 0.95),
    cpu: cpu / times.length,
  }));
}

async function main() {
  const node = process.execPath;
  const start = (script, env) => startServer({ node, script, env, root });
  const neighbour = await start(['bench/servers/neighbour.cjs'], {});
  const file = join(folder, 'subgraphs.yaml');
  writeFileSync(file, `subgraphs:\n  - name: machines\n    url: ${neighbour.url}/\n`);
  const usual = {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
    MAX_COST_PER_MINUTE: 'unlimited',
    RESPONSE_CACHE_MEMORY: '0',
  };
  const profiling = given.profile ? ['--cpu-prof', `--cpu-prof-dir=${given.profile}`] : [];
  const serve = (env, flags = []) =>
    start([...flags, '--max-semi-space-size=16', 'dist/src/commands/num-gateway.js', 'serve'], {
      ...usual,
      ...env,
    });
  const alone = await serve({});
  const linked = await serve(
    { SUBGRAPHS_FILE: file, SUBGRAPHS_KEPT_AT: join(folder, 'kept.json') },
    profiling,
  );
  const bare = await start(['bench/servers/bare-hop.cjs'], { NEIGHBOUR_URL: neighbour.url });
  const apps = { alone, linked, bare };
  const questions = async () => Number(await (await fetch(neighbour.url)).text());
  console.log(`${connections} connections, load ${os.loadavg()[0].toFixed(0)} on ${os.cpus().length} cores`);
  for (const queries of groups) {
    const measured = await measure(queries, apps);
    for (const [index, [name, app, query]] of queries.entries()) {
      const { p50, p95, cpu } = measured[index];
      const before = await questions();
      await ask(apps[app].url, query);
      const hops = (await questions()) - before;
      console.log(
        `${name.padEnd(34)} p50 ${p50.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms  CPU ${cpu.toFixed(0).padStart(6)} µs  speed by CPU × ${(measured[0].cpu / cpu).toFixed(2)}  ${hops} questions`,
      );
    }
  }
  for (const server of [...Object.values(apps), neighbour]) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

await main();
