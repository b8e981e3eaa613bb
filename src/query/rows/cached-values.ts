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

/**
 * A remembered result. If something was written while it was read, it may contain that or not: whether it is of its version is checked
 * when it is used for the first time, as most results are not used again.
 */
class Remembered<T> {
  isOfVersion = false;
  private checking: Promise<boolean> | null = null;

  constructor(readonly value: T) {}

  /** @param check whether the data still have the version of the result. A failure counts as no. */
  check(check: () => Promise<boolean>): Promise<boolean> {
    return (this.checking ??= check()
      .catch(() => false)
      .then((isOfVersion) => {
        this.checking = null;
        return (this.isOfVersion = isOfVersion);
      }));
  }
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
    const { cache, ways } = this.shared;
    // In another epoch, the same number may stand for other data.
    const place = `remembered ${this.versions.epoch} ${shortened(key)}`;
    const classes = ways.classesOf(place, classesOf);
    this.note(classes);
    const version = this.versions.of(classes);
    const found = cache.get(place, version) as Remembered<T> | null | undefined;
    // Too large to be cached.
    if (found === null) return read();
    if (found?.isOfVersion) return found.value;
    const load = (): Promise<T> => {
      const others = cache.loadingOf(place, version) as Promise<Loaded<Remembered<T>>> | undefined;
      // The request that loads it may be cancelled. Then the next one loads it.
      const again = () => this.remember(key, classesOf, bytes, read);
      if (others) return this.waited(others.then(({ value }) => value.value).catch(again));
      const loading = cache.load(place, version, async () => {
        const value = await read();
        return { value: new Remembered(value), bytes: bytes(value), version };
      });
      return this.waited(loading.then(({ value }) => value.value));
    };
    if (!found) return load();
    const checking = found.check(async () => (await readVersion(this.shared.reader, classes)) === version);
    return this.waited(checking).then((isOfVersion) => (isOfVersion ? found.value : load()));
  }

  private waited<T>(awaited: Promise<T>): Promise<T> {
    const { cancellation } = this.request;
    return cancellation ? unless(cancellation, awaited) : awaited;
  }
}
