/**
 * Mutation testing: changes the code of a folder in one place at a time, and tells which of the changes no test notices.
 *
 *   npm run mutants -- src/resource/canonical                        with the tests that import from the folder
 *   npm run mutants -- src/graphql/cost tests/graphql/cost.test.ts   with these tests
 *
 * Each change runs only the tests that reach it. The tests on PostgreSQL are left out: a server for each change would take most of the time.
 * The report is `.cache/mutants/report.html`; docs/mutation.md says what was measured and how to read it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jestConfig = createRequire(import.meta.url)(join(root, 'jest.config.js'));

const [target, ...given] = process.argv.slice(2);
if (!target) {
  console.error('Name a folder or file: npm run mutants -- src/resource/canonical [<tests> …]');
  process.exit(2);
}

const filesOf = (path) =>
  statSync(join(root, path)).isFile()
    ? [path]
    : readdirSync(join(root, path), { withFileTypes: true }).flatMap(({ name }) =>
        filesOf(`${path}/${name}`),
      );

/** Whether a test imports a file that is changed. */
const imports = (test, changed) =>
  [...readFileSync(join(root, test), 'utf8').matchAll(/from '(\.[^']*)'/g)].some(([, path]) => {
    const imported = relative(root, join(root, dirname(test), path));
    return changed.some((file) => file === `${imported}.ts` || file === `${imported}/index.ts`);
  });

const mutate = filesOf(target.replace(/\/$/, '')).filter((file) => file.endsWith('.ts'));
const all = filesOf('tests').filter(
  (file) => file.endsWith('.test.ts') && !file.endsWith('.browser.test.ts'),
);
const named = given.flatMap((path) => filesOf(path.replace(/\/$/, '')));
const tests = named.length > 0 ? named : all.filter((test) => imports(test, mutate));
if (tests.length === 0) {
  console.error(`No test imports from ${target}. Name the tests that reach it.`);
  process.exit(2);
}

// Without the server of the tests on PostgreSQL; the templates of SQLite databases are made once.
process.env.TEST_FILES = mkdtempSync(join(tmpdir(), 'num-gateway-files-'));
// Each mutant needs modules of its own.
const config = { ...jestConfig, testEnvironment: 'node' };
for (const name of ['globalSetup', 'globalTeardown', 'runtime']) Reflect.deleteProperty(config, name);
const results = await new Stryker({
  mutate,
  testRunner: 'jest',
  // The runner finds its plugins beside itself.
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: false,
    config: {
      ...config,
      testMatch: tests.map((test) => `<rootDir>/${test}`),
      testNamePattern: '^(?!.*\\(on postgres\\))',
      testTimeout: 20_000,
    },
  },
  // Imports and texts for readers are no behaviour.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['/dist', '/data', '/.cache', '/bench/.data', '/coverage'],
  tempDirName: '.cache/mutants/work',
  incremental: false,
  concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 1),
  timeoutMS: 20_000,
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: '.cache/mutants/report.html' },
  jsonReporter: { fileName: '.cache/mutants/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  allowConsoleColors: false,
  disableTypeChecks: false,
}).runMutationTest();

rmSync(process.env.TEST_FILES, { recursive: true });
const survived = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
console.log(`${results.length} mutants, ${survived} of them noticed by no test.`);
