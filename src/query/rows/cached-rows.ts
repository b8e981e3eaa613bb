/** The row cache as one request sees it: everything at the versions that the data had when the request began. */
import sql, { join, raw } from 'sql-template-tag';
import { bytesOf } from '../../cache/bytes';
import { asksAfterLoss, type Loaded } from '../../cache/versioned-cache';
import { recordColumns, tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { recordOf } from '../../resource/record';
import type { Row } from '../../resource/values';
import type { ReadClasses, Versions } from '../../resource/versions';
import { unless, type Cancellation } from '../cancellation';
import { orderTerms, type OrderTerm } from '../order';
import { classesOfList, classesOfOrder, classesThrough } from '../read-classes';
import type { ReadSet } from '../read-set';
import { column, isOfClass, name, rowsBy } from '../sql';
import type { StatementKind } from '../subject-statements';
import {
  cachedRecord,
  deeplyFrozen,
  type Answer,
  type CachedPage,
  type CachedRecord,
  type CountedList,
  type PagedList,
} from './cached';
import { CachedList, entryOf, readWholeList } from './cached-list';
import { shortened, textOf, wayOf } from './list-ways';
import type { Shared } from './row-cache';
import { byKey, readVersion, readVersioned, type VersionedRows } from './versioned';

/** Lists and statements of a class may have this many times as many rows as a cached class may have records. */
const rowsForEach = 4;
/** Plans cache the values of a record again as JSON. That memory is counted in advance. */
const bytesBesideRecord = 2;

/** The request for which something is looked up. */
export interface ForRequest {
  /** Ends the waiting; a load continues for other requests. */
  readonly cancellation?: Cancellation | undefined;
  /** Records which classes the request reads from. */
  readonly reads?: ReadSet | null | undefined;
}

export class CachedRows {
  constructor(
    readonly versions: Versions,
    private readonly shared: Shared,
    private readonly request: ForRequest,
  ) {}

  /** Records that the request uses what was read from these classes. */
  note(classes: ReadClasses): void {
    this.request.reads?.add(classes);
  }

  /** All records of a class by key; null if the class is too large to be cached. */
  records(of: Description): Answer<ReadonlyMap<string, CachedRecord>> {
    if (!this.shared.small.has(of)) return null;
    return this.cached(`records ${of.type}`, [of], (signal) => this.readRecords(of, signal));
  }

  /** The identifiers or evidence of all records of a class by key. Records without any are absent. */
  statements<T extends object>(
    { name: kind, from, columns, order, of: statementOf }: StatementKind<T>,
    of: Description,
  ): Answer<ReadonlyMap<string, readonly T[]>> {
    if (!this.shared.small.has(of)) return null;
    return this.cached(`${kind} ${of.type}`, [of], async (signal) => {
      const most = this.mostRows;
      const select = sql`SELECT ${columns} FROM ${from} WHERE ${isOfClass(raw('t.subject_id'), of)} LIMIT ${most + 1}`;
      const { version, rows } = await readVersioned(this.shared.reader, [of], { select, order }, signal);
      if (rows.length > most) return { value: null, bytes: 0, version };
      const bySubject = rowsBy('id', rows);
      const value = new Map([...bySubject].map(([id, own]) => [id, deeplyFrozen(own.map(statementOf))]));
      return { value, bytes: bytesOf([...value.keys(), ...value.values()]), version };
    });
  }

  /** A page of a list for each parent; null if the list is not cached, or a cursor's row no longer exists. */
  pages({ window, terms, ...list }: PagedList, parents: readonly string[]): Answer<CachedPage[]> {
    return after(this.list(list, terms), (cached) => cached.pages(window, parents));
  }

  /** The total count of a list for each parent; null if the list is not cached. */
  counts(list: CountedList, parents: readonly string[]): Answer<number[]> {
    if (!this.isSmall(list)) return null;
    const terms = this.shared.ways.orderOf(wayOf(list)) ?? orderTerms(list.listing, [], 'en');
    return after(this.list(list, terms), (cached) => cached.counts(parents));
  }

  /** The classes from which a list is read. */
  classesOf = (listing: CountedList['listing']): ReadClasses =>
    classesOfList(listing, this.shared.registry, this.shared.reader);

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

  /** Whether a list may be cached as a whole. */
  private isSmall({ listing }: Pick<CountedList, 'listing'>): boolean {
    const { registry, small } = this.shared;
    const through = listing.search ? null : classesThrough(listing, registry);
    return through?.every((each) => small.has(each)) ?? false;
  }

  /** A list in its order, with all its parents. */
  private list({ listing, signature }: CountedList, terms: readonly OrderTerm[]): Answer<CachedList> {
    if (!this.isSmall({ listing })) return null;
    const { registry, cache, ways } = this.shared;
    const way = wayOf({ listing, signature });
    const key = `list ${way} ${textOf(terms)}`;
    if (ways.isOneTooMany(listing.name, way)) cache.defer(key, 2);
    const own = this.classesOf(listing);
    const others = classesOfOrder(terms, registry);
    const classes = others.length === 0 || own === 'everything' ? own : [...own, ...others];
    return this.cached(key, classes, async (signal) => {
      ways.note(listing.name, way, terms);
      const most = this.mostRows;
      const read = await readWholeList(this.shared.reader, listing, { terms, classes, most }, signal);
      return this.listOf(read, listing.of, terms, this.versions.of(classes));
    });
  }

  private async listOf(
    { rows, version }: VersionedRows,
    of: Description | null,
    terms: readonly OrderTerm[],
    asked: number,
  ): Promise<Loaded<CachedList | null>> {
    if (rows.length > this.mostRows) return { value: null, bytes: 0, version };
    // Records of another version would not fit.
    const records = version === asked ? await this.recordsOf(rows, of) : null;
    if (!records) return { value: null, bytes: 0, version: null };
    const entries = rows.flatMap((row, index) => {
      const record = records[index];
      return record ? [entryOf(terms, row, record)] : [];
    });
    const value = new CachedList(entries);
    return { value, bytes: value.bytes, version };
  }

  /** The records for rows of keys; null if one of them is not cached. */
  private async recordsOf(rows: readonly Row[], of: Description | null): Promise<CachedRecord[] | null> {
    const { registry } = this.shared;
    const classOf = ({ id }: Row) => of ?? registry.ofKey(id as string);
    const cached = new Map<Description | undefined, ReadonlyMap<string, CachedRecord> | null>();
    for (const each of new Set(rows.map(classOf))) cached.set(each, each ? await this.records(each) : null);
    const records: CachedRecord[] = [];
    for (const row of rows) {
      const record = cached.get(classOf(row))?.get(row.id as string);
      if (!record) return null;
      records.push(record);
    }
    return records;
  }

  private async readRecords(
    of: Description,
    signal: AbortSignal,
  ): Promise<Loaded<ReadonlyMap<string, CachedRecord> | null>> {
    const { reader, small, rows: most } = this.shared;
    const columns = join(recordColumns(of).map((each) => column('t', each)));
    const select = sql`SELECT ${columns} FROM ${name(tableOf(of))} t LIMIT ${most + 1}`;
    const { version, rows } = await readVersioned(reader, [of], { select, order: byKey }, signal);
    if (rows.length > most) {
      small.delete(of);
      return { value: null, bytes: 0, version };
    }
    const records = rows.map((row) => cachedRecord(recordOf(of, row)));
    return {
      value: new Map(records.map((record) => [record.key, record])),
      bytes: records.reduce((sum, record) => sum + bytesOf(record) * bytesBesideRecord, 0),
      version,
    };
  }

  private cached<T>(
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

  private get mostRows(): number {
    return this.shared.rows * rowsForEach;
  }

  private waited<T>(awaited: Promise<T>): Promise<T> {
    const { cancellation } = this.request;
    return cancellation ? unless(cancellation, awaited) : awaited;
  }
}

/** Continues with an answer when it is available. */
function after<T, U>(answer: Answer<T>, follow: (value: T) => U | null): Answer<U> {
  if (answer instanceof Promise) return answer.then((value) => (value === null ? null : follow(value)));
  return answer === null ? null : follow(answer);
}
