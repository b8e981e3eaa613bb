/**
 * Whether one process serves many connections at once: opens them, keeps them alive, asks on each again and again, and reports
 * errors, how long answers took, and the memory of the process.
 * `npm run build && node bench/connections.cjs <DATABASE_URL> [connections] [seconds]`
 */
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { Agent, request } = require('node:http');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');

const [databaseUrl, connections = '1000', seconds = '15'] = process.argv.slice(2);

const questions = [
  '{ infrastructures(first: 20) { nodes { slug participations(first: 5) { nodes { role institution { slug } } } } } }',
  '{ datasets(first: 20, orderBy: [{ field: NAME }]) { nodes { slug name kind } pageInfo { endCursor } } }',
  '{ institution(by: { slug: "marburg" }) { slug infrastructures(first: 10) { nodes { slug } } } }',
];

/** The lines of /proc that say how much memory a process has, in megabytes. */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return `${of('VmRSS')} MB now, ${of('VmHWM')} MB at most`;
}

/** Serves on a free port, with no bound on what one client may ask for: all connections are of one client. */
async function serve() {
  const { PATH, NODE_OPTIONS = '' } = process.env;
  const program = join(module.path, '../dist/src/commands/num-gateway.js');
  const settings = { PORT: '0', LOG_LEVEL: 'silent', MAX_COST_PER_MINUTE: '2000000000', ...process.env };
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...settings, PATH, NODE_OPTIONS, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const url = await new Promise((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const found = /(http:\S+)\/graphql/.exec(printed);
      if (found) resolve(found[1]);
    }),
  );
  return { child, url };
}

const ask = (url, agent, query) =>
  new Promise((resolve) => {
    const begin = performance.now();
    const end = (outcome) => resolve({ outcome, took: performance.now() - begin });
    const headers = { 'content-type': 'application/json' };
    request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => (body += text));
      response.on('error', ({ code }) => end(code));
      response.on('end', () =>
        end(response.statusCode === 200 && body.includes('"errors"') ? 'errors' : response.statusCode),
      );
    })
      .on('error', ({ code }) => end(code))
      .end(JSON.stringify({ query }));
  });

async function main() {
  const { child, url } = await serve();
  const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
  for (const query of questions) await ask(url, agent, query);
  console.log(`at the start: ${memoryOf(child.pid)}`);
  const until = performance.now() + 1000 * Number(seconds);
  const answers = [];
  await Promise.all(
    Array.from({ length: Number(connections) }, async (_, index) => {
      for (let turn = index; performance.now() < until; turn += 1)
        answers.push(await ask(url, agent, questions[turn % questions.length]));
    }),
  );
  const outcomes = {};
  for (const { outcome } of answers) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const took = answers.map((answer) => answer.took).sort((one, other) => one - other);
  const at = (part) => Math.round(took[Math.floor(part * (took.length - 1))]);
  console.log(
    `${connections} connections: ${JSON.stringify(outcomes)}, ${Math.round(answers.length / Number(seconds))} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
  console.log(`at the end: ${memoryOf(child.pid)}`);
  agent.destroy();
  child.kill('SIGTERM');
}
void main();
