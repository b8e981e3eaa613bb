/** The configuration. This is the only place that reads the environment; it returns one frozen, validated object. */
import { dirname, join, resolve } from 'node:path';
import { WrongConfiguration } from '../errors';
import { withoutEmpty, projectRoot, withoutPassword } from './environment';
import { limitsOf } from './limits';
import { withNamesOfNow } from './renamed-variables';
import { unknownVariables } from './unknown-variables';
import { noticesOf } from './notices';
import { variableNames, variables, type Variables } from './variables';

export type { Limits } from './limits';
export { variableDefaults, variableNames } from './variables';

/** Whether this Node brings an SQLite that answers rows as arrays. https://nodejs.org/api/sqlite.html */
function hasNodeSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 16);
}

/** Traces are on if an endpoint is set and nothing turns them off. */
const tracingIn = (set: Variables): boolean =>
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
  const { set, outdated } = withNamesOfNow(withoutEmpty({ ...environment, ...instead }));
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
