/**
 * Finds out what a page costs beside the queries behind it, and how long pages take under load:
 * run `npm run build && node bench/pages.cjs [DATABASE_URL] [rounds]`. Without an address, the seeds are read into a new SQLite file.
 * The server is a process of its own. First it keeps no answers: each page and the queries to which it links are asked in turn, one at a time, and
 * the processor time of the server for each is compared, which other work on the machine changes little. Then 16 connections ask for pages of all
 * kinds at once, without and with the cache of answers. SQLite runs within the server, PostgreSQL does not.
 */
const { Buffer } = require('node:buffer');
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { Agent, get } = require('node:http');
const os = require('node:os');
const { performance } = require('node:perf_hooks');

const pages = [
  '/',
  '/datasets',
  '/institutions',
  '/participations',
  '/infrastructures/racoon',
  '/institutions/marburg',
  '/datasets/gecco',
  '/datasets/rki-notaufnahmesurveillance',
  '/participations/marburg/racoon/participates',
  '/search?q=register',
  '/search?q=covid-19&type=DATASET',
  '/disputes',
  '/map?show=infrastructures/racoon&on=2024-06-01',
  '/network?of=institutions/marburg',
  '/timeline',
  '/matrix?on=2024-06-01',
  '/coverage?infrastructure=racoon&state=HESSE',
  '/money',
  '/compare?a=institutions/marburg&b=institutions/giessen',
];

const connections = 16;
/** How often each page is asked for before, and in each round. */
const warmUps = 6;
const each = 10;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

/** What a path answers to a browser, or to a program. */
function ask(url, path, accept) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(`${url}${path}`, { agent, headers: { accept, 'accept-language': 'en' } }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        if (response.statusCode !== 200)
          reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 200)}`));
        resolve({ text, taken: performance.now() - begun });
      });
    }).on('error', reject);
  });
}

const asBrowser = (url, path) => ask(url, path, 'text/html');
const asProgram = (url, path) => ask(url, path, 'application/json');

/** The queries to which a page links. */
const queriesOf = (html) =>
  [...html.matchAll(/<a class="query" href="([^"]*)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'));

const middle = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
const part = (numbers, share) =>
  [...numbers].sort((one, other) => one - other)[
    Math.min(numbers.length - 1, Math.floor(numbers.length * share))
  ];
const written = (number) => number.toFixed(2).padStart(7);

/** The processor time that a server has taken, in milliseconds. */
async function cpuOf(server) {
  server.send('cpu');
  const [taken] = await once(server, 'message');
  return taken;
}

/** The processor time for one call of a function, and its time by the clock. */
async function measured(server, times, work) {
  const before = await cpuOf(server);
  const taken = [];
  for (let count = 0; count < times; count += 1) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return { cpu: ((await cpuOf(server)) - before) / times, clock: middle(taken) };
}

async function open(databaseUrl, environment) {
  const env = { ...process.env, NODE_ENV: 'production', BENCH_DATABASE: databaseUrl, ...environment };
  const server = fork(require.resolve('./pages.cjs'), ['serve'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  });
  const [url] = await once(server, 'message');
  return { server, url };
}

async function compare(databaseUrl, count) {
  const { server, url } = await open(databaseUrl, { RESPONSE_CACHE_MEMORY: '0' });
  console.log('page: processor time of page and queries, ratio; by the clock, ratio; bytes');
  const ratios = [];
  // Code that has run often is compiled: what comes first would seem slow.
  for (let times = 0; times < warmUps; times += 1)
    for (const path of pages)
      for (const query of queriesOf((await asBrowser(url, path)).text)) await asProgram(url, query);
  for (const path of pages) {
    const { text } = await asBrowser(url, path);
    const queries = queriesOf(text);
    const page = () => asBrowser(url, path);
    const behind = () => Promise.all(queries.map((query) => asProgram(url, query)));
    const rounds = [];
    for (let round = 0; round < count; round += 1)
      rounds.push({
        page: await measured(server, each, page),
        queries: await measured(server, each, behind),
      });
    const typical = (of, what) => middle(rounds.map((round) => round[of][what]));
    const [cpu, cpuOfQueries] = [typical('page', 'cpu'), typical('queries', 'cpu')];
    const [clock, clockOfQueries] = [typical('page', 'clock'), typical('queries', 'clock')];
    ratios.push(cpu / cpuOfQueries);
    console.log(
      `${written(cpu)} ${written(cpuOfQueries)} ${written(cpu / cpuOfQueries)}  ${written(clock)} ${written(clockOfQueries)} ${written(clock / clockOfQueries)}  ${String(text.length).padStart(7)}  ${path}`,
    );
  }
  console.log(
    `ratio of processor time: median ${middle(ratios).toFixed(2)}, largest ${Math.max(...ratios).toFixed(2)}`,
  );
  server.kill();
}

async function load(databaseUrl, name, environment, milliseconds) {
  const { server, url } = await open(databaseUrl, environment);
  for (const path of pages) await asBrowser(url, path);
  const taken = [];
  const end = performance.now() + milliseconds;
  let next = 0;
  const before = await cpuOf(server);
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const path = pages[(next += 1) % pages.length];
        taken.push((await asBrowser(url, path)).taken);
      }
    }),
  );
  const cpu = ((await cpuOf(server)) - before) / taken.length;
  console.log(
    `${name}, ${connections} connections: ${taken.length} pages, p50 ${part(taken, 0.5).toFixed(1)}, p99 ${part(taken, 0.99).toFixed(1)} ms, processor ${cpu.toFixed(2)} ms a page`,
  );
  server.kill();
}

async function main() {
  const [databaseUrl = 'sqlite::memory:', rounds = '7'] = process.argv.slice(2);
  const average = () => os.loadavg()[0].toFixed(1);
  console.log(
    `load of the machine ${average()}, ${os.cpus().length} cores, Node ${process.version}; milliseconds`,
  );
  await compare(databaseUrl, Number(rounds));
  // On a machine with few cores, the load must not take the time of the server.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  await load(databaseUrl, 'without the cache of answers', { RESPONSE_CACHE_MEMORY: '0' }, 10_000);
  await load(databaseUrl, 'with it', {}, 10_000);
  console.log(`load of the machine ${average()}`);
  agent.destroy();
}

async function serve() {
  require('reflect-metadata');
  const { startApp } = require('../dist/src/app.js');
  const { readConfig } = require('../dist/src/config/index.js');
  const unlimited = String(2 ** 31 - 1);
  const app = await startApp(
    readConfig({
      PORT: '0',
      DATABASE_URL: process.env.BENCH_DATABASE,
      LOG_LEVEL: 'silent',
      MAX_COST_PER_MINUTE: unlimited,
      ...(process.env.RESPONSE_CACHE_MEMORY && { RESPONSE_CACHE_MEMORY: process.env.RESPONSE_CACHE_MEMORY }),
    }),
  );
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send((user + system) / 1_000);
  });
  process.send(app.url);
}

if (process.argv[2] === 'serve') {
  // Who was started ends with who started it.
  process.on('disconnect', () => process.exit());
  void serve();
} else void main();
