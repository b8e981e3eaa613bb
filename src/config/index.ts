/** The configuration. This is the only place that reads the environment; it returns one frozen, validated object. */
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { WrongConfiguration } from '../errors';
import { count, host, httpAddress, mebibyte, milliseconds, port } from './checks';
import { given, projectRoot, withoutPassword } from './environment';
import { limitsOf, limitVariables } from './limits';
import { withNamesOfNow } from './renamed-variables';
import { unknownVariables } from './unknown-variables';
import { noticesOf, noticeVariables } from './notices';
import { originList, publicAddress } from './web-addresses';

export type { Limits } from './limits';

/** A shortened address (/24 for IPv4, /48 for IPv6) identifies a network but no person. */
const clientsShown = ['shortened', 'full', 'none'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const variables = z.object({
  ...limitVariables,
  ...noticeVariables,
  /** Bytes of rows that may be cached between requests, until a write touches what they were read from; 0 turns the cache off. */
  ROW_CACHE_MEMORY: count(64 * mebibyte, { least: 0 }),
  /** A class with at most so many records is cached as a whole. */
  ROW_CACHE_ROWS: count(5_000, { most: 1_000_000 }),
  /** Bytes of answers that may be cached until a write touches what they were read from; 0 turns the cache off. */
  RESPONSE_CACHE_MEMORY: count(64 * mebibyte, { least: 0 }),
  /** Bytes of prepared operations that may be cached: documents with their plans, and requests by their text; 0 turns the cache off. */
  OPERATION_CACHE_MEMORY: count(16 * mebibyte, { least: 0 }),
  /** Origins whose pages may read answers, separated by commas; * for any. */
  CORS_ORIGINS: originList.default('*'),
  /** Number of proxies in front; the address of a client is then taken from X-Forwarded-For. */
  TRUST_PROXY: count(0, { least: 0, most: 10 }),
  /** Folder of trusted documents, the only queries that are then answered; without it, any query is. */
  TRUSTED_DOCUMENTS: z.string().optional(),
  /** File of remote subgraphs to link in; beside SUPERGRAPH_FILE, only how its subgraphs are called. See docs/federate.md. */
  SUBGRAPHS_FILE: z.string().optional(),
  /** File or URL of a supergraph that was composed elsewhere and contains our graph as a subgraph. */
  SUPERGRAPH_FILE: z.string().optional(),
  /** Interval for polling the schemas of subgraphs, or the supergraph, in milliseconds. */
  SUBGRAPHS_POLL_MS: milliseconds(30_000, { least: 100 }),
  /** File that caches the schemas of the last successful composition. */
  SUBGRAPHS_KEPT_AT: z.string().default('data/subgraphs.json'),
  /** File that lists the sources that are harvested; see docs/harvest.md. */
  SOURCES_FILE: z.string().optional(),
  /** File of the decisions on doubtful links; by default links.yaml beside SOURCES_FILE. */
  LINKS_FILE: z.string().optional(),
  /** Whether queries are answered by plans; off leaves all to the fallback executor, to compare the two. */
  PLANS: z.enum(['on', 'off'], 'on or off').default('on'),
  /** Whether identical reads of concurrent requests are batched into one statement; off is for comparison. */
  SHARED_READS: z.enum(['on', 'off'], 'on or off').default('on'),
  /** File that caches the last usable supergraph. */
  SUPERGRAPH_KEPT_AT: z.string().default('data/supergraph.json'),
  /** Port to listen on; 0 for any free port. */
  PORT: port.default(4000),
  /** Address to listen on. */
  HOST: host,
  /** The database of the catalogue. */
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'sqlite:<file>, sqlite::memory: or postgres://user:password@host/database',
    )
    .default('sqlite:data/catalogue.sqlite'),
  /** The driver for SQLite; node:sqlite needs Node 22.16. */
  SQLITE_DRIVER: z.enum(['sqlite3', 'node:sqlite'], 'sqlite3 or node:sqlite').default('sqlite3'),
  /** Whether the database is only read; auto detects whether it is writable. */
  READ_ONLY: z.enum(['auto', 'on', 'off'], 'auto, on or off').default('auto'),
  /** Whether the start runs pending migrations; with off, it stops if there are any. */
  MIGRATE: z.enum(['on', 'off'], 'on or off').default('on'),
  /** How long the start waits for a PostgreSQL that is not up yet, in milliseconds. */
  DATABASE_WAIT_MS: milliseconds(60_000, { least: 0 }),
  /** Number of reading connections that each process opens to each PostgreSQL server. */
  DATABASE_CONNECTIONS: count(10, { most: 1_000 }),
  /** PostgreSQL replicas to read from, separated by commas; the first one available is used. */
  DATABASE_REPLICA_URLS: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/[^\s,]+(\s*,\s*postgres(ql)?:\/\/[^\s,]+)*$/,
      'addresses such as postgres://user:password@host/database, with commas between',
    )
    .transform((urls) => urls.split(/\s*,\s*/))
    .optional(),
  /** Number of worker processes; see docs/scale.md. */
  WORKERS: count(1, { most: 256 }),
  /** Base of the web addresses of records and of links on pages; by default the address of the server. */
  PUBLIC_URL: publicAddress.optional(),
  /** Minimum level of log messages. */
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info'),
  /** How clients' addresses are logged. */
  LOG_CLIENTS: z.enum(clientsShown, `one of ${clientsShown.join(', ')}`).default('shortened'),
  /** Separate port for `/metrics`; without it they are on PORT, for programs on the same machine only. */
  METRICS_PORT: port.optional(),
  /** Address to listen on for METRICS_PORT. */
  METRICS_HOST: host,
  /** Where traces are sent. OpenTelemetry's packages read this variable and further ones. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress.optional(),
  /** The same, for traces alone. */
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpAddress.optional(),
  /** Protocol for sending traces; only http/json is supported. */
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json', 'http/json').optional(),
  /** The same, for traces alone. */
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.literal('http/json', 'http/json').optional(),
  /** otlp, or none to turn traces off. */
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'otlp or none').optional(),
  /** true turns traces off. */
  OTEL_SDK_DISABLED: z.string().optional(),
});

