/**
 * Finds out how fast hostile requests are refused, one at a time and as a flood, and how long /healthz is silent meanwhile:
 * run `npm run build:server && node bench/refusals.cjs [connections]`.
 * The output is one line per kind: status and code, median and longest refusal, longest silence of /healthz; in milliseconds.
 */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { performance } = require('node:perf_hooks');
const { setTimeout: pause } = require('node:timers/promises');

const { fetch } = globalThis;
const times = (count, part) => Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nested = (levels) =>
  levels === 0
    ? 'nodes { id }'
    : `nodes { links(first: 100) { nodes { from { ... on Institution { participations(first: 100) { ${nested(levels - 1)} } } } } } }`;
const kinds = {
  'nested lists': `{ institutions(first: 100) { ${nested(2)} } }`,
  '5,000 aliases (77 kB)': `{ ${times(5_000, (i) => `a${i}: __typename`)} }`,
  'overlapping fields (80 kB)': `{ institutions { nodes { ${times(13_000, () => 'slug')} } } }`,
  'a bomb of 25 doublings': `{ ...F0 } ${times(25, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F25 on Query { __typename }`,
  'a mesh of 150 fragments': `{ ...F0 } ${times(150, (i) => `fragment F${i} on Query { ${[1, 2, 3].map((step) => `...F${Math.min(i + step, 150)}`).join(' ')} }`)} fragment F150 on Query { __typename }`,
  '33 levels of JSON': { depth: 40 },
  'a body of 200 kB': `{ ${'a'.repeat(200_000)} }`,
};

const bodyOf = (kind) =>
  typeof kind === 'string'
    ? JSON.stringify({ query: kind })
    : `{"query":"{ __typename }","variables":${'{"a":'.repeat(kind.depth)}1${'}'.repeat(kind.depth)}}`;

async function refuse(url, body) {
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const answer = await response.json();
  return {
    taken: performance.now() - begun,
    status: response.status,
    code: answer.errors?.[0]?.extensions?.code,
  };
}

async function flood(url, body, connections, milliseconds) {
  const taken = [];
  let [silence, over] = [0, false];
  const watch = (async () => {
    while (!over) {
      const asked = performance.now();
      await (await fetch(`${url}/healthz`)).text();
      silence = Math.max(silence, performance.now() - asked);
      await pause(5);
    }
  })();
  const end = performance.now() + milliseconds;
  let last;
  const clients = Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      last = await refuse(url, body);
      taken.push(last.taken);
    }
  });
  await Promise.all(clients);
  over = true;
  await watch;
  taken.sort((one, other) => one - other);
  return { ...last, median: taken[taken.length >> 1], longest: taken.at(-1), silence, count: taken.length };
}

async function main() {
  const connections = Number(process.argv[2] ?? 1);
  const server = fork(require.resolve('./refusals.cjs'), ['serve'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [url] = await once(server, 'message');
  for (const [name, kind] of Object.entries(kinds)) {
    await flood(url, bodyOf(kind), 1, 300);
    const { status, code, median, longest, silence, count } = await flood(
      url,
      bodyOf(kind),
      connections,
      3_000,
    );
    console.log(
      `${name}: ${status} ${code}, ${count} refused, median ${median.toFixed(1)}, longest ${longest.toFixed(0)}, /healthz ${silence.toFixed(0)}`,
    );
  }
  server.kill();
}

async function serve() {
  require('reflect-metadata');
  const { startApp } = require('../dist/src/app.js');
  const { readConfig } = require('../dist/src/config/index.js');
  const unlimited = String(2 ** 31 - 1);
  const app = await startApp(
    readConfig({
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      LOG_LEVEL: 'silent',
      MAX_COST_PER_MINUTE: unlimited,
    }),
  );
  process.send(app.url);
}

void (process.argv[2] === 'serve' ? serve() : main());
