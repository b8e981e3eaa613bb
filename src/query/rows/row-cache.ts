/** Caches small classes, their lists, and counts of large lists, each until a write touches a class from which it was read. */
import { VersionedCache, type CacheStats } from '../../cache/versioned-cache';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Versions } from '../../resource/versions';
import { unless, type Cancellation } from '../cancellation';
import type { ReadSet } from '../read-set';
import type { Reader } from '../sql';
import { CachedRows } from './cached-rows';
import type { ForRequest } from './cached-values';
import type { RowSource } from './cached';
import { ListWays } from './list-ways';
import { readSmallClasses } from './small-classes';

/** The tracked versions of the data. */
export interface VersionsNow {
  /** The current versions, synchronously if they are recent enough. */
  versions(): Versions | Promise<Versions>;
  /** Records that a version was seen. */
  learn(version: number): void;
}

export interface RowCacheOptions {
  reader: Reader;
  registry: Registry;
  version: VersionsNow;
  /** Maximum bytes; 0 turns the cache off. */
  memory: number;
  /** A class with at most so many records is cached. */
  rows: number;
  /** Timeout of a load in milliseconds. A load serves several requests and is not cancelled with any of them. */
  longest: number;
}

/** The state that all requests share. */
export interface Shared extends Omit<RowCacheOptions, 'memory'> {
  readonly cache: VersionedCache;
  /** The classes that are small enough to be cached. */
  readonly small: Set<Description>;
  readonly ways: ListWays;
}

/** How long the cache stays unused after reading the sizes of classes failed, in milliseconds. Failing may have been slow, too. */
const pauseAfterFailure = 10_000;
/** Interval for reading the sizes of classes again, in milliseconds. A class that has grown too large is detected at once. */
const sizesReadEvery = 60_000;

export class RowCache implements RowSource {
  private readonly cache: VersionedCache | null;
  private shared: Shared | null = null;
  private opening: Promise<Shared> | null = null;
  /** Time of the last reading of sizes, and the version at that time. */
  private sized = { at: -Infinity, version: -1 };
  private pausedUntil = -Infinity;
  private newest = 0;

  constructor(private readonly options: RowCacheOptions) {
    this.cache = options.memory > 0 ? new VersionedCache(options.memory) : null;
  }

  get stats(): CacheStats {
    return this.cache?.stats ?? { hits: 0, misses: 0, bytes: 0 };
  }

  now(cancellation?: Cancellation, reads?: ReadSet | null): CachedRows | null | Promise<CachedRows | null> {
    const { cache } = this;
    if (!cache) return null;
    const versions = this.options.version.versions();
    if (this.shared && !(versions instanceof Promise))
      return this.at(versions, this.shared, { cancellation, reads });
    return this.open(cache, versions, { cancellation, reads });
  }

  /**
   * The cache as one request sees it: at the same versions from its beginning to its end.
   * @param cancellation ends the waiting for a load; the load continues for other requests
   * @param reads records which classes the request reads from
   */
  forRequest(cancellation: Cancellation, reads?: ReadSet | null): RowSource {
    let seen: ReturnType<RowSource['now']> | undefined;
    const see = () => {
      const now = this.now(cancellation, reads);
      if (!(now instanceof Promise)) return now;
      return unless(
        cancellation,
        now.then((rows) => (seen = rows)),
      );
    };
    return { now: () => (seen === undefined ? (seen = see()) : seen) };
  }

  private at(versions: Versions, shared: Shared, request: ForRequest): CachedRows {
    const { number } = versions;
    // A database that was restored to an older state may reach the same versions with other data.
    if (number < this.newest) shared.cache.clear();
    this.newest = number;
    if (number !== this.sized.version && performance.now() - this.sized.at > sizesReadEvery)
      this.readSizes(versions, shared);
    return new CachedRows(versions, shared, request);
  }

  private async open(
    cache: VersionedCache,
    current: Versions | Promise<Versions>,
    request: ForRequest,
  ): Promise<CachedRows | null> {
    try {
      const versions = await current;
      if (!this.shared && performance.now() < this.pausedUntil) return null;
      const { memory: _, ...options } = this.options;
      const shared = (this.shared ??= await (this.opening ??= this.first(versions, {
        ...options,
        cache,
        small: new Set(),
        ways: new ListWays(),
      })));
      return this.at(versions, shared, request);
    } catch {
      // A problem of the cache must not affect requests. They ask the database instead, which reports what is wrong.
      return null;
    }
  }

  private async first(versions: Versions, shared: Shared): Promise<Shared> {
    try {
      await this.takeSizes(versions, shared);
      return shared;
    } catch (error) {
      this.pausedUntil = performance.now() + pauseAfterFailure;
      throw error;
    } finally {
      this.opening = null;
    }
  }

  private readSizes(versions: Versions, shared: Shared): void {
    // The former sizes are still valid.
    this.takeSizes(versions, shared).catch(() => undefined);
  }

  private async takeSizes({ number }: Versions, shared: Shared): Promise<void> {
    this.sized = { at: performance.now(), version: number };
    const found = await readSmallClasses(shared);
    shared.small.clear();
    for (const description of found) shared.small.add(description);
  }
}
