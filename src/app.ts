/** The composition root: puts the parts of the gateway together and starts them. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import type { Config } from './config';
import { catalogueSdlForClients, catalogueSubgraph } from './federation/catalogue-subgraph';
import type { Federation } from './federation/linking/federation';
import type { LocalSubgraph } from './federation/linking/local-subgraph';
import { catalogueContext } from './http/catalogue-context';
import { graphqlEndpoint } from './http/graphql/endpoint';
import { health } from './http/health';
import { localMetricsRoute, serveMetrics } from './http/metrics-route';
import { pages } from './http/pages';
import { alsoBelow, pathOf } from './http/public-path';
import { Rate } from './http/rate';
import { recordAddresses } from './http/record-addresses';
import { Drain } from './http/drain';
import { RequestLog } from './http/request-log';
import { expressApp, listen } from './http/server';
import { editionOf } from './http/tables/identity';
import { Unread } from './http/slow-readers';
import { watchRequest, watchRequests } from './http/watch-requests';
import { onlyTrusted, readTrustedDocuments } from './http/trusted-documents';
import { RowCache } from './query/rows/row-cache';
import { Plans } from './query/plan/plans';
import { SharedReads } from './query/shared-reads';
import { Sizes } from './query/sizes';
import type { Registry } from './resource/registry';
import { openStore, registry } from './open-store';
import { seedOnce, type Seeding } from './seeding';
import { operationsIn } from './telemetry/known-operations';
import { Metrics } from './telemetry/metrics';
import { SubgraphMetrics } from './telemetry/subgraph-metrics';
import { openTelemetry } from './telemetry/open-telemetry';
import { noTracing } from './telemetry/tracing';
import { watchedReader } from './telemetry/watched-reader';

export { openStore, registry } from './open-store';
export { prepare, seed } from './seeding';

/** A running gateway. */
export interface App {
  /** Where it listens. */
  url: string;
  /** Where its metrics are. */
  metricsUrl: string;
  /** Stops it: running requests are answered first. */
  stop: () => Promise<void>;
}

export interface AppOptions extends Seeding {
  /** The metrics of all processes that serve together; by default, this one serves alone. */
  metricsOfAll?: () => Promise<string>;
  /** How long running requests may take once the gateway is to stop, in milliseconds; 10 seconds by default. */
  longestDrain?: number;
}

/** What is not closed this long after the last request, such as a statement that waits for a lock, is given up. */
const longestClosing = 1_000;

/** How long reading what is cached may take at a time, in milliseconds; on SQLite, all other reading waits for it. */
const longestCaching = 5_000;

/** How often the records are counted anew where they have changed, in milliseconds. */
const sizesRenewedEvery = 60_000;

/** Our own part of the graph, under the name that a supergraph composed elsewhere gives it. */
export const ourPart = async (of: Registry): Promise<LocalSubgraph> => ({
  name: 'num',
  sdl: await catalogueSdlForClients(of),
  schema: (await catalogueSubgraph(of)).schema,
});

/** The graph with what others link into it; where nobody does, nothing of it is even loaded. */
async function federationOf(
  { federation }: Config,
  log: Logger,
  { registry: metrics }: Metrics,
): Promise<Federation | null> {
  if (federation.subgraphsFile === null && federation.supergraph === null) return null;
  const { openFederation } = await import('./federation/linking/federation.js');
  const counts = new SubgraphMetrics(metrics);
  return openFederation(federation, { local: await ourPart(registry), log, counts });
}

/** The operations that are agreed upon have labels of their own in the metrics: those of the examples and of trusted documents. */
async function operationsKnownBy({ root, trustedDocuments }: Config): Promise<string[]> {
  const folders = [
    join(root, 'schema', 'examples'),
    ...(trustedDocuments === null ? [] : [trustedDocuments]),
  ];
  return (await Promise.all(folders.map(operationsIn))).flat();
}

