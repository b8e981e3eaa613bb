/**
 * Finds out whether what clients make up fills the memory: so many requests, each unlike all others, and the memory of the server meanwhile.
 * Run `npm run build:server && node bench/soak.cjs [requests] [DATABASE_URL]`; 100,000 requests and the seeds in SQLite by default.
 * Each kind differs in something else: documents, literals, variables, names of operations, headers, documents that are refused, addresses.
 * The output is one line for each fiftieth of the requests, in MB, and the largest resident size in the end.
 */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const http = require('node:http');

const { Buffer } = globalThis;
const clients = 8;

const many = (count, part) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
const plain = 'query($slug: String!) { institution(by: { slug: $slug }) { name } }';

/** What is asked in its place; most are documents, which take the most. */
const kinds = [
  (i) => ({ query: `{ infrastructures(first: 2) { nodes { ${many(30, (k) => `a${i}_${k}: name`)} } } }` }),
  (i) => ({
    query: `{ ${many(15, (k) => `a${i}_${k}: institution(by: { slug: "marburg" }) { name slug }`)} }`,
  }),
  (i) => ({
    query: `{ ${many(8, (k) => `a${i}_${k}: institutions(first: ${k + 1}, filter: { slug: { eq: "x${i}" } }) { nodes { name } totalCount }`)} }`,
  }),
  (i) => ({
    query: `query Q${i} { infrastructures { nodes { links(first: 5) { nodes { a${i}: from { name slug ... on Institution { kind } } } } } } }`,
  }),
  (i) => ({ query: plain, variables: { slug: `x${i}` } }),
  (i) => ({
    query:
      'query($first: Int, $filter: InstitutionFilter) { institutions(first: $first, filter: $filter) { nodes { name } totalCount } }',
    variables: { first: 1 + (i % 100), filter: { slug: { eq: `x${i}` } } },
  }),
  (i) => ({ query: `query Name${i} { institution(by: { slug: "marburg" }) { name } }` }),
  (i) => ({
    query: plain,
    variables: { slug: 'marburg' },
    headers: {
      'accept-language': `de;q=0.${i}`,
      'accept-encoding': `x${i}`,
      'x-request-id': `r${i}`,
      origin: `https://o${i}.example.org`,
      'user-agent': `u${i}`,
    },
  }),
  (i) => ({ query: plain, variables: { slug: 'marburg' }, headers: { authorization: `Bearer ${i}` } }),
  (i) => ({ query: `{ a${i} b${i}: ${'c'.repeat(500)} }` }),
  (i) => ({ query: `{ ${i} `, headers: { accept: `application/json;v=${i}` } }),
  (i) => ({ path: `/institutions/x${i}` }),
];

function ask(url, agent, { query, variables, headers, path = '/graphql' }) {
  const body = query === undefined ? '' : JSON.stringify({ query, variables });
  const request = http.request(`${url}${path}`, {
    method: body ? 'POST' : 'GET',
    agent,
    headers: {
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...headers,
    },
  });
  return new Promise((resolve, reject) => {
    request.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode)));
    request.on('error', reject);
    request.end(body);
  });
}

async function main() {
  const count = Number(process.argv[2] ?? 100_000);
  const server = fork(require.resolve('./soak.cjs'), ['serve', process.argv[3] ?? 'sqlite::memory:'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // As `npm start` starts it.
    execArgv: ['--max-semi-space-size=16'],
  });
  const died = once(server, 'exit').then(([code, signal]) => {
    throw new Error(`The server died: ${code ?? signal}.`);
  });
  died.catch(() => undefined);
  const [url] = await Promise.race([once(server, 'message'), died]);
  const memory = async () => {
    server.send('memory');
    const [{ rss, heapUsed, external }] = await once(server, 'message');
    return { rss, line: [rss, heapUsed, external].map((bytes) => Math.round(bytes / 1e6)).join('  ') };
  };
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const begin = Date.now();
  const statuses = {};
  let [next, largest] = [0, 0];
  console.log('requests  seconds  resident  heap  outside');
  const say = async () => {
    const { rss, line } = await memory();
    largest = Math.max(largest, rss);
    console.log(`${next}  ${Math.round((Date.now() - begin) / 1000)}  ${line}`);
  };
  await say();
  const every = Math.ceil(count / 50);
  while (next < count) {
    const end = Math.min(count, next + every);
    const client = async () => {
      while (next < end) {
        const i = (next += 1);
        const status = await ask(url, agent, kinds[i % kinds.length](i));
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    await Promise.race([Promise.all(Array.from({ length: clients }, client)), died]);
    await say();
  }
  console.log(`largest resident size: ${Math.round(largest / 1e6)} MB; statuses ${JSON.stringify(statuses)}`);
  server.kill();
  process.exit();
}

async function serve() {
  require('../dist/src/commands/heap.js');
  require('reflect-metadata');
  const { startApp } = require('../dist/src/app.js');
  const { readConfig } = require('../dist/src/config/index.js');
  const app = await startApp(
    readConfig({
      PORT: '0',
      DATABASE_URL: process.argv[3],
      LOG_LEVEL: 'silent',
      MAX_COST_PER_MINUTE: String(2 ** 31 - 1),
    }),
  );
  process.on('message', () => process.send(process.memoryUsage()));
  process.send(app.url);
}

void (process.argv[2] === 'serve' ? serve() : main());
