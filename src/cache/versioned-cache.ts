/** A cache of what was read from data that change: each entry is of a version, bounded in bytes, and loaded once for all who ask. */
import { LRUCache } from 'lru-cache';

/** A value that was loaded. */
export interface Loaded<T> {
  value: T;
  bytes: number;
  /** The version of the data from which it was read; null for what must not be given to others. */
  version: number | null;
}

/** How often the cache could help, and what it takes. */
export interface CacheStats {
  /** Asked for and there. */
  readonly hits: number;
  /** Asked for and loaded first. */
  readonly misses: number;
  /** Bytes, as estimated. */
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

/** What the cache itself takes for each entry. */
const bytesOfEntry = 200;
/** A value that takes more than this part of the memory is not cached: it would evict all others. */
const largestPart = 1 / 2;
/** A value that was evicted, or could not be loaded, is loaded again when it is asked for the so-many-th time: below that, loading would cost more. */
export const asksAfterLoss = 8;
/** So many keys are remembered for admission alone. */
const mostDeferred = 10_000;
/** A value whose place was taken is held for requests that began before, so that they see one version to their end: as long as most may run, in milliseconds. */
const heldAfterwards = 10_000;
/** The part of the memory for these. */
const partHeld = 1 / 8;

export class VersionedCache {
  private readonly entries: LRUCache<string, Entry>;
  /** The values before these, for requests that began before. */
  private readonly former: LRUCache<string, Entry>;
  private readonly loadings = new Map<string, Loading>();
  /** How often values must still be asked for before they are loaded. */
  private readonly deferred = new LRUCache<string, number>({ max: mostDeferred });
  private hits = 0;
  private misses = 0;
  /** Raised when all is forgotten, so that nothing comes back that is still being loaded. */
  private era = 0;

  /** @param memory bytes that the values may take together; the least recently used make room. */
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

  /** A value of this version, or null where there is none to be had; undefined where it is not known. */
  get(key: string, version: number): unknown {
    const latest = this.entries.get(key);
    if (!latest || latest.version < version) return undefined;
    // What is older than what is cached cannot be loaded any more.
    const found = latest.version === version ? latest : this.former.get(key);
    const value = found?.version === version ? found.value : null;
    if (value !== null) this.hits += 1;
    return value;
  }

  /** Says that a value is to be loaded only when it has been asked for so many times. */
  defer(key: string, asks: number): void {
    if (!this.deferred.has(key)) this.deferred.set(key, asks);
  }

  /** Whether a value is asked for often enough to be loaded; each call counts. */
  shouldAdmit(key: string): boolean {
    const asks = this.deferred.get(key);
    if (asks === undefined) return true;
    if (asks > 1) this.deferred.set(key, asks - 1);
    return asks <= 1;
  }

  /** Who loads a value of this version at this moment. */
  loadingOf(key: string, version: number): Promise<unknown> | undefined {
    const found = this.loadings.get(key);
    return found?.version === version ? found.loading : undefined;
  }

  /** Loads a value of a version; whoever asks `loadingOf` meanwhile gets the same. What fails is not cached. */
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

  /** Forgets everything. */
  clear(): void {
    this.era += 1;
    this.entries.clear();
    this.former.clear();
    this.loadings.clear();
  }

  private put(key: string, { value, bytes: ownBytes, version }: Loaded<unknown>): void {
    // What was read from older data must not take the place of what was read from newer ones.
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
