/**
 * `npm test`, once everything is built: the checks run beside the tests, and what they say follows when the tests are done.
 * Arguments are jest's. The status is jest's where a test failed, else that of the checks.
 */
import { spawn } from 'node:child_process';

const npm = process.env.npm_execpath;
const check = start(npm ? process.execPath : 'npm', [...(npm ? [npm] : []), 'run', 'check'], 'pipe');
const jest = start(process.execPath, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], 'inherit');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => [check, jest].forEach(({ child }) => child.kill(signal)));

const [tests, checks] = [await jest.ended, await check.ended];
if (checks.status === 0) console.error(`The checks passed (npm run check), in ${checks.seconds} s.`);
else console.error(`${checks.said}\nThe checks failed (npm run check), with status ${checks.status}.`);
process.exitCode = tests.status || checks.status;

function start(program, args, output) {
  const begin = Date.now();
  const child = spawn(program, args, { stdio: ['ignore', output, output] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    // Whatever ended by a signal failed.
    child.on('close', (code) =>
      resolve({ status: code ?? 1, said, seconds: Math.round((Date.now() - begin) / 1000) }),
    );
  });
  return { child, ended };
}
