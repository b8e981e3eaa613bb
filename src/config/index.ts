/** The configuration: the only reader of the environment turns it into one frozen, validated object. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { WrongConfiguration } from '../errors';
import { count, host, httpAddress, mebibyte, milliseconds, port } from './checks';
import { limitsOf, limitVariables, type Limits } from './limits';
import { withNamesOfNow } from './renamed-variables';
import { unknownVariables } from './unknown-variables';
import { originList, publicAddress } from './web-addresses';

export type { Limits };

/** Shortened, an address names the network (/24 in IPv4, /48 in IPv6) and no person. */
const clientsShown = ['shortened', 'full', 'none'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const variables = z.object({
  ...limitVariables,
  /** Bytes of the data that may be cached between requests, until a write touches what they were read from; 0 caches nothing. */
  ROW_CACHE_MEMORY: count(64 * mebibyte, { least: 0 }),
  /** Records of the largest type that is cached as a whole. */
  ROW_CACHE_ROWS: count(5_000, { most: 1_000_000 }),
  /** Bytes for answers that are cached until the data changes; 0 caches none. */
  RESPONSE_CACHE_MEMORY: count(64 * mebibyte, { least: 0 }),
  /** Bytes for prepared operations: documents with their plans, and requests as they were sent; 0 caches none. */
  OPERATION_CACHE_MEMORY: count(16 * mebibyte, { least: 0 }),
  /** Web addresses whose pages may read the answers, with commas between; * for any. */
  CORS_ORIGINS: originList.default('*'),
  /** How many proxies stand in front; the address of a client is then taken from X-Forwarded-For. */
  TRUST_PROXY: count(0, { least: 0, most: 10 }),
  /** Folder of the only queries that are served; unset, any query is. */
  TRUSTED_DOCUMENTS: z.string().optional(),
  /** File that lists the subgraphs of others; docs/federate.md says how. */
  SUBGRAPHS_FILE: z.string().optional(),
  /** File or address of a supergraph that is composed elsewhere and has our graph as one of its subgraphs. */
  SUPERGRAPH_FILE: z.string().optional(),
  /** How often the schemas of the subgraphs, or the supergraph, are looked at, in milliseconds. */
  SUBGRAPHS_POLL_MS: milliseconds(30_000, { least: 100 }),
  /** Where the schemas that composed last are kept. */
  SUBGRAPHS_KEPT_AT: z.string().default('data/subgraphs.json'),
  /** Whether queries are answered by plans, or all of them by the fallback executor, to compare the two. */
  PLANS: z.enum(['on', 'off'], 'on or off').default('on'),
  /** Whether requests that ask the same at the same moment are read together, or each alone, to compare the two. */
  SHARED_READS: z.enum(['on', 'off'], 'on or off').default('on'),
  /** Where the supergraph that was usable last is kept. */
  SUPERGRAPH_KEPT_AT: z.string().default('data/supergraph.json'),
  /** In development, errors suggest names from the schema. */
  NODE_ENV: z.string().default('production'),
  /** Port to listen on; 0 takes any free one. */
  PORT: port.default(4000),
  /** Address to listen on. */
  HOST: host,
  /** Where the catalogue is stored. */
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'sqlite:<file>, sqlite::memory: or postgres://user:password@host/database',
    )
    .default('sqlite:data/catalogue.sqlite'),
  /** Whether the database is only read: auto finds out whether it may be written. */
  READ_ONLY: z.enum(['auto', 'on', 'off'], 'auto, on or off').default('auto'),
  /** Whether a start brings the tables up to date, or only looks whether they are. */
  MIGRATE: z.enum(['on', 'off'], 'on or off').default('on'),
  /** How long a PostgreSQL that is not up yet is waited for at the start, in milliseconds. */
  DATABASE_WAIT_MS: milliseconds(60_000, { least: 0 }),
  /** Connections for reading that each process opens to each server of PostgreSQL. */
  DATABASE_CONNECTIONS: count(10, { most: 1_000 }),
  /** Replicas of a PostgreSQL that are read in place of it, with commas between; the first that lives is preferred. */
  DATABASE_REPLICA_URLS: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/[^\s,]+(\s*,\s*postgres(ql)?:\/\/[^\s,]+)*$/,
      'addresses such as postgres://user:password@host/database, with commas between',
    )
    .transform((urls) => urls.split(/\s*,\s*/))
    .optional(),
  /** Processes that serve the endpoint together; docs/scale.md says how many. */
  WORKERS: count(1, { most: 256 }),
  /** Base of the web addresses of records, and of what the pages link to; by default the address of the server itself. */
  PUBLIC_URL: publicAddress.optional(),
  /** How much is logged. */
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info'),
  /** How much of a client's address stands in the log. */
  LOG_CLIENTS: z.enum(clientsShown, `one of ${clientsShown.join(', ')}`).default('shortened'),
  /** Port for `/metrics` alone; without it, programs on the same machine find them on PORT. */
  METRICS_PORT: port.optional(),
  /** Address of METRICS_PORT. */
  METRICS_HOST: host,
  /** Where traces are sent. These and the further variables of OpenTelemetry are read by its packages. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress.optional(),
  /** The same, for traces alone. */
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpAddress.optional(),
  /** How traces are sent: http/json, and nothing else. */
  OTEL_EXPORTER_OTLP_PROTOCOL: z.literal('http/json', 'http/json').optional(),
  /** The same, for traces alone. */
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.literal('http/json', 'http/json').optional(),
  /** otlp, or none for no traces. */
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'otlp or none').optional(),
  /** true for no traces. */
  OTEL_SDK_DISABLED: z.string().optional(),
});

/** The names of all variables that are read. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/**
 * What is taken where nothing is set; variables without a default are not there.
 * @public tools/configuration.mjs reads it
 */
