/** Clients that ask a gateway while something else happens to its database, and what processes take of the processor. */
const { execFileSync, spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { Agent, request } = require('node:http');

const { Buffer, URL, performance } = globalThis;

const connections = 8;

/** Starts the gateway and waits for the address that it prints. */
function started(program, databaseUrl) {
  const env = {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: databaseUrl,
    RESPONSE_CACHE_MEMORY: '0',
    MAX_COST_PER_MINUTE: 'unlimited',
  };
  const child = spawn(process.execPath, ['--max-semi-space-size=16', program, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((found) => {
    child.stdout.on('data', (text) => {
      const [url] = /http:\/\/[\d.]+:\d+/.exec(String(text)) ?? [];
      if (url) found({ url, stop: () => child.kill() });
    });
  });
}

const questions = [
  '{ institutions(first: 20) { nodes { name infrastructures(first: 5) { nodes { name } } } } }',
  '{ datasets(first: 20) { totalCount nodes { name description } } }',
  '{ search(text: "herz", first: 10) { nodes { iri name } } }',
].map((query) => JSON.stringify({ query }));

function ask(url, agent, body) {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((answered, failed) => {
    const asking = request(new URL('/graphql', url), { agent, method: 'POST', headers }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`It was answered by ${response.statusCode}.`));
      response.resume();
      response.on('end', answered);
    });
    asking.on('error', failed);
    asking.end(body);
  });
}

/** Asks in turn until something has ended. */
async function readWhile(url, until) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let [ended, asked] = [false, 0];
  const took = [];
  const begin = performance.now();
  const end = until.finally(() => (ended = true));
  const client = async () => {
    while (!ended) {
      const sent = performance.now();
      await ask(url, agent, questions[(asked += 1) % questions.length]);
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  await end;
  agent.destroy();
  took.sort((one, other) => one - other);
  const at = (share) => took[Math.floor(took.length * share)] ?? NaN;
  return { perSecond: took.length / ((performance.now() - begin) / 1e3), p50: at(0.5), p99: at(0.99) };
}

/** Processor time of a process and its ended and running children, in seconds, as Linux counts it. */
function cpuOf(pid) {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  const seconds = (id) => {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      return 0;
    }
  };
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const ended = (Number(fields[13]) + Number(fields[14])) / 100;
  return [pid, ...children.trim().split(/\s+/)].reduce((sum, id) => sum + seconds(id), ended);
}

module.exports = { cpuOf, readWhile, started };
