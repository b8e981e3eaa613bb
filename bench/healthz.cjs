/**
 * Finds out how long /healthz is silent while many clients ask at once what takes long in one piece:
 * run `npm run build:server && node bench/healthz.cjs [seconds]`. The server is a process of its own, and keeps no answers.
 * The output is one line for each flood: how many were answered, with which statuses, the median time of an answer, and the longest silence of
 * /healthz; in milliseconds.
 */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const os = require('node:os');
const { performance } = require('node:perf_hooks');
const { setTimeout: pause } = require('node:timers/promises');
const { getIntrospectionQuery, parse, print } = require('graphql');

const { fetch } = globalThis;
const times = (count, part) => Array.from({ length: count }, (_, i) => part(i)).join(' ');

/** The selection of `__schema`, and the fragments that it uses. */
const document = parse(getIntrospectionQuery());
const [operation, ...others] = document.definitions;
const selection = print(operation.selectionSet.selections[0].selectionSet);
const fragments = others.map(print).join(' ');
const schemas = (count, n) =>
  `query Q${n} { ${times(count, (i) => `s${i}_${n}: __schema ${selection}`)} } ${fragments}`;

/** What each client asks, never the same twice where `n` stands in it. */
const floods = {
  'two descriptions of the schema, 40 clients': { clients: 40, query: (n) => schemas(2, n) },
  'two descriptions of the schema, 100 clients': { clients: 100, query: (n) => schemas(2, n) },
  'three descriptions of the schema, which are refused, 100 clients': {
    clients: 100,
    query: (n) => schemas(3, n),
  },
  'documents with 300 fields that overlap, 100 clients': {
    clients: 100,
    query: (n) => `query Q${n} { institutions(first: 1) { nodes { ${times(150, () => 'slug name')} } } }`,
  },
  'documents with 2,000 tokens, 100 clients': {
    clients: 100,
    query: (n) =>
      `query Q${n} { ${times(450, () => '__typename')} ${times(19, (i) => `i${i}: __typename`)} }`,
  },
  'large answers, each another, 100 clients': {
    clients: 100,
    query: (n) =>
      `query Q${n} { institutions(first: 100) { nodes { ${times(30, (i) => `n${i}: name`)} slug } } }`,
  },
  'one large answer that all wait for, 100 clients': {
    clients: 100,
    query: () => `{ institutions(first: 100) { nodes { ${times(40, (i) => `n${i}: name`)} slug } } }`,
  },
  'what cannot be parsed, 100 clients': { clients: 100, query: (n) => `{ ${'a '.repeat(1_900)} ${n}` },
};

async function ask(url, query) {
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await response.arrayBuffer();
  return { taken: performance.now() - begun, status: response.status };
}

/** A process of its own looks at /healthz, as this one is busy with the answers. */
async function watch() {
  const url = process.argv[3];
  let silence = 0;
  process.on('message', () => {
    process.send(silence);
    silence = 0;
  });
  process.send('ready');
  for (;;) {
    const asked = performance.now();
    await (await fetch(`${url}/healthz`)).text();
    silence = Math.max(silence, performance.now() - asked);
    await pause(5);
  }
}

async function flood(url, watcher, { clients, query }, milliseconds) {
  const answers = [];
  let n = 0;
  const end = performance.now() + milliseconds;
  watcher.send('begin');
  await once(watcher, 'message');
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) answers.push(await ask(url, query((n += 1))));
    }),
  );
  watcher.send('end');
  const [silence] = await once(watcher, 'message');
  const taken = answers.map((each) => each.taken).sort((one, other) => one - other);
  const statuses = [...new Set(answers.map(({ status }) => status))].sort().join(' ');
  return { count: answers.length, statuses, median: taken[taken.length >> 1] ?? 0, silence };
}

async function main() {
  const milliseconds = Number(process.argv[2] ?? 5) * 1_000;
  const server = fork(require.resolve('./healthz.cjs'), ['serve'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [url] = await once(server, 'message');
  const watcher = fork(require.resolve('./healthz.cjs'), ['watch', url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(watcher, 'message');
  // On a machine with few cores, the load must not take the time of those that are measured.
  os.setPriority(os.constants.priority.PRIORITY_LOW);
  for (const [name, kind] of Object.entries(floods)) {
    await ask(url, kind.query(0));
    const { count, statuses, median, silence } = await flood(url, watcher, kind, milliseconds);
    console.log(
      `${name}: ${count} answered with ${statuses}, median ${median.toFixed(0)}, /healthz ${silence.toFixed(0)}`,
    );
  }
  watcher.kill();
  server.kill();
}

async function serve() {
  require('reflect-metadata');
  const { startApp } = require('../dist/src/app.js');
  const { readConfig } = require('../dist/src/config/index.js');
  const app = await startApp(
    readConfig({
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      LOG_LEVEL: 'silent',
      MAX_COST_PER_MINUTE: String(2 ** 31 - 1),
      RESPONSE_CACHE_MEMORY: '0',
    }),
  );
  process.send(app.url);
}

// Who was started ends with who started it.
process.on('disconnect', () => process.exit());
const roles = { serve, watch };
void (roles[process.argv[2]] ?? main)();
