/**
 * `npm test`: builds the server and the pages in parallel, then runs the checks in parallel with the tests, and shows their output at the end.
 * Arguments are jest's. The status is jest's where a test failed, else that of the checks.
 */
import { spawn } from 'node:child_process';

const npm = process.env.npm_execpath;
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => running.forEach((child) => child.kill(signal)));

const builds = await Promise.all(['build:server', 'build:web'].map((name) => script(name)));
const failed = builds.find(({ status }) => status !== 0);
if (failed) {
  console.error(failed.said);
  process.exit(failed.status);
}
await start(process.execPath, ['tools/built.mjs', '--note'], 'inherit');

const [tests, checks] = await Promise.all([
  start(process.execPath, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], 'inherit'),
  script('check'),
]);
if (checks.status === 0) console.error(`The checks passed (npm run check), in ${checks.seconds} s.`);
else console.error(`${checks.said}\nThe checks failed (npm run check), with status ${checks.status}.`);
process.exitCode = tests.status || checks.status;

/** A script of package.json. */
function script(name) {
  return npm ? start(process.execPath, [npm, 'run', name], 'pipe') : start('npm', ['run', name], 'pipe');
}

/** Runs a program to its end. */
function start(program, args, output) {
  const begin = Date.now();
  const child = spawn(program, args, { stdio: ['ignore', output, output] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      // Whatever ended by a signal failed.
      resolve({ status: code ?? 1, said, seconds: Math.round((Date.now() - begin) / 1000) });
    });
  });
}