/** The names of all variables. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/**
 * The defaults. Variables without a default are absent.
 * @public tools/configuration.mjs reads it
 */
export const variableDefaults: Readonly<Record<string, unknown>> = variables.parse({});

/** Whether this Node brings an SQLite that answers rows as arrays. https://nodejs.org/api/sqlite.html */
function hasNodeSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 16);
}

/** Traces are on if an endpoint is set and nothing turns them off. */
const tracingIn = (set: z.infer<typeof variables>): boolean =>
  (set.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? set.OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined &&
  set.OTEL_TRACES_EXPORTER !== 'none' &&
  set.OTEL_SDK_DISABLED?.toLowerCase() !== 'true';

/**
 * Reads the settings from environment variables. An empty variable counts as unset.
 * @param instead values from the command line, which have priority
 * @throws WrongConfiguration with each wrong variable, its value and what it accepts
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  instead: Readonly<Record<string, string>> = {},
) {
  const { set, outdated } = withNamesOfNow(given({ ...environment, ...instead }));
  const result = variables.safeParse(set);
  if (!result.success) {
    throw new WrongConfiguration(
      result.error.issues
        .map(({ path, message }) => {
          const name = String(path[0]);
          return `${name}="${withoutPassword(set[name] ?? '')}" is not usable; it takes ${message}.`;
        })
        .join(' '),
    );
  }
  if (result.data.WORKERS > 1 && result.data.DATABASE_URL === 'sqlite::memory:')
    throw new WrongConfiguration(
      `WORKERS="${result.data.WORKERS}" is not usable with DATABASE_URL="sqlite::memory:", which each process has for itself; name a file.`,
    );
  if (result.data.SQLITE_DRIVER === 'node:sqlite' && !hasNodeSqlite(process.versions.node))
    throw new WrongConfiguration(
      `SQLITE_DRIVER="node:sqlite" is not usable with Node ${process.versions.node}; use Node 22.16 or later, or sqlite3.`,
    );
  const root = projectRoot(__dirname);
  const { PORT, HOST, DATABASE_URL, PUBLIC_URL, LOG_LEVEL, METRICS_PORT, METRICS_HOST, ...rest } =
    result.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    readOnly: rest.READ_ONLY,
    migrate: rest.MIGRATE === 'on',
    databaseWait: rest.DATABASE_WAIT_MS,
    reading: Object.freeze({
      connections: rest.DATABASE_CONNECTIONS,
      replicas: rest.DATABASE_REPLICA_URLS ?? [],
    }),
    workers: rest.WORKERS,
    /** Without trailing slash; null for the address of the server. */
    publicUrl: PUBLIC_URL ?? null,
    notices: Object.freeze(noticesOf(rest)),
    logLevel: LOG_LEVEL,
    logClients: rest.LOG_CLIENTS,
    /** Null to serve them on the main port, for this machine only. */
    metrics: METRICS_PORT === undefined ? null : Object.freeze({ host: METRICS_HOST, port: METRICS_PORT }),
    /** Whether traces are sent. */
    tracing: tracingIn(result.data),
    limits: Object.freeze(limitsOf(rest)),
    rowCache: Object.freeze({ memory: rest.ROW_CACHE_MEMORY, rows: rest.ROW_CACHE_ROWS }),
    /** Sizes of the caches of earlier requests in bytes; 0 turns a cache off. */
    memory: Object.freeze({
      // A document with its plan takes about as much memory as a hundred request texts.
      documents: Math.ceil((rest.OPERATION_CACHE_MEMORY * 3) / 4),
      requests: Math.ceil(rest.OPERATION_CACHE_MEMORY / 4),
      answers: rest.RESPONSE_CACHE_MEMORY,
    }),
    corsOrigins: rest.CORS_ORIGINS,
    trustProxy: rest.TRUST_PROXY,
    /** Null to answer any query. */
    trustedDocuments: rest.TRUSTED_DOCUMENTS ?? null,
    plans: rest.PLANS === 'on',
    sharedReads: rest.SHARED_READS === 'on',
    federation: Object.freeze({
      subgraphsFile: rest.SUBGRAPHS_FILE ?? null,
      supergraph: rest.SUPERGRAPH_FILE ?? null,
      every: rest.SUBGRAPHS_POLL_MS,
      subgraphsKeptAt: resolve(root, rest.SUBGRAPHS_KEPT_AT),
      supergraphKeptAt: resolve(root, rest.SUPERGRAPH_KEPT_AT),
      /** Reads a variable that the file refers to, such as a token. */
      read: (name: string) => set[name],
    }),
    harvesting: Object.freeze({
      /** Null if nothing is harvested. */
      sourcesFile: rest.SOURCES_FILE ? resolve(rest.SOURCES_FILE) : null,
      linksFile: rest.LINKS_FILE
        ? resolve(rest.LINKS_FILE)
        : rest.SOURCES_FILE
          ? join(dirname(resolve(rest.SOURCES_FILE)), 'links.yaml')
          : null,
      /** Reads a variable that the file refers to, such as a token. */
      read: (name: string) => set[name],
    }),
    /** A warning for each variable with a misspelt or outdated name. */
    unknown: [...outdated, ...unknownVariables(set, variableNames)],
    /** The project's folder, with the seeds, the emitted schema and the built pages. */
    root,
  });
}

/** The settings of one gateway. */
export type Config = ReturnType<typeof readConfig>;
