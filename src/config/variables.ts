/** The variables of the environment: what each takes, and its default. docs/configuration.md is made of what stands beside them. */
import { z } from 'zod';
import { count, host, httpAddress, mebibyte, milliseconds, port } from './checks';
import { limitVariables } from './limits';
import { noticeVariables } from './notices';
import { originList, publicAddress } from './web-addresses';

/** A shortened address (/24 for IPv4, /48 for IPv6) identifies a network but no person. */
const clientsShown = ['shortened', 'full', 'none'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** All of them. */
export const variables = z.object({
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

/** The values of the variables, checked. */
export type Variables = z.infer<typeof variables>;

/** The names of all variables. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/**
 * The defaults. Variables without a default are absent.
 * @public tools/configuration.mjs reads it
 */
export const variableDefaults: Readonly<Record<string, unknown>> = variables.parse({});
