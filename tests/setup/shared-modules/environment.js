/**
 * The environment of all test files of a worker. Jest makes a new global object for each test file and loads every module
 * into it anew, which took more than half of the time of a run. Here a worker has one, into which `runtime.js` loads modules once.
 *
 * A test file that needs an environment and modules of its own names the environment `node` in its first comment (docs: CONTRIBUTING.md).
 */
const { TestEnvironment } = require('jest-environment-node');
const { countCpu } = require('../cpu-of-tests');

/** What jest keeps in the global object for one test file, by the descriptions of its symbols. */
const ofOneTestFile = new Set([
  'JEST_STATE_SYMBOL',
  'EVENT_HANDLERS',
  'TEST_TIMEOUT_SYMBOL',
  'RETRY_TIMES',
  'RETRY_IMMEDIATELY',
  'WAIT_BEFORE_RETRY',
  'LOG_ERRORS_BEFORE_RETRY',
  '$$jest-matchers-object',
]);

/**
 * A worker that has nothing left to do ends at once. Node would free its memory before, a gigabyte object by object, and jest waits half
 * a second only before it says that the worker did not end.
 */
if (process.send) process.once('exit', (code) => process.exit(code));

/** The environment of this worker, and how its process was before any test. */
let shared;

function sharedBy(config, context) {
  const environment = new TestEnvironment(config, context);
  const { exit, env } = environment.global.process;
  return { environment, exit, variables: { ...env } };
}

module.exports = class SharedEnvironment {
  /** Asked by the runtime. */
  sharesModules = true;

  constructor(config, context) {
    shared ??= sharedBy(config, context);
    const { global, moduleMocker, fakeTimers, fakeTimersModern } = shared.environment;
    Object.assign(this, { global, moduleMocker, fakeTimers, fakeTimersModern });
    this.noteCpu = countCpu(context.testPath);
  }

  getVmContext() {
    return shared.environment.getVmContext();
  }

  exportConditions() {
    return shared.environment.exportConditions();
  }

  async setup() {}

  /** What a test file changed of the global object is as it was. */
  async teardown() {
    this.noteCpu();
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
    for (const symbol of Object.getOwnPropertySymbols(this.global))
      if (ofOneTestFile.has(symbol.description)) delete this.global[symbol];
    const { process } = this.global;
    process.exit = shared.exit;
    for (const name of Object.keys(process.env)) if (!(name in shared.variables)) delete process.env[name];
    Object.assign(process.env, shared.variables);
  }
};
