/** `npm run demo`: the gateway with both example subgraphs linked in, and three queries to try. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'num-gateway-demo-'));
const { PORT = '4000', SUBGRAPH_PORTS = '4011,4012' } = process.env;
const [racoonPort, nukleusPort] = SUBGRAPH_PORTS.split(',');
const SIGNING_SECRET = randomBytes(32).toString('hex');

/** Starts a program and resolves with what the line holds that says it is ready. */
function start(args, environment, ready) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.on('exit', (code) => {
    if (!stopping) console.log(`\n${args[0]} has ended (${code ?? 'by a signal'}).`);
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const [, found] = ready.exec(text) ?? [];
      if (found) resolve({ child, url: found });
    });
    child.once('exit', () => reject(new Error(`${args[0]} ended before it was ready.`)));
  });
}

let stopping = false;
const running = [];

function stop() {
  stopping = true;
  for (const child of running) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

const address = /(http:\/\/\S+)/;
const racoon = await start(['examples/subgraphs/racoon/server.mjs', racoonPort], { SIGNING_SECRET }, address);
running.push(racoon.child);
const nukleus = await start(['examples/subgraphs/nukleus/server.mjs', nukleusPort], {}, address);
running.push(nukleus.child);

const file = join(folder, 'subgraphs.yaml');
const example = readFileSync(join(root, 'examples/subgraphs/subgraphs.yaml'), 'utf8')
  .replace('http://127.0.0.1:4011/graphql', `${racoon.url}\n    signingSecret: SIGNING_SECRET`)
  .replace('http://127.0.0.1:4012/graphql', nukleus.url);
writeFileSync(file, example);

const gateway = await start(
  ['dist/src/commands/num-gateway.js', 'serve'],
  {
    PORT,
    SIGNING_SECRET,
    SUBGRAPHS_FILE: file,
    SUBGRAPHS_KEPT_AT: join(folder, 'kept.json'),
    SUBGRAPHS_POLL_MS: '2000',
    DATABASE_URL: 'sqlite::memory:',
    LOG_LEVEL: 'warn',
  },
  /(http:\S+)\/graphql/,
);
running.push(gateway.child);

console.log(`
Our graph, with two others linked in. What they say is SYNTHETIC, made up for this demonstration.
Open ${gateway.url}/graphql and try:

1. From our infrastructures to what the others know of them
   { infrastructures { nodes { name imagingStudies cohorts { title participants } } } }

2. From a cohort to its scanners (another subgraph), and on to the sites where they stand (ours)
   { cohorts { title scanners { id modality institution { name city } } } }

3. Who is linked in, what they add, and how they are
   { subgraphs { name state contributes { type field } latencyMs { p50 p99 } } }

Stop one in the middle and ask again: kill ${racoon.child.pid} ends racoon, kill ${nukleus.child.pid} ends nukleus.
The rest is answered, and one error says what is missing. Ctrl-C ends it all.
`);
