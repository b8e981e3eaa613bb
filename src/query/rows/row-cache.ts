/** Caches small classes of the catalogue, their lists, and counts of large ones, each until a write touches what it was read from. */
import { VersionedCache, type CacheStats } from '../../cache/versioned-cache';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Versions } from '../../resource/versions';
import { unless, type Cancellation } from '../cancellation';
import type { Reader } from '../sql';
import { CachedRows } from './cached-rows';
import type { RowSource } from './cached';
import { ListWays } from './list-ways';
import { readSmallClasses } from './small-classes';

/** The versions of the data, as far as they are known. */
export interface VersionsNow {
  /** The versions of now, at once where they are known well enough. */
  versions(): Versions | Promise<Versions>;
  /** Takes note of a version that was seen. */
  learn(version: number): void;
}

export interface RowCacheOptions {
  reader: Reader;
  registry: Registry;
  version: VersionsNow;
  /** Bytes that it may take; 0 switches it off. */
  memory: number;
  /** Rows of the largest class that is cached. */
  rows: number;
  /** How long one loading may take, in milliseconds: it serves others than who began it, and ends with none of them. */
  longest: number;
}

/** What all requests share. */
export interface Shared extends Omit<RowCacheOptions, 'memory'> {
  readonly cache: VersionedCache;
  /** The classes of which all records may be cached. */
  readonly small: Set<Description>;
  readonly ways: ListWays;
}

/** How long nothing is cached after it could not be read which classes are small, in milliseconds: what fails may be slow as well. */
const pauseAfterFailure = 10_000;
/** How often it is read anew which classes are small, in milliseconds. One that has grown too large is found out at once. */
const sizesReadEvery = 60_000;

export class RowCache implements RowSource {
  private readonly cache: VersionedCache | null;
  private shared: Shared | null = null;
  private opening: Promise<Shared> | null = null;
  /** The last time that sizes were read, and the version that the data had. */
  private sized = { at: -Infinity, version: -1 };
  private pausedUntil = -Infinity;
  private newest = 0;

  constructor(private readonly options: RowCacheOptions) {
    this.cache = options.memory > 0 ? new VersionedCache(options.memory) : null;
  }

  get stats(): CacheStats {
    return this.cache?.stats ?? { hits: 0, misses: 0, bytes: 0 };
  }

  now(cancellation?: Cancellation): CachedRows | null | Promise<CachedRows | null> {
    const { cache } = this;
    if (!cache) return null;
    const versions = this.options.version.versions();
    if (this.shared && !(versions instanceof Promise)) return this.at(versions, this.shared, cancellation);
    return this.open(cache, versions, cancellation);
  }

  /**
   * What is cached, as one request sees it: of the same versions from its beginning to its end.
   * @param cancellation ends the waiting for what is loaded; the loading goes on for others.
   */
  forRequest(cancellation: Cancellation): RowSource {
    let seen: ReturnType<RowSource['now']> | undefined;
    const see = () => {
      const now = this.now(cancellation);
      if (!(now instanceof Promise)) return now;
      return unless(
        cancellation,
        now.then((rows) => (seen = rows)),
      );
    };
    return { now: () => (seen === undefined ? (seen = see()) : seen) };
  }

  private at(versions: Versions, shared: Shared, cancellation: Cancellation | undefined): CachedRows {
    const { number } = versions;
    // A database that was put back to an older state may come to the same versions with other data.
    if (number < this.newest) shared.cache.clear();
    this.newest = number;
    if (number !== this.sized.version && performance.now() - this.sized.at > sizesReadEvery)
      this.readSizes(versions, shared);
    return new CachedRows(versions, shared, cancellation);
  }

  private async open(
    cache: VersionedCache,
    asked: Versions | Promise<Versions>,
    cancellation: Cancellation | undefined,
  ): Promise<CachedRows | null> {
    try {
      const versions = await asked;
      if (!this.shared && performance.now() < this.pausedUntil) return null;
      const { memory: _, ...options } = this.options;
      const shared = (this.shared ??= await (this.opening ??= this.first(versions, {
        ...options,
        cache,
        small: new Set(),
        ways: new ListWays(),
      })));
      return this.at(versions, shared, cancellation);
    } catch {
      // Nobody is hindered by what cannot be cached: who asks the database will be told what is wrong.
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
    // Nothing is wrong with what was read before.
    this.takeSizes(versions, shared).catch(() => undefined);
  }

  private async takeSizes({ number }: Versions, shared: Shared): Promise<void> {
    this.sized = { at: performance.now(), version: number };
    const found = await readSmallClasses(shared);
    shared.small.clear();
    for (const description of found) shared.small.add(description);
  }
}
