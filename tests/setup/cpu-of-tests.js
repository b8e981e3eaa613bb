/**
 * Notes how much CPU time each test file takes: `CPU_OF_TESTS=cpu.tsv npx jest`. Unlike the clock, that depends little on what else a
 * machine does. A line of the file has seconds of the worker, seconds of the programs that it ran and that have ended, and the test file.
 */
const { appendFileSync, readFileSync } = require('node:fs');

const ticksPerSecond = 100;

/** Seconds of this process since its start, and of its children that have ended. Linux only. */
function used() {
  const { user, system } = process.cpuUsage();
  const afterName = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [childUser, childSystem] = [Number(afterName[13]), Number(afterName[14])];
  return { own: (user + system) / 1e6, children: (childUser + childSystem) / ticksPerSecond };
}

/** Begins to count for a test file; the result notes what was used since. */
module.exports.countCpu = function countCpu(testFile) {
  const { CPU_OF_TESTS: file } = process.env;
  if (!file) return () => {};
  const before = used();
  return () => {
    const { own, children } = used();
    const seconds = [own - before.own, children - before.children].map((each) => each.toFixed(1));
    appendFileSync(file, `${[...seconds, testFile].join('\t')}\n`);
  };
};
