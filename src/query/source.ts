/** Where a request reads from: the row cache if possible, otherwise the database. */
import { bytesOf } from '../cache/bytes';
import type { Description } from '../resource/description';
import type { StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import type { ReadClasses } from '../resource/versions';
import type { RequestedList } from './requested-list';
import { readKeyed, type KeyedRead } from './keyed-read';
import type { ReadPage, RecordPage } from './listed-page';
import { after, begin, otherwise, type MaybePromise } from './maybe-promise';
import type { Reading } from './records';
import { deeplyFrozen } from './rows/cached';
import type { CachedRows } from './rows/cached-rows';
import { isStorable, type Reader } from './sql';
import { getOrMake } from '../maps';

/** Finds a record by its key. */
type RecordAt = (key: string) => StoredRecord | undefined;

export class Source {
  /** @param cached the row cache as this request sees it; null if there is none */
  constructor(
    readonly reader: Reader,
    readonly registry: Registry,
    readonly cached: CachedRows | null,
  ) {}

  /** The records with these distinct keys: one statement per class. */
  records(keys: readonly string[], reading: Reading): MaybePromise<RecordAt> {
    const byClass = new Map<Description, string[]>();
    for (const key of keys) {
      const description = this.registry.ofKey(key);
      if (!description || !isStorable(key)) continue;
      getOrMake(byClass, description, () => []).push(key);
    }
    const parts = begin([...byClass], ([description, some]) => this.ofClass(description, some, reading));
    return after(parts, (found) => (key) => {
      for (const records of found) {
        const record = records.get(key);
        if (record) return record;
      }
      return undefined;
    });
  }

  /** A page of a list for each parent. */
  pages(list: RequestedList, parents: readonly string[]): MaybePromise<RecordPage[]> {
    const { listing, signature } = list.request;
    const { terms, window } = list.opened;
    return otherwise<RecordPage[]>(this.cached?.pages({ listing, terms, window, signature }, parents), () =>
      this.readPages(list, parents),
    );
  }

  /** The keys on a page of a list by parent; parents without any are absent. */
  async pagedKeys(list: RequestedList, parents: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const found = await readKeyed(this.reader, list.keys, distinct(parents));
    return new Map([...found].map(([parent, { rows }]) => [parent, rows.map((row) => row.id as string)]));
  }

  /** The total count of a list for each parent. */
  counts(list: RequestedList, parents: readonly string[]): MaybePromise<readonly number[]> {
    const { listing } = list.request;
    const read = async () => {
      const found = await readKeyed(this.reader, list.counts, distinct(parents));
      return parents.map((parent) => found.get(parent) ?? 0);
    };
    return otherwise<readonly number[]>(this.cached?.counts(list.request, parents), () =>
      this.remember(
        `count ${list.name} ${JSON.stringify(parents)}`,
        (cached) => cached.classesOf(listing),
        read,
      ),
    );
  }

  /**
   * Reads something, or returns what an earlier request read from the same data.
   * @param key everything that it depends on, except for the data
   * @param classesOf the classes from which it is read
   */
  remember<T extends object>(
    key: string,
    classesOf: (cached: CachedRows) => ReadClasses,
    read: () => Promise<T>,
  ): MaybePromise<T> {
    const { cached } = this;
    if (!cached) return read();
    return cached.remember(
      key,
      () => classesOf(cached),
      bytesOf,
      async () => deeplyFrozen(await read()),
    );
  }

  private ofClass(
    description: Description,
    keys: readonly string[],
    reading: Reading,
  ): MaybePromise<ReadonlyMap<string, StoredRecord>> {
    return otherwise<ReadonlyMap<string, StoredRecord>>(this.cached?.records(description), () =>
      readKeyed(this.reader, reading(description).byKey, keys),
    );
  }

  private readPages(list: RequestedList, parents: readonly string[]): MaybePromise<RecordPage[]> {
    const { of } = list.request.listing;
    const read = (pages: KeyedRead<ReadPage>) =>
      readKeyed(this.reader, pages, distinct(parents)).then((found) =>
        parents.map((parent) => found.get(parent) ?? list.none),
      );
    // If records are cached, or may be of any class, pages are read as keys, and the records of all pages are looked up together.
    return after(of ? (this.cached?.records(of) ?? null) : null, (cached) =>
      of && !cached
        ? read(list.pages)
        : read(list.keys).then((pages) => this.withRecords(pages, list.reading)),
    );
  }

  /** A page may have been read after a write that the cached records are from before: what they lack is read as well. */
  private withRecords(pages: readonly ReadPage[], reading: Reading): MaybePromise<RecordPage[]> {
    const keys = [...new Set(pages.flatMap(({ rows }) => rows.map((row) => row.id as string)))];
    const filled = (recordAt: RecordAt): RecordPage[] =>
      pages.map((page) => page.with(page.rows.map((row) => present(recordAt, row.id as string))));
    return after(this.records(keys, reading), (recordAt) => {
      const missing = this.cached ? keys.filter((key) => !recordAt(key)) : [];
      if (missing.length === 0) return filled(recordAt);
      const uncached = new Source(this.reader, this.registry, null);
      return after(uncached.records(missing, reading), (readAt) =>
        filled((key) => recordAt(key) ?? readAt(key)),
      );
    });
  }
}

/** Removes duplicate parents: a record may occur several times in an answer. */
function distinct(parents: readonly string[]): readonly string[] {
  const once = new Set(parents);
  return once.size === parents.length ? parents : [...once];
}

function present(recordAt: RecordAt, key: string): StoredRecord {
  const record = recordAt(key);
  if (!record) throw new Error(`A link points to ${key}, which does not exist.`);
  return record;
}
