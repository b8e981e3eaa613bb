/** How one request finds what is cached, and has it loaded where it is not: at the versions that the data had when the request began. */
import { asksAfterLoss, type Loaded } from '../../cache/versioned-cache';
import type { ReadClasses, Versions } from '../../resource/versions';
import { unless, type Cancellation } from '../cancellation';
import type { ReadSet } from '../read-set';
import type { Answer } from './cached';
import { shortened } from './list-ways';
import type { Shared } from './row-cache';
import { readVersion } from './versioned';

/** The request for which something is looked up. */
export interface ForRequest {
  /** Ends the waiting; a load continues for other requests. */
  readonly cancellation?: Cancellation | undefined;
  /** Records which classes the request reads from. */
  readonly reads?: ReadSet | null | undefined;
}

export class CachedValues {
  constructor(
    readonly versions: Versions,
    protected readonly shared: Shared,
    private readonly request: ForRequest,
  ) {}

  /** Records that the request uses what was read from these classes. */
  note(classes: ReadClasses): void {
    this.request.reads?.add(classes);
  }

  /** What is cached under a key; null if it is not, and is not to be. A failed load is null, too. */
  get<T>(
    key: string,
    classes: ReadClasses,
    read: (signal: AbortSignal) => Promise<Loaded<T | null>>,
  ): Answer<T> {
    const { cache, longest, version: tracker } = this.shared;
    this.note(classes);
    const version = this.versions.of(classes);
    const found = cache.get(key, version);
    if (found !== undefined) return found as T | null;
    const others = cache.loadingOf(key, version) as Promise<Loaded<T | null>> | undefined;
    if (!others && !cache.shouldAdmit(key)) return null;
    const loading =
      others ??
      cache.load(key, version, () =>
        read(AbortSignal.timeout(longest)).catch((): Loaded<null> => {
          // The request reads it itself and gets the error. Failing may have been slow, too, so it is not tried again at once.
          cache.defer(key, asksAfterLoss);
          return { value: null, bytes: 0, version: null };
        }),
      );
    return this.waited(
      loading.then((loaded) => {
        if (loaded.version !== null && loaded.version > this.versions.number) tracker.learn(loaded.version);
        return loaded.version === version ? loaded.value : null;
      }),
    );
  }

  /**
   * Caches small results that are expensive to read, such as counts and facets of large lists.
   * @param key everything that it depends on, except for the data
   * @param classesOf the classes from which it is read. They depend only on the key, so they are determined once.
   * @param bytes the memory of the result
   */
  remember<T>(
    key: string,
    classesOf: () => ReadClasses,
    bytes: (value: T) => number,
    read: () => Promise<T>,
  ): T | Promise<T> {
    const { cache, reader, ways } = this.shared;
    const place = `remembered ${shortened(key)}`;
    const classes = ways.classesOf(place, classesOf);
    this.note(classes);
    const version = this.versions.of(classes);
    const found = cache.get(place, version);
    if (found) return (found as { value: T }).value;
    // Too large to be cached.
    if (found === null) return read();
    const others = cache.loadingOf(place, version) as Promise<Loaded<{ value: T }>> | undefined;
    // The request that loads it may be cancelled. Then the next one loads it.
    const again = () => this.remember(key, classesOf, bytes, read);
    if (others) return this.waited(others.then(({ value }) => value.value).catch(again));
    const loading = cache.load(place, version, async () => {
      const value = await read();
      // If something was written during the read, the result may contain it or not.
      const now = await readVersion(reader, classes).catch(() => null);
      return { value: { value }, bytes: bytes(value), version: now === version ? version : null };
    });
    return this.waited(loading.then(({ value }) => value.value));
  }

  private waited<T>(awaited: Promise<T>): Promise<T> {
    const { cancellation } = this.request;
    return cancellation ? unless(cancellation, awaited) : awaited;
  }
}
