/** How the catalogue is read by all requests. */
import type { Config } from './config';
import { registry } from './registry';
import { ReadBatcher } from './query/read-batcher';
import { RowCache } from './query/rows/row-cache';
import { Sizes } from './query/sizes';
import type { Reader } from './query/sql';
import type { Store } from './store/store';
import type { Metrics } from './telemetry/metrics';
import { watchedReader } from './telemetry/watched-reader';

/** Statement timeout for filling the row cache, in milliseconds: on SQLite all other reads wait meanwhile. */
const longestCaching = 5_000;

/** What the catalogue is read with, shared by all requests. */
export interface CatalogueReading {
  reader: Reader;
  /** Batches reads of concurrent requests; null if each request reads alone. */
  shared: ReadBatcher | null;
  rowCache: RowCache;
  sizes: Sizes;
}

export async function catalogueReading(
  store: Store,
  config: Config,
  metrics: Metrics,
): Promise<CatalogueReading> {
  const reader = watchedReader(store, (run) => metrics.statement(run));
  const rowCache = new RowCache({
    ...config.rowCache,
    reader,
    registry,
    version: store.version,
    longest: Math.min(config.limits.deadline, longestCaching),
  });
  metrics.watchRowCache(() => rowCache.stats);
  const sizes = new Sizes(store, registry);
  await sizes.renew();
  const shared = config.sharedReads ? new ReadBatcher(reader, store.connections) : null;
  return { reader, shared, rowCache, sizes };
}
