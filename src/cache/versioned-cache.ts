/**
 * A cache for values derived from data that change. Each entry belongs to a version; the cache is bounded in bytes, and concurrent
 * callers share one load.
 */
import { LRUCache } from 'lru-cache';

/** A loaded value. */
export interface Loaded<T> {
  value: T;
  bytes: number;
  /** The version of the data that it was read from; null if it must not be cached. */
  version: number | null;
}

/** Statistics of a cache. */
export interface CacheStats {
  /** Requested and found. */
  readonly hits: number;
  /** Requested and not found. */
  readonly misses: number;
  /** Estimated bytes. */
  readonly bytes: number;
}

interface Entry {
  readonly version: number;
  readonly value: unknown;
  readonly bytes: number;
}

interface Loading {
  readonly version: number;
  readonly loading: Promise<unknown>;
}

/** Overhead per entry. */
const bytesOfEntry = 200;
/** A larger part of the memory is not given to one value, as it would evict all others. */
const largestPart = 1 / 2;
/** A value that was evicted or failed to load is loaded again only after so many requests, because loading it each time would cost more. */
export const asksAfterLoss = 8;
/** Maximum number of keys that are counted for admission. */
const mostDeferred = 10_000;
/**
 * How long a replaced value is kept for requests that started before, in milliseconds: the longest that a request may run. So each
 * request sees one version until it ends.
 */
const heldAfterwards = 10_000;
/** The part of the memory for replaced values. */
const partHeld = 1 / 8;

export class VersionedCache {
  private readonly entries: LRUCache<string, Entry>;
  /** Replaced values, for requests that started before. */
  private readonly former: LRUCache<string, Entry>;
  private readonly loadings = new Map<string, Loading>();
  /** How many more requests are needed before a value is loaded. */
  private readonly deferred = new LRUCache<string, number>({ max: mostDeferred });
  private hits = 0;
  private misses = 0;
  /** Raised when the cache is cleared, so that loads which are still running store nothing. */
  private era = 0;

  /** @param memory maximum bytes of all values; the least recently used are evicted */
  constructor(private readonly memory: number) {
    const sizeCalculation = ({ bytes }: Entry) => bytes;
    const held = Math.ceil(memory * partHeld);
    this.former = new LRUCache<string, Entry>({
      maxSize: held,
      sizeCalculation,
      ttl: heldAfterwards,
      ttlAutopurge: true,
    });
    this.entries = new LRUCache<string, Entry>({
      maxSize: Math.max(1, memory - held),
      sizeCalculation,
      dispose: (entry, key, reason) => {
        if (reason === 'evict') this.deferred.set(key, asksAfterLoss);
        if (reason === 'set') this.former.set(key, entry);
      },
    });
  }

  get stats(): CacheStats {
    return {
      hits: this.hits,
      misses: this.misses,
      bytes: this.entries.calculatedSize + this.former.calculatedSize,
    };
  }

  /** Returns the value of this version. Undefined if it may be loaded; null if it cannot be loaded, because newer data are already cached. */
  get(key: string, version: number): unknown {
    const latest = this.entries.get(key);
    if (!latest || latest.version < version) return undefined;
    // Data of an older version can no longer be read.
    const found = latest.version === version ? latest : this.former.get(key);
    const value = found?.version === version ? found.value : null;
    if (value !== null) this.hits += 1;
    return value;
  }

  /** Requires so many requests before a value is loaded. */
  defer(key: string, asks: number): void {
    if (!this.deferred.has(key)) this.deferred.set(key, asks);
  }

  /** Whether a value was requested often enough to be loaded. Each call counts as a request. */
  shouldAdmit(key: string): boolean {
    const asks = this.deferred.get(key);
    if (asks === undefined) return true;
    if (asks > 1) this.deferred.set(key, asks - 1);
    return asks <= 1;
  }

  /** A running load of this version, if any. */
  loadingOf(key: string, version: number): Promise<unknown> | undefined {
    const found = this.loadings.get(key);
    return found?.version === version ? found.loading : undefined;
  }

  /** Loads a value. Concurrent callers find it with `loadingOf`. A failed load is not cached. */
  load<T>(key: string, version: number, read: () => Promise<Loaded<T>>): Promise<Loaded<T>> {
    this.misses += 1;
    const { era } = this;
    const loading = read()
      .then((loaded) => {
        if (era === this.era) this.put(key, loaded);
        return loaded;
      })
      .finally(() => {
        if (this.loadings.get(key)?.loading === loading) this.loadings.delete(key);
      });
    this.loadings.set(key, { version, loading });
    return loading;
  }

  /** Clears the cache. */
  clear(): void {
    this.era += 1;
    this.entries.clear();
    this.former.clear();
    this.loadings.clear();
  }

  private put(key: string, { value, bytes: ownBytes, version }: Loaded<unknown>): void {
    // Data of an older version must not replace newer ones.
    if (version === null || version < (this.entries.peek(key)?.version ?? 0)) return;
    const bytes = ownBytes + bytesOfEntry + 2 * key.length;
    if (bytes <= this.memory * largestPart) {
      this.entries.set(key, { version, value, bytes });
      return;
    }
    this.entries.set(key, { version, value: null, bytes: bytesOfEntry + 2 * key.length });
    this.deferred.set(key, asksAfterLoss);
  }
}