/** Starts the gateway; a database that was never filled is seeded first. */
export async function startApp(
  config: Config,
  { log, onSeeding, metricsOfAll, longestDrain = 10_000 }: AppOptions = {},
): Promise<App> {
  const logger = log ?? pino({ level: config.logLevel });
  const store = await openStore(config, logger);
  if (store.readOnly)
    logger.warn('The database is only read: its tables stay as they are, and nothing is seeded');
  try {
    await seedOnce(store, config, { log: logger, ...(onSeeding && { onSeeding }) });
    const metrics = new Metrics(await operationsKnownBy(config), metricsOfAll);
    const tracing = config.tracing
      ? await openTelemetry((reason) => logger.warn({ reason }, 'Traces are not sent'))
      : noTracing;
    const reader = watchedReader(store, (run) => metrics.statement(run));
    const rowCache = new RowCache({
      ...config.rowCache,
      reader,
      registry,
      version: store.version,
      longest: Math.min(config.limits.deadline, longestCaching),
    });
    metrics.watchRowCache(() => rowCache.stats);
    const { limits, memory, trustedDocuments, development } = config;
    const drain = new Drain(longestDrain);
    const unread = new Unread(limits);
    const address = { url: '' };
    const publicUrl = () => config.publicUrl ?? address.url;
    const publicPath = pathOf(config.publicUrl);
    const requestLog = new RequestLog(logger, config);
    const rate = new Rate(limits.costPerMinute);
    const sizes = new Sizes(store, registry);
    await sizes.renew();
    const federation = await federationOf(config, logger, metrics);
    const { schema } = await catalogueSubgraph(registry);
    const endpoint = await graphqlEndpoint({
      answering: federation ?? { schema },
      catalogue: {
        reader,
        learn: (version) => store.version.learn(version),
        edition: federation ? null : () => editionOf(publicUrl()),
        publicPath,
        // The gateway over several subgraphs plans by itself.
        plansOf:
          config.plans && !federation
            ? (onGrown) =>
                new Plans({ schema, registry, onLeft: (left) => metrics.leftByPlan(left), onGrown })
            : null,
        version: () => store.version.now(),
        counted: sizes.counted,
      },
      contextOf: catalogueContext({
        registry,
        reader,
        shared: config.sharedReads ? new SharedReads(reader, store.connections) : null,
        rowCache,
        publicUrl,
        limits,
        sizeOf: sizes.of,
        subgraphs: federation?.reports,
      }),
      limits,
      memory: { documents: memory.documents, requests: memory.questions, answers: memory.answers },
      sizeOf: sizes.of,
      rate,
      readers: config,
      ...(trustedDocuments !== null && {
        trusted: onlyTrusted(await readTrustedDocuments(trustedDocuments)),
      }),
      development,
      log: requestLog,
      drain,
      unread,
      watch: watchRequest(metrics, tracing),
    });
    const app = expressApp(
      requestLog,
      { drain, unread },
      {
        metrics: config.metrics ? [] : [localMetricsRoute(metrics, config)],
        health: health({ check: () => store.readiness.now(), stopping: () => drain.stopping }),
      },
      [
        watchRequests(metrics, tracing),
        pages(join(config.root, 'dist', 'web'), config.publicUrl),
        endpoint.tables,
        recordAddresses({
          registry,
          reader,
          rowCache,
          rate,
          limits,
          publicUrl,
          publicPath,
          queries: endpoint.queries,
        }),
      ],
      config,
    );
    const metricsServer = config.metrics ? await serveMetrics(metrics, { ...config.metrics, limits }) : null;
    const recordPaths = registry.resources.map(({ path }) => path);
    const atAllPaths = alsoBelow(publicPath, recordPaths, endpoint.handler.before(app));
    const server = await listen(atAllPaths, drain, config).catch(async (error: unknown) => {
      await metricsServer?.stop();
      throw error;
    });
    address.url = server.url;
    const uncounted = (error: unknown) => logger.warn({ err: error }, 'The records were not counted anew');
    const renewal = setInterval(() => void sizes.renew().catch(uncounted), sizesRenewedEvery).unref();
    return {
      url: server.url,
      metricsUrl: `${metricsServer?.url ?? server.url}/metrics`,
      stop: async () => {
        await server.stop();
        clearInterval(renewal);
        await Promise.race([
          Promise.all([
            endpoint.stop(),
            federation?.stop(),
            store.close(),
            tracing.stop(),
            metricsServer?.stop(),
          ]),
          setTimeout(longestClosing, undefined, { ref: false }),
        ]);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
