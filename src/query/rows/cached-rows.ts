/** The row cache as one request sees it: everything at the versions that the data had when the request began. */
import type { Loaded } from '../../cache/versioned-cache';
import type { Description } from '../../resource/description';
import type { Row } from '../../resource/values';
import type { ReadClasses } from '../../resource/versions';
import { orderTerms, type OrderTerm } from '../order';
import { classesOfList, classesOfOrder, classesThrough } from '../read-classes';
import type { StatementKind } from '../subject-statements';
import type { Answer, CachedPage, CachedRecord, CountedList, PagedList } from './cached';
import { CachedList, entryOf, readWholeList } from './cached-list';
import { CachedValues } from './cached-values';
import { textOf, wayOf } from './list-ways';
import { readRecords, readStatementsOf } from './read-class';
import type { VersionedRows } from './versioned';

/** Lists and statements of a class may have this many times as many rows as a cached class may have records. */
const rowsForEach = 4;

export class CachedRows extends CachedValues {
  /** All records of a class by key; null if the class is too large to be cached. */
  records(of: Description): Answer<ReadonlyMap<string, CachedRecord>> {
    if (!this.shared.small.has(of)) return null;
    return this.get(`records ${of.type}`, [of], (signal) => readRecords(this.shared, of, signal));
  }

  /** The identifiers or evidence of all records of a class by key. Records without any are absent. */
  statements<T extends object>(
    kind: StatementKind<T>,
    of: Description,
  ): Answer<ReadonlyMap<string, readonly T[]>> {
    if (!this.shared.small.has(of)) return null;
    const most = this.mostRows;
    return this.get(`${kind.name} ${of.type}`, [of], (signal) =>
      readStatementsOf(this.shared, kind, { of, most }, signal),
    );
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
  classesOf(listing: CountedList['listing']): ReadClasses {
    return classesOfList(listing, this.shared.registry, this.shared.reader);
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
    return this.get(key, classes, async (signal) => {
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
    requestedVersion: number,
  ): Promise<Loaded<CachedList | null>> {
    if (rows.length > this.mostRows) return { value: null, bytes: 0, version };
    // Records of another version would not fit.
    const records = version === requestedVersion ? await this.recordsOf(rows, of) : null;
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

  private get mostRows(): number {
    return this.shared.rows * rowsForEach;
  }
}

/** Continues with an answer when it is available. */
function after<T, U>(answer: Answer<T>, follow: (value: T) => U | null): Answer<U> {
  if (answer instanceof Promise) return answer.then((value) => (value === null ? null : follow(value)));
  return answer === null ? null : follow(answer);
}