export const variableDefaults: Readonly<Record<string, unknown>> = variables.parse({});

/** Traces are on where an endpoint is set for them, and not switched off. */
const tracingIn = (set: z.infer<typeof variables>): boolean =>
  (set.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? set.OTEL_EXPORTER_OTLP_ENDPOINT) !== undefined &&
  set.OTEL_TRACES_EXPORTER !== 'none' &&
  set.OTEL_SDK_DISABLED?.toLowerCase() !== 'true';

/** The settings of one gateway. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Whether the database is only read; auto finds out. */
  readonly readOnly: 'auto' | 'on' | 'off';
  /** Whether a start may bring the tables up to date. */
  readonly migrate: boolean;
  /** How long a database that is not up yet is waited for at the start, in milliseconds. */
  readonly databaseWait: number;
  /** How the database is read. */
  readonly reading: { readonly connections: number; readonly replicas: readonly string[] };
  /** How many processes serve together. */
  readonly workers: number;
  /** Base of the web addresses of records, without a slash at the end; null stands for the address of the server. */
  readonly publicUrl: string | null;
  readonly logLevel: (typeof logLevels)[number];
  /** How much of a client's address stands in the log: its network, all of it or nothing. */
  readonly logClients: (typeof clientsShown)[number];
  /** Where `/metrics` listens by itself; null leaves them on the port of the endpoint, for this machine only. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Whether traces are sent. */
  readonly tracing: boolean;
  readonly limits: Limits;
  /** What is cached of the data between requests. */
  readonly rowCache: {
    /** Bytes that it may take; 0 where nothing is cached. */
    readonly memory: number;
    /** Records of the largest type that is cached. */
    readonly rows: number;
  };
  /** Bytes for what is cached of earlier requests; 0 caches nothing of the kind. */
  readonly memory: {
    /** Documents, with their plans. */
    readonly documents: number;
    /** Texts and variables with which they were asked. */
    readonly requests: number;
    readonly answers: number;
  };
  readonly corsOrigins: '*' | readonly string[];
  /** How many proxies stand in front. */
  readonly trustProxy: number;
  /** Folder of the only queries that are served; null where any query is. */
  readonly trustedDocuments: string | null;
  readonly development: boolean;
  /** Whether queries are answered by plans. */
  readonly plans: boolean;
  /** Whether requests that ask the same at the same moment are read together. */
  readonly sharedReads: boolean;
  /** The subgraphs of others; both null where none are linked in. */
  readonly federation: {
    /** The file that lists them. */
    readonly subgraphsFile: string | null;
    /** File or address of a supergraph that is composed elsewhere. */
    readonly supergraph: string | null;
    /** How often they are looked at, in milliseconds. */
    readonly every: number;
    /** Where the schemas that composed last are kept. */
    readonly subgraphsKeptAt: string;
    /** Where the supergraph that was usable last is kept. */
    readonly supergraphKeptAt: string;
    /** Reads a variable that the file names, such as one with a token. */
    readonly read: (name: string) => string | undefined;
  };
  /** A line for each variable that looks like one of ours and is none, or has another name by now. */
  readonly unknown: readonly string[];
  /** Folder of the project: seeds, the emitted schema and the built pages lie below it. */
  readonly root: string;
}

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 * @param instead values of variables that the command line gives.
 * @throws WrongConfiguration naming each wrong variable, its value and what it takes.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  instead: Readonly<Record<string, string>> = {},
): Config {
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
    publicUrl: PUBLIC_URL ?? null,
    logLevel: LOG_LEVEL,
    logClients: rest.LOG_CLIENTS,
    metrics: METRICS_PORT === undefined ? null : Object.freeze({ host: METRICS_HOST, port: METRICS_PORT }),
    tracing: tracingIn(result.data),
    limits: Object.freeze(limitsOf(rest)),
    rowCache: Object.freeze({ memory: rest.ROW_CACHE_MEMORY, rows: rest.ROW_CACHE_ROWS }),
    memory: Object.freeze({
      // A document with its plan takes about as much as hundred texts by which it is asked.
      documents: Math.ceil((rest.OPERATION_CACHE_MEMORY * 3) / 4),
      requests: Math.ceil(rest.OPERATION_CACHE_MEMORY / 4),
      answers: rest.RESPONSE_CACHE_MEMORY,
    }),
    corsOrigins: rest.CORS_ORIGINS,
    trustProxy: rest.TRUST_PROXY,
    trustedDocuments: rest.TRUSTED_DOCUMENTS ?? null,
    development: rest.NODE_ENV === 'development',
    plans: rest.PLANS === 'on',
    sharedReads: rest.SHARED_READS === 'on',
    federation: Object.freeze({
      subgraphsFile: rest.SUBGRAPHS_FILE ?? null,
      supergraph: rest.SUPERGRAPH_FILE ?? null,
      every: rest.SUBGRAPHS_POLL_MS,
      subgraphsKeptAt: resolve(root, rest.SUBGRAPHS_KEPT_AT),
      supergraphKeptAt: resolve(root, rest.SUPERGRAPH_KEPT_AT),
      read: (name: string) => set[name],
    }),
    unknown: [...outdated, ...unknownVariables(set, variableNames)],
    root,
  });
}

/** An empty variable counts as unset. */
const given = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );

/** What is printed may end in a log. */
const withoutPassword = (value: string): string => value.replace(/(:\/\/[^/]*?:)[^,]*@/g, '$1***@');

/** The nearest folder upwards that holds the project's package.json: the code runs from src and from dist. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return resolve(from);
  const parent = dirname(from);
  if (parent === from)
    throw new WrongConfiguration('The folder of the project was not found: package.json is missing.');
  return projectRoot(parent);
}
