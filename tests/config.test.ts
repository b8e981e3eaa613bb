/** The configuration: what may be set, what is taken when nothing is, and what is said of a wrong value. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config';
import { WrongConfiguration } from '../src/errors';

it('has a value for everything that is not set', () => {
  const { root, limits, ...config } = readConfig({});

  expect(config).toEqual({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: 'sqlite:data/catalogue.sqlite',
    databaseWait: 60_000,
    readOnly: 'auto',
    migrate: true,
    reading: { connections: 10, replicas: [] },
    workers: 1,
    publicUrl: null,
    logLevel: 'info',
    logClients: 'shortened',
    metrics: null,
    tracing: false,
    rowCache: { memory: 67_108_864, rows: 5_000 },
    memory: { answers: 67_108_864, documents: 12_582_912, requests: 4_194_304 },
    notices: {
      imprint: null,
      privacy: null,
      accessibility: null,
      contact: null,
      sourceCode: null,
      report: null,
    },
    plans: true,
    sharedReads: true,
    corsOrigins: '*',
    trustProxy: 0,
    trustedDocuments: null,
    federation: {
      subgraphsFile: null,
      supergraph: null,
      every: 30_000,
      subgraphsKeptAt: join(root, 'data/subgraphs.json'),
      supergraphKeptAt: join(root, 'data/supergraph.json'),
      read: expect.any(Function) as unknown,
    },
    harvesting: { sourcesFile: null, linksFile: null, read: expect.any(Function) as unknown },
    unknown: [],
  });
  expect(Object.values(limits).every((limit) => limit > 0)).toBe(true);
  expect(existsSync(join(root, 'package.json'))).toBe(true);
});

it('takes an empty variable as unset', () => {
  const empty = { PORT: '', HOST: '', DATABASE_URL: '', PUBLIC_URL: '', LOG_LEVEL: '' };

  expect(JSON.stringify(readConfig(empty))).toBe(JSON.stringify(readConfig({})));
});

it('hands on the variables that the file of subgraphs names, and never shows them', () => {
  const config = readConfig({ SUBGRAPHS_FILE: 'subgraphs.yaml', RACOON_SECRET: 'shh' });

  expect(config.federation.subgraphsFile).toBe('subgraphs.yaml');
  expect(config.federation.read('RACOON_SECRET')).toBe('shh');
  expect(config.federation.read('NO_SECRET')).toBeUndefined();
  expect(JSON.stringify(config)).not.toContain('shh');
});

it('takes what is set', () => {
  const { port, host, databaseUrl, publicUrl, logLevel } = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://num:secret@db/num',
    PUBLIC_URL: 'https://data.example.org/num',
    LOG_LEVEL: 'silent',
  });

  expect([port, host, databaseUrl, publicUrl, logLevel]).toEqual([
    0,
    '0.0.0.0',
    'postgres://num:secret@db/num',
    'https://data.example.org/num',
    'silent',
  ]);
});

it('serves the metrics apart where they have a port, by default for this machine only', () => {
  expect(readConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(readConfig({ METRICS_PORT: '0', METRICS_HOST: '::' }).metrics).toEqual({ host: '::', port: 0 });
});

it('traces where an endpoint is set for it, unless it is switched off', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

  expect(readConfig(endpoint).tracing).toBe(true);
  expect(readConfig({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector/t' }).tracing).toBe(true);
  expect(readConfig({ ...endpoint, OTEL_SDK_DISABLED: 'true' }).tracing).toBe(false);
  expect(readConfig({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }).tracing).toBe(false);
});

it('leaves out slashes at the end of PUBLIC_URL, so that addresses of records have just one', () => {
  expect(readConfig({ PUBLIC_URL: 'https://data.example.org//' }).publicUrl).toBe('https://data.example.org');
});

it.each([
  ['https://Data.Example.org/num', 'https://data.example.org/num'],
  ['HTTPS://data.example.org:443/num/', 'https://data.example.org/num'],
  ['http://köln.example:8080', 'http://xn--kln-sna.example:8080'],
])('brings PUBLIC_URL "%s" to the form in which browsers write it', (given, written) => {
  expect(readConfig({ PUBLIC_URL: given }).publicUrl).toBe(written);
});

it('brings origins to the form in which browsers send them', () => {
  const given = 'https://Data.Example.org, https://data.example.org:443,http://köln.de:8080, http://[::1]:80';

  expect(readConfig({ CORS_ORIGINS: given }).corsOrigins).toEqual([
    'https://data.example.org',
    'http://xn--kln-sna.de:8080',
    'http://[::1]',
  ]);
  expect(readConfig({ CORS_ORIGINS: '*' }).corsOrigins).toBe('*');
});

it('cannot be changed once it is read', () => {
  const config = readConfig({}) as { port: number };

  expect(() => (config.port = 1)).toThrow(TypeError);
});

describe('a wrong value stops the start with one line that names variable, value and what it takes', () => {
  it.each([
    ['PORT', '80a', 'a port number from 0 to 65535'],
    ['PORT', '65536', 'a port number from 0 to 65535'],
    ['PORT', '-1', 'a port number from 0 to 65535'],
    ['PORT', ' ', 'a port number from 0 to 65535'],
    ['DATABASE_URL', 'mysql://db/num', 'sqlite:<file>, sqlite::memory: or postgres://'],
    ['DATABASE_URL', 'sqlite:', 'sqlite:<file>'],
    ['PUBLIC_URL', 'data.example.org', 'an http or https address without a query'],
    ['PUBLIC_URL', 'ftp://data.example.org', 'an http or https address without a query'],
    ['PUBLIC_URL', 'https://data.example.org/?a=1', 'an http or https address without a query'],
    ['PUBLIC_URL', 'https://data.example.org/#a', 'an http or https address without a query'],
    ['PUBLIC_URL', 'https://data.example.org//num', 'an http or https address without a query'],
    ['PUBLIC_URL', 'https://', 'an http or https address without a query'],
    ['METRICS_PORT', '65536', 'a port number from 0 to 65535'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'an http or https address'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', 'http/json'],
    ['OTEL_TRACES_EXPORTER', 'jaeger', 'otlp or none'],
    ['MAX_COST', '0', 'a whole number from 1 to 2147483647'],
    ['MAX_COST_PER_MINUTE', 'none', 'a whole number from 1 to 2147483647, or unlimited'],
    ['MAX_COST', 'unlimited', 'a whole number from 1 to 2147483647'],
    ['DEADLINE_MS', '2147483647', 'a whole number from 1 to 86400000'],
    ['DATABASE_WAIT_MS', '86400001', 'a whole number from 0 to 86400000'],
    ['MAX_DEPTH', '1e3', 'a whole number from 1 to 2147483647'],
    ['TRUST_PROXY', 'yes', 'a whole number from 0 to 10'],
    ['CORS_ORIGINS', 'https://data.example.org/', '* or origins such as https://data.example.org'],
    ['READ_ONLY', 'yes', 'auto, on or off'],
    ['MIGRATE', 'never', 'on or off'],
    ['CORS_ORIGINS', 'https://data.example.org/a', '* or origins such as https://data.example.org'],
    ['CORS_ORIGINS', 'https://*.example.org', '* or origins such as https://data.example.org'],
    ['CORS_ORIGINS', 'https://a.example.org, *', '* or origins such as https://data.example.org'],
    ['CORS_ORIGINS', 'https://a.example.org,', '* or origins such as https://data.example.org'],
    ['CORS_ORIGINS', 'null', '* or origins such as https://data.example.org'],
    ['CORS_ORIGINS', 'data.example.org', '* or origins such as https://data.example.org'],
    ['LOG_CLIENTS', 'yes', 'one of shortened, full, none'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
  ])('%s="%s"', (name, value, takes) => {
    const said = messageOf({ [name]: value });

    expect(said).toContain(`${name}="${value}" is not usable; it takes ${takes}`);
    expect(said.split('\n')).toHaveLength(1);
    expect(said.match(/is not usable/g)).toHaveLength(1);
  });

  it('and every wrong variable is named', () => {
    expect(messageOf({ PORT: 'x', LOG_LEVEL: 'y' })).toMatch(/PORT="x".*LOG_LEVEL="y"/);
  });

  it('but a password is not repeated', () => {
    const said = messageOf({ DATABASE_URL: 'mysql://num:sec:r@t@db.example.org/num' });

    expect(said).toContain('mysql://num:***@db.example.org/num');
    expect(said).not.toContain('sec');
  });
});

function messageOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongConfiguration) return error.message;
    throw error;
  }
  throw new Error('The configuration was taken.');
}

describe('a variable that had another name', () => {
  it('is read under the old one, which is said to be old; the name of now counts', () => {
    const { rowCache, memory, unknown } = readConfig({
      KEPT_MEMORY: '1000',
      KEPT_ROWS: '7',
      ROW_CACHE_ROWS: '8',
      KNOWN_QUESTIONS_MEMORY: '4000',
    });

    expect(rowCache).toEqual({ memory: 1000, rows: 8 });
    expect(memory).toMatchObject({ documents: 3000, requests: 1000 });
    expect(unknown).toEqual([
      'KEPT_MEMORY is the old name of ROW_CACHE_MEMORY: set that instead.',
      'KEPT_ROWS is the old name of ROW_CACHE_ROWS: set that instead.',
      'KNOWN_QUESTIONS_MEMORY is the old name of OPERATION_CACHE_MEMORY: set that instead.',
    ]);
  });
});

describe('a variable that looks like ours and is none', () => {
  it.each([
    ['MAX_TOKEN', 'MAX_TOKENS'],
    ['ROW_CACHE_MEMROY', 'ROW_CACHE_MEMORY'],
    ['KEPT_MEMROY', 'ROW_CACHE_MEMORY'],
    ['MAX_QUERY_COST', 'MAX_COST'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['CORS_ORIGIN', 'CORS_ORIGINS'],
    ['WORKRES', 'WORKERS'],
  ])('%s is named, with %s', (name, nearest) => {
    expect(readConfig({ [name]: '1' }).unknown).toEqual([
      `${name} is no variable of the gateway and changes nothing; did you mean ${nearest}?`,
    ]);
  });

  it('is told from what shells, npm, containers and other programs set', () => {
    const others = {
      HOME: '/root',
      POST: '1',
      HOSTNAME: 'a1b2c3',
      NODE_OPTIONS: '--max-semi-space-size=16',
      npm_config_max_tokens: '1',
      NUM_GATEWAY_PORT: 'tcp://10.0.0.1:4000',
      NUM_GATEWAY_SERVICE_HOST: '10.0.0.1',
      METRIC_PORT: 'tcp://10.0.0.1:9464',
      DATABASE_PASSWORD: 'shh',
      OTEL_SERVICE_NAME: 'num-gateway',
      RACOON_SECRET: 'shh',
      MAX_TOKEN: '',
    };

    expect(readConfig(others).unknown).toEqual([]);
  });
});

test('the addresses of notices are web addresses, or addresses to write to', () => {
  const { notices } = readConfig({
    IMPRINT_URL: 'https://example.org/imprint',
    REPORT_ERROR_URL: 'mailto:data@example.org?cc=more@example.org',
  });
  expect(notices.imprint).toBe('https://example.org/imprint');
  expect(notices.report).toBe('mailto:data@example.org?cc=more@example.org');
  for (const wrong of ['example.org', 'javascript:alert(1)', 'mailto:', 'mailto:nobody', 'ftp://example.org'])
    expect(() => readConfig({ CONTACT_URL: wrong })).toThrow(/CONTACT_URL=.* an http or https address/);
});
