/** @type {import('@swc/core').Options} The same settings as in tsconfig.json. */
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
    // The names of classes become names of types and tables.
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** The same for TSX, which is rendered on the server. */
const swcOfPages = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { ...swc.jsc.parser, tsx: true },
    transform: { ...swc.jsc.transform, react: { runtime: 'automatic', importSource: 'preact' } },
  },
};

/** Packages that are ES modules only: jest cannot load them before they are compiled. */
const esModules = [
  'd3-[a-z]+',
  'graphql-request',
  'hucre',
  'internmap',
  'pixelmatch',
  'preact',
  'sql-template-tag',
  // of rdf-validate-shacl
  '@rdfjs/(?!types)[a-z-]+',
  '@tpluscode/rdf-ns-builders',
  '@vocabulary/sh',
  'clownface',
  'rdf-validate-datatype',
  'rdf-validate-shacl',
];

// As `num-gateway` runs: otherwise graphql-js checks its values again and again, which takes a tenth of the time.
process.env.NODE_ENV = 'production';

/** Modules change while jest watches. */
const watches = process.argv.some((argument) => argument.startsWith('--watch'));

/** @type {import('jest').Config} */
module.exports = {
  // All test files of a worker share the modules of `src` and of packages.
  ...(!watches && {
    testEnvironment: '<rootDir>/tests/setup/shared-modules/environment.js',
    runtime: '<rootDir>/tests/setup/shared-modules/runtime.js',
  }),
  roots: ['<rootDir>/tests'],
  testSequencer: '<rootDir>/tests/setup/long-first.js',
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/tests/setup/before-all.ts',
  globalTeardown: '<rootDir>/tests/setup/after-all.ts',
  transform: { '\\.m?[jt]s$': ['@swc/jest', swc], '\\.tsx$': ['@swc/jest', swcOfPages] },
  moduleNameMapper: {
    // What is loaded only when it is needed is named as Node finds it once it is built.
    '^((?:\\./|(?:\\.\\./)+)(?:federation/.*|intake/seeds|supergraph-app|start-harvesting|library))\\.js$':
      '$1',
    '^\\./compose-services$': '<rootDir>/tests/setup/compose-once.ts',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  testTimeout: 60_000,
  // One more than cores of a small machine: tests wait for servers and other programs a quarter of their time.
  maxWorkers: 3,
  // A worker whose modules hold too much begins anew.
  workerIdleMemoryLimit: '1500MB',
  cacheDirectory: '<rootDir>/.cache/jest',
};
