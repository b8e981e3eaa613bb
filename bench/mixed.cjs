/**
 * What small writes cost: the seven queries of the benchmark in one mixed stream, with nobody writing and with one small write a second, in turn.
 * npm run build:server && node bench/mixed.cjs [--size 10000] [--database <url>] [--write <type>] [--seconds 5] [--rounds 3] [--dist <folder>]
 *
 * Without --database, an SQLite file of that size is made and removed. A write stores one record of a class as it is; with each write it is
 * the turn of the next class, unless --write names one. It is done by another process than the gateway's, as an import is.
 */
const { spawn } = require('node:child_process');
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { Agent, request } = require('node:http');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');

const { Buffer, URL, clearInterval, performance, setInterval } = globalThis;

const connections = 16;

const { values: given } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    database: { type: 'string' },
    write: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    dist: { type: 'string', default: join(module.path, '..', 'dist') },
  },
});
const size = Number(given.size);
const dist = resolve(given.dist);

/** Starts the gateway and waits for the address that it prints. */
function started(environment) {
  const program = join(dist, 'src/commands/num-gateway.js');
  const child = spawn(process.execPath, ['--max-semi-space-size=16', program, 'serve'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stopping = false;
  child.once('exit', (code, signal) => {
    if (stopping) return;
    process.stderr.write(`The gateway has ended (${signal ?? code}).\n`);
    process.exit(1);
  });
  const stop = () => {
    stopping = true;
    child.kill();
  };
  return new Promise((found) => {
    child.stdout.on('data', (text) => {
      const [url] = /http:\/\/[\d.]+:\d+/.exec(String(text)) ?? [];
      if (url) found({ url, cpu: () => cpuOf(child.pid), stop });
    });
  });
}

/** Processor time of a process in microseconds, as Linux counts it. */
function cpuOf(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** Answers are read to their end and not looked at: `main.mjs` compares them. */
function ask(url, agent, body) {
  return new Promise((answered, failed) => {
    const asking = request(
      new URL('/graphql', url),
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        if (response.statusCode !== 200) failed(new Error(`It was answered by ${response.statusCode}.`));
        response.resume();
        response.on('end', answered);
      },
    );
    asking.on('error', failed);
    asking.end(body);
  });
}

/** Asks everything in turn, as often as it goes. */
async function stream({ url, cpu }, bodies, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const [begin, cpuBefore] = [performance.now(), cpu()];
  const until = begin + seconds * 1000;
  let asked = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await ask(url, agent, bodies[asked++ % bodies.length]);
    }),
  );
  const took = (performance.now() - begin) / 1000;
  agent.destroy();
  return { asked, perSecond: asked / took, cpu: (cpu() - cpuBefore) / asked };
}

/** Stores one record as it is. */
async function writer(databaseUrl) {
  require('reflect-metadata');
  const { openStore, registry } = require(join(dist, 'src/open-store.js'));
  const { readConfig } = require(join(dist, 'src/config/index.js'));
  const { tableOf } = require(join(dist, 'src/resource/columns.js'));
  const { raw } = require('sql-template-tag');
  const store = await openStore(readConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' }));
  const records = [];
  for (const description of registry.all) {
    if (given.write && description.type !== given.write) continue;
    const [row] = await store.read(raw(`SELECT * FROM "${tableOf(description)}" ORDER BY id LIMIT 1`));
    if (row) records.push({ description, row });
  }
  if (records.length === 0) throw new Error(`There is no record of ${given.write}.`);
  let turn = 0;
  return {
    classes: records.length,
    write: () =>
      store.write(async (transaction) => {
        const { description, row } = records[turn++ % records.length];
        await transaction.save(description, [row]);
      }),
    close: () => store.close(),
  };
}

/** The bodies of the mixed stream: each query as often as every other, whatever its variables. */
async function bodiesOf() {
  const { queries } = await import('./queries.mjs');
  const most = Math.max(...queries.map(({ variables }) => variables(size).length));
  return Array.from({ length: most }, (_, turn) =>
    queries.map(({ name, document, variables }) => {
      const all = variables(size);
      return JSON.stringify({ query: document, operationName: name, variables: all[turn % all.length] });
    }),
  ).flat();
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare(name, databaseUrl, environment, bodies) {
  const gateway = await started({
    DATABASE_URL: databaseUrl,
    MAX_COST: String(2 ** 31 - 1),
    MAX_COST_PER_MINUTE: 'unlimited',
    MAX_REQUESTS: '1000',
    ...environment,
  });
  const { write, classes, close } = await writer(databaseUrl);
  const seconds = Number(given.seconds);
  const [quiet, written] = [[], []];
  try {
    await stream(gateway, bodies, 2);
    for (let round = 0; round < Number(given.rounds); round += 1) {
      quiet.push(await stream(gateway, bodies, seconds));
      let writes = 1;
      let last = write();
      const writing = setInterval(() => {
        writes += 1;
        last = last.then(write);
      }, 1_000);
      written.push({ ...(await stream(gateway, bodies, seconds)), writes });
      clearInterval(writing);
      await last;
      await stream(gateway, bodies, 1);
    }
  } finally {
    gateway.stop();
    await close();
  }
  const of = (rounds, what) => median(rounds.map((round) => round[what]));
  const rate = of(written, 'perSecond') / of(quiet, 'perSecond');
  // The gateway has one thread, so that at full load this is the same; on a busy machine it is the one to believe.
  const byCpu = of(quiet, 'cpu') / of(written, 'cpu');
  // What the rounds with writes took more, for each write: it says the same however busy the machine is.
  const forWrites = written.map(
    ({ asked, cpu, writes }) => (asked * (cpu - of(quiet, 'cpu'))) / writes / 1000,
  );
  console.log(
    `${name.padEnd(24)} ${of(quiet, 'perSecond').toFixed(0).padStart(6)} requests/s, with a write each second ${of(written, 'perSecond').toFixed(0).padStart(6)}: ratio ${rate.toFixed(2)}, by CPU ${byCpu.toFixed(2)}` +
      `; CPU ${of(quiet, 'cpu').toFixed(0)} and ${of(written, 'cpu').toFixed(0)} µs per request, ${median(forWrites).toFixed(0)} ms for each write (${classes} ${classes === 1 ? 'class' : 'classes'} written)`,
  );
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-mixed-'));
  try {
    const { databaseOf } = await import('./data/databases.mjs');
    const databaseUrl = given.database ?? (await databaseOf('sqlite', size, { folder }, () => undefined));
    const bodies = await bodiesOf();
    await compare('ours', databaseUrl, { RESPONSE_CACHE_MEMORY: '0' }, bodies);
    await compare('with response cache', databaseUrl, {}, bodies);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
