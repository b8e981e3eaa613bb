/**
 * Compares this checkout with an earlier one, on the same rows: `node bench/against.mjs FOLDER`, both built (`npm run build:server`).
 * `--database sqlite|postgres`, `--size 10000`, `--rounds 15`, `--seconds 1`, `--queries One,Page`, `--contestants ours,ours-cached,ours-alone`.
 * The earlier one fills a database; this one gets a copy, and migrates it. Both are asked the seven queries in turn, in short rounds, without and with the response cache.
 * It prints, for each query, requests per second and CPU time per request of this one divided by those of the earlier one: the median of the rounds' ratios.
 */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from './data/postgres.mjs';
import { cpuOf, startClient, startServer } from './harness/processes.mjs';
import { quiet } from './harness/measure.mjs';
import { ask, differenceOf, headers, questionOf } from './harness/questions.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string', default: 'sqlite' },
    size: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '1' },
    queries: { type: 'string' },
    contestants: { type: 'string', default: 'ours,ours-cached' },
  },
});
if (positionals.length !== 1) throw new Error('Name the folder of the earlier checkout.');
const earlier = resolve(positionals[0]);
const size = Number(values.size);
const folder = join(here, '.data/against');
const node = process.execPath;

const run = (cwd, script, env) =>
  execFileSync(node, script, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** Fills a database by the earlier checkout, unless it was filled before. */
const filling = `
  const { openStore } = require(process.argv[1] + '/dist/src/open-store.js');
  const { seed } = require(process.argv[1] + '/dist/src/seeding.js');
  const { readConfig } = require(process.argv[1] + '/dist/src/config/index.js');
  const { addSynthetic } = require(process.argv[1] + '/bench/synthetic.cjs');
  (async () => {
    const config = readConfig(process.env);
    const store = await openStore(config);
    await seed(store, config);
    await store.close();
    await addSynthetic(process.env.DATABASE_URL, Number(process.argv[2]));
  })();`;
const fill = (databaseUrl) =>
  run(earlier, ['-e', filling, earlier, String(size)], { DATABASE_URL: databaseUrl });
/** Migrates, and derives what follows from the records by the rules of this checkout, which a server would do beside requests. */
const migrating = `
  const { openStore } = require(process.argv[1] + '/dist/src/open-store.js');
  const { readConfig } = require(process.argv[1] + '/dist/src/config/index.js');
  (async () => {
    const store = await openStore(readConfig(process.env));
    while (await store.derivePending());
    await store.close();
  })();`;
const migrate = (databaseUrl) => run(root, ['-e', migrating, root], { DATABASE_URL: databaseUrl });

async function sqliteDatabases() {
  const file = join(folder, `earlier-${size}.sqlite`);
  if (!existsSync(file)) {
    fill(`sqlite:${file}.unfinished`);
    await copyFile(`${file}.unfinished`, file);
  }
  const copy = join(folder, `now-${size}.sqlite`);
  for (const end of ['', '-wal', '-shm']) await rm(copy + end, { force: true });
  await copyFile(file, copy);
  migrate(`sqlite:${copy}`);
  return { urls: [`sqlite:${file}`, `sqlite:${copy}`], stop: () => undefined };
}

async function postgresDatabases() {
  const { default: pg } = await import('pg');
  const server = await startPostgres(join(folder, 'postgres'), 5549);
  const admin = new pg.Client({ connectionString: `${server.url}/postgres` });
  await admin.connect();
  const name = `earlier_${size}`;
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    await admin.query(`CREATE DATABASE ${name}`);
    fill(`${server.url}/${name}`);
  }
  await admin.query(`DROP DATABASE IF EXISTS now_${size}`);
  await admin.query(`CREATE DATABASE now_${size} TEMPLATE ${name}`);
  await admin.end();
  migrate(`${server.url}/now_${size}`);
  for (const each of [name, `now_${size}`]) {
    const client = new pg.Client({ connectionString: `${server.url}/${each}` });
    await client.connect();
    await client.query('VACUUM ANALYZE');
    await client.end();
  }
  return { urls: [`${server.url}/${name}`, `${server.url}/now_${size}`], stop: server.stop };
}

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const roots = [earlier, root];
const ofBoth = (file) => Promise.all(roots.map((each) => import(pathToFileURL(join(each, 'bench', file)))));

const isNamed = (name, names) => names === undefined || names.split(',').includes(name);

/** Each query meets fresh servers: an earlier checkout may refuse more than a minute's allowance. */
async function measure(client, contestants, urls) {
  const asked = (await ofBoth('queries.mjs')).map(({ queries }) => queries);
  for (const [number, { name }] of asked[1].entries()) {
    if (!isNamed(name, values.queries)) continue;
    const servers = [];
    try {
      for (const [place, databaseUrl] of urls.entries()) {
        const { script, env } = contestants[place];
        servers.push(
          await startServer({ node, script, root: roots[place], env: { DATABASE_URL: databaseUrl, ...env } }),
        );
      }
      for (const { pid } of servers) await quiet([pid], console.error);
      const questions = servers.map((server, place) =>
        questionOf(contestants[place], asked[place][number], server, { size }),
      );
      const answers = await Promise.all(questions.map((question) => ask(question, question.bodies[0])));
      tell(name, await roundsOf(client, servers, questions), answers);
    } finally {
      for (const server of servers) await server.stop();
    }
  }
}

/** Requests per second and seconds of CPU per request of both, round by round. */
async function roundsOf(client, servers, questions) {
  const rounds = [];
  // The first round warms both up.
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const results = [];
    for (const place of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const before = cpuOf(servers[place].pid);
      const { latencies, seconds } = await client.load({
        ...questions[place],
        readers: undefined,
        headers,
        connections: 16,
        seconds: Number(values.seconds),
      });
      const cpu = cpuOf(servers[place].pid) - before;
      results[place] = { rate: latencies.length / seconds, cpu: cpu / latencies.length };
    }
    rounds.push(results);
  }
  return rounds.slice(1);
}

function tell(name, rounds, answers) {
  const ratio = (of) => median(rounds.map(([old, now]) => now[of] / old[of])).toFixed(2);
  const cpu = (place) => Math.round(1e6 * median(rounds.map((results) => results[place].cpu)));
  const difference = differenceOf(...answers.map((text) => JSON.parse(text).data));
  console.log(
    `${name.padEnd(8)} ${ratio('rate')} of the requests per second, ${ratio('cpu')} of the CPU time (${cpu(0)} -> ${cpu(1)} µs)${difference ? `; other answer: ${difference}` : ''}`,
  );
}

await mkdir(folder, { recursive: true });
createRequire(import.meta.url)('reflect-metadata');
const contestants = (await ofBoth('contestants.mjs')).map((each) => each.contestants);
const { urls, stop } = values.database === 'postgres' ? await postgresDatabases() : await sqliteDatabases();
const client = startClient(node, join(here, 'peers/client.mjs'));
try {
  for (const key of values.contestants.split(',')) {
    const both = contestants.map((each) => each.find((one) => one.key === key));
    console.log(`${both[1].name}, ${values.database}, ${size} datasets: this checkout : ${earlier}`);
    await measure(client, both, urls);
  }
} finally {
  client.stop();
  await stop();
}
