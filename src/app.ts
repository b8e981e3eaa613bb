/** The composition root: creates the parts of the gateway, connects and starts them. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import type { Config } from './config';
import { requestReading } from './http/catalogue-context';
import { harvestRoutes } from './http/harvest';
import { harvestApis } from './http/harvest/apis';
import { health } from './http/health';
import { pageFrame } from './http/page-frame';
import { pageOfError } from './http/page-of-error';
import { docs } from './http/docs';
import { pages } from './http/pages';
import { pathOf } from './http/public-path';
import { Rate } from './http/rate';
import { recordRoutes } from './http/records';
import { site } from './http/site';
import { serve, watching } from './http/serve';
import type { Sizes } from './query/sizes';
import { profilesOf } from './rdf/profiles/read-profiles';
import { endpointOf } from './catalogue-endpoint';
import { catalogueReading } from './catalogue-reading';
import { deriveInBackground } from './deriving';
import { federationOf } from './open-federation';
import { openStore } from './open-store';
import { registry } from './registry';
import type { Store } from './store/store';
import { seedOnce, type Seeding } from './seeding';
import { telemetryOf, type Telemetry } from './start-telemetry';

/** A running gateway. */
export interface App {
  /** Its URL. */
  url: string;
  /** The URL of its metrics. */
  metricsUrl: string;
  /** Reads the files of harvested sources and of subgraphs anew, and looks at once which sources are due. */
  reload: () => void;
  /** Stops it after running requests were answered. */
  stop: () => Promise<void>;
}

export interface AppOptions extends Seeding {
  /** The metrics of all worker processes. By default this is the only process. */
  metricsOfAll?: () => Promise<string>;
  /** How long running requests may take after the stop, in milliseconds. Default: 10,000. */
  longestDrain?: number;
}

/** How long closing may take after the last request, in milliseconds. It may hang on a statement that waits for a lock. */
const longestClosing = 1_000;

/** Interval for counting the records again if they changed, in milliseconds. */
const sizesRenewedEvery = 60_000;

/** Counts the records again at intervals. */
function renewSizes(sizes: Sizes, logger: Logger): NodeJS.Timeout {
  const uncounted = (error: unknown) => logger.warn({ err: error }, 'The records were not counted anew');
  return setInterval(() => void sizes.renew().catch(uncounted), sizesRenewedEvery).unref();
}

/** Serves the catalogue of an open store. */
async function serveStore(
  store: Store,
  config: Config,
  telemetry: Telemetry,
  longestDrain: number,
): Promise<App> {
  const { logger, metrics, tracing } = telemetry;
  const { limits } = config;
  const reading = await catalogueReading(store, config, metrics);
  const federation = await federationOf(config, logger, metrics);
  const listening = { url: '' };
  const publicUrl = () => config.publicUrl ?? listening.url;
  const addresses = { publicUrl, publicPath: pathOf(config.publicUrl) };
  const rate = new Rate(limits.costPerMinute);
  const watched = watching(config, telemetry, longestDrain);
  const parts = { store, reading, federation, watching: watched, metrics, addresses, rate };
  const { handler, tables, queries, stop: stopEndpoint } = await endpointOf(config, parts);
  const { sizes } = reading;
  const { drain } = watched;
  const webRoot = join(config.root, 'dist', 'web');
  const profiles = profilesOf(config.root);
  const addressing = {
    registry,
    readingOf: requestReading({ registry, limits, ...reading }),
    readingWhileSent: requestReading({ registry, limits: { ...limits, rows: Infinity }, ...reading }),
    rate,
    limits,
    ...addresses,
    queries,
  };
  const { publicPath } = addresses;
  const frame = await pageFrame({ webRoot, publicPath, notices: config.notices });
  const serving = await serve(
    {
      watching: watched,
      metrics,
      health: health({ check: () => store.readiness.now(), stopping: () => drain.stopping }),
      handler,
      routes: [
        harvestRoutes({ ...addressing, profiles: profiles.newest }),
        pages(webRoot, config.publicUrl),
        tables,
        site({
          registry,
          reader: reading.reader,
          rate,
          limits,
          ...addresses,
          schema: queries.schema,
          apis: harvestApis,
        }),
        docs({ root: config.root, registry, frame, ...addresses }),
        recordRoutes({ ...addressing, profiles: profiles.newest, frame }),
      ],
      pageOfError: pageOfError({ registry, frame, ...addresses }),
      recordPaths: registry.resources.map(({ path }) => path),
    },
    config,
  );
  listening.url = serving.url;
  const renewal = renewSizes(sizes, logger);
  // Loaded only where something is harvested.
  const harvesting =
    config.harvesting.sourcesFile === null
      ? null
      : await (await import('./start-harvesting.js')).startHarvesting(store, config, telemetry);
  const endDeriving = deriveInBackground(store, logger);
  return {
    url: serving.url,
    metricsUrl: serving.metricsUrl,
    reload: () => {
      harvesting?.reload();
      void federation?.reload();
    },
    stop: async () => {
      await Promise.all([serving.stop(), harvesting?.stop()]);
      clearInterval(renewal);
      endDeriving();
      await Promise.race([
        Promise.all([
          stopEndpoint(),
          federation?.stop(),
          store.close(),
          tracing.stop(),
          serving.stopMetrics(),
        ]),
        setTimeout(longestClosing, undefined, { ref: false }),
      ]);
    },
  };
}

/** Starts the gateway. A database that was never filled is seeded first. */
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
    const telemetry = await telemetryOf(config, logger, metricsOfAll);
    return await serveStore(store, config, telemetry, longestDrain);
  } catch (error) {
    await store.close();
    throw error;
  }
}
