// How many requests a second the gateway answers beside a bare node:http server that sends the same bytes, in one run, interleaved.
// npm run build:server && node bench/http.cjs [seconds]
const { spawn } = require('node:child_process');
const { createServer } = require('node:http');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const autocannon = require('autocannon');

const { Buffer, fetch } = globalThis;

const seconds = Number(process.argv[2] ?? 3);
const rounds = 3;
const example = readFileSync(require.resolve('../schema/examples/02-seven-infrastructures.graphql'), 'utf8');

/** A server that answers every request with the same bytes, in a process of its own. */
if (process.argv[2] === 'bare') {
  const bytes = Buffer.from(readFileSync(0));
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': bytes.length,
      });
      response.end(bytes);
    });
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
} else void main();

/** Starts a process and waits for the address that it prints. */
function started(args, environment, input) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment } });
  child.stdin.end(input);
  child.stderr.pipe(process.stderr);
  return new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      const [url] = /http:\/\/[\d.]+:\d+/.exec(String(text)) ?? [];
      if (url) resolve({ url, cpu: () => cpuOf(child.pid), stop: () => child.kill() });
    });
  });
}

/** Processor time of a process in microseconds, as Linux counts it. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

const load = (url, body) =>
  autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections: 16,
    duration: seconds,
  });

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-http-'));
  const gateway = (name, environment) =>
    started([require.resolve('../dist/src/commands/num-gateway.js'), 'serve'], {
      PORT: '0',
      DATABASE_URL: `sqlite:${join(folder, name)}.sqlite`,
      MAX_COST_PER_MINUTE: '2000000000',
      LOG_LEVEL: 'info',
      ...environment,
    });
  const body = JSON.stringify({ query: example });
  const kept = await gateway('kept', {});
  const long = await gateway('long', { RESPONSE_CACHE_MEMORY: '0', OPERATION_CACHE_MEMORY: '0' });
  const ask = async (url) =>
    (
      await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    ).text();
  const text = await ask(kept.url);
  if (text !== (await ask(kept.url)) || text !== (await ask(long.url)))
    throw new Error('The answers differ.');
  const bare = await started([process.argv[1], 'bare'], {}, text);
  const servers = { bare, kept, 'long way': long };
  const results = Object.fromEntries(Object.keys(servers).map((name) => [name, { rate: [], cpu: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { url, cpu }] of Object.entries(servers)) {
      const before = cpu();
      const { requests, non2xx, errors, latency } = await load(`${url}/graphql`, body);
      if (non2xx || errors) throw new Error(`${name}: ${non2xx} refusals, ${errors} errors`);
      const each = (cpu() - before) / requests.total;
      results[name].rate.push(requests.average);
      results[name].cpu.push(each);
      console.log(
        `${name.padEnd(10)} ${Math.round(requests.average)} requests/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${each.toFixed(1)} µs of processor each`,
      );
    }
  }
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const ratio = (one, other) =>
    `${(median(results[one].rate) / median(results[other].rate)).toFixed(2)} of the requests per second, ${(median(results[one].cpu) / median(results[other].cpu)).toFixed(2)} of the processor time each`;
  console.log(`${Buffer.byteLength(text)} bytes; kept / bare: ${ratio('kept', 'bare')}`);
  console.log(`kept / long way: ${ratio('kept', 'long way')}`);
  for (const each of [kept, long, bare]) each.stop();
  rmSync(folder, { recursive: true, force: true });
}
