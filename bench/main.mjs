/**
 * The benchmark: `npm run bench` compares ours with its peers on the seeds and 10,000 datasets, `npm run bench -- --full` at a million too.
 * bench/README.md says what is measured, and how to read it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contestants } from './contestants.mjs';
import { databaseOf } from './data/databases.mjs';
import { startPostgres } from './data/postgres.mjs';
import { measure } from './harness/measure.mjs';
import { startClient } from './harness/processes.mjs';
import { queries as repeated } from './queries.mjs';
import { textOf } from './report/text.mjs';
import { streams } from './streams.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const peers = join(here, 'peers');

/** What people ask first; then each query by itself, repeated. */
const queries = [...streams, ...repeated];

const help = `npm run bench -- [options]
  --full              the seeds, 10,000 and 1,000,000 datasets, longer rounds; the first run fills a million
  --databases a,b     of postgres, sqlite
  --sizes a,b         numbers of datasets beside the seeds, such as 0,10000
  --contestants a,b   of ${contestants.map(({ key }) => key).join(', ')}; the first is compared with the others
  --queries a,b       of ${queries.map(({ name }) => name).join(', ')}
  --seconds s         how long a round takes on each query and server
  --rounds n
  --warm-up s         how long each query is asked on each server before
  --connections n     16 by default
  --node file         the Node of all servers; by default the one that bench/peers brings
  --postgres url      a PostgreSQL of your own, without the name of a database
  --port n            of the PostgreSQL that is started otherwise; 5548 by default
  --data folder       where the databases are kept; bench/.data by default
  --out folder        where the results are written; bench/results by default
  --fill              only make the databases`;

const list = { type: 'string' };
const { values: given } = parseArgs({
  options: {
    full: { type: 'boolean' },
    fill: { type: 'boolean' },
    help: { type: 'boolean' },
    databases: list,
    sizes: list,
    contestants: list,
    queries: list,
    seconds: list,
    rounds: list,
    'warm-up': list,
    connections: list,
    node: list,
    postgres: list,
    port: list,
    data: list,
    out: list,
  },
});

const several = (text, fallback) => text?.split(',').map((part) => part.trim()) ?? fallback;

/** Those of a list that are named, in the order in which they are named. @throws Error for a name that is none. */
const chosen = (all, names, nameOf) =>
  names?.map((name) => {
    const found = all.find((each) => nameOf(each) === name);
    if (!found) throw new Error(`There is no "${name}"; choose of ${all.map(nameOf).join(', ')}.`);
    return found;
  }) ?? all;

const settings = {
  databases: several(given.databases, ['postgres', 'sqlite']),
  sizes: several(given.sizes, given.full ? ['0', '10000', '1000000'] : ['0', '10000']).map(Number),
  seconds: Number(given.seconds ?? (given.full ? 2 : 0.4)),
  rounds: Number(given.rounds ?? (given.full ? 5 : 2)),
  warmUp: Number(given['warm-up'] ?? (given.full ? 2 : 0.25)),
  connections: Number(given.connections ?? 16),
};

const begun = Date.now();
const tell = (text) =>
  process.stderr.write(`${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);

/** The peers come in on the first run only, without scripts of their own. */
function install() {
  if (existsSync(join(peers, 'node_modules'))) return;
  tell('the peers are installed');
  execFileSync('npm', ['ci', '--ignore-scripts', '--loglevel=error', '--prefix', peers], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** One Node for all servers: some peers need a newer one than ours does. */
function nodeOfAll() {
  if (given.node) return resolve(given.node);
  const binary = join(peers, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return existsSync(binary) ? binary : process.execPath;
}

function machineWith(node) {
  const version = execFileSync(node, ['--version']).toString().trim().slice(1);
  return {
    processor: os.cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: os.cpus().length,
    memory: os.totalmem(),
    system: `${os.type()} ${os.release()}`,
    node: version,
  };
}

async function write(results, node) {
  const folder = resolve(given.out ?? join(here, 'results'));
  await mkdir(folder, { recursive: true });
  const name = `bench-${results.when.slice(0, 19).replaceAll(':', '-')}`;
  const file = (end) => join(folder, name + end);
  await writeFile(file('.json'), JSON.stringify(results, null, 2) + '\n');
  await writeFile(file('.txt'), textOf(results));
  execFileSync(node, [join(peers, 'plot.mjs'), file('.json'), file('.svg')], { stdio: 'inherit' });
  tell(`${file('.json')}, and the same as .txt and .svg`);
}

async function main() {
  if (given.help) return console.log(help);
  if (!existsSync(join(root, 'dist/src/app.js'))) throw new Error('Run "npm run build:server" before.');
  install();
  const folder = resolve(given.data ?? join(here, '.data'));
  await mkdir(folder, { recursive: true });
  const needsPostgres = settings.databases.includes('postgres') && !given.postgres;
  const postgres = needsPostgres
    ? await startPostgres(join(folder, 'postgres'), Number(given.port ?? 5548))
    : { url: given.postgres?.replace(/\/$/, ''), stop: () => undefined };
  const node = nodeOfAll();
  const client = startClient(node, join(peers, 'client.mjs'));
  const results = { when: new Date().toISOString(), machine: machineWith(node), settings, runs: [] };
  try {
    for (const dialect of settings.databases) {
      for (const size of settings.sizes) {
        const places = { folder, postgres: postgres.url };
        const databaseUrl = await databaseOf(dialect, size, places, tell);
        if (given.fill) continue;
        tell(`${dialect}, ${size} datasets`);
        const run = await measure({
          ...settings,
          dialect,
          size,
          databaseUrl,
          queries: chosen(queries, several(given.queries), ({ name }) => name).filter(
            ({ isFor = () => true }) => isFor(size),
          ),
          contestants: chosen(contestants, several(given.contestants), ({ key }) => key).filter(
            ({ dialects }) => dialects.includes(dialect),
          ),
          client,
          node,
          root,
          folder,
          ...(dialect === 'postgres' && { postgresPid: postgres.pid }),
          tell,
        });
        results.runs.push(run);
      }
    }
    if (given.fill) return;
    console.log(textOf(results));
    await write(results, node);
  } finally {
    client.stop();
    await postgres.stop();
  }
}

await main();
