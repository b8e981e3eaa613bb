/** What is cached of a small world between requests. */
import type { CachedRows } from '../../src/query/rows/cached-rows';
import { RowCache, type RowCacheOptions } from '../../src/query/rows/row-cache';
import type { SmallWorld } from './small-world';

/** Caches everything of a world, unless a test says otherwise. */
export const rowCacheOf = (
  { store, registry }: Pick<SmallWorld, 'store' | 'registry'>,
  otherwise: Partial<RowCacheOptions> = {},
): RowCache =>
  new RowCache({
    reader: store,
    registry,
    version: store.version,
    memory: 100_000_000,
    rows: 1_000,
    longest: 60_000,
    ...otherwise,
  });

/** What is cached of the data as they are now. */
export async function cachedNow(cache: RowCache): Promise<CachedRows> {
  const rows = await cache.now();
  if (!rows) throw new Error('Nothing is cached.');
  return rows;
}
