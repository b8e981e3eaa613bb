/** A complete list over small classes, in its order, for all its parents. Pages are cut from it in the same way as the database does. */
import sql, { join, raw } from 'sql-template-tag';
import { everyParent, type Listing } from '../listing';
import { namedPlace, namedPlaceIn, orderByNamedPlace, type OrderTerm, type Place } from '../order';
import type { Window } from '../page';
import type { Reader } from '../sql';
import { bytesOf } from '../../cache/bytes';
import type { ReadClasses } from '../../resource/versions';
import { CachedPage, type CachedRecord } from './cached';
import { readVersioned, selected, type VersionedRows } from './versioned';

/**
 * Reads the keys and places of a complete list, parent by parent. The SQL of the listing is the only definition of its content.
 * @param how its order, the classes from which it reads, and the maximum number of rows; one more is read, to detect that there are
 * more
 */
export function readWholeList(
  reader: Reader,
  listing: Listing,
  { terms, classes, most }: { terms: readonly OrderTerm[]; classes: ReadClasses; most: number },
  signal: AbortSignal,
): Promise<VersionedRows> {
  const parent = listing.parent ?? raw("''");
  const columns = join([sql`${parent} AS parent_key`, raw('t.id AS id'), ...namedPlace(terms)]);
  const select = sql`SELECT ${columns} ${listing.source(reader, everyParent)} LIMIT ${most + 1}`;
  return readVersioned(reader, classes, { select, order: orderByNamedPlace(terms, selected) }, signal);
}

interface Entry {
  parent: string;
  record: CachedRecord;
  place: Place;
}

/** The entry for a row of `readWholeList`. */
export function entryOf(
  terms: readonly OrderTerm[],
  row: Record<string, unknown>,
  record: CachedRecord,
): Entry {
  const place = namedPlaceIn(terms, row);
  // The key is last. The record's own string is used, to save memory.
  place[place.length - 1] = record.key;
  return { parent: row.parent_key as string, record, place };
}

/** The rows of one parent. */
class Rows {
  readonly records: CachedRecord[] = [];
  readonly places: Place[] = [];
  private indexByKey: Map<string, number> | null = null;
  readonly whole = new CachedPage(this.records, this.places, false, false);

  /** The index of a place; undefined if its row no longer exists or has moved. */
  indexOf(place: Place): number | undefined {
    this.indexByKey ??= new Map(this.records.map(({ key }, index) => [key, index]));
    const index = this.indexByKey.get(place.at(-1) as string);
    if (index === undefined) return undefined;
    const here = this.places[index] ?? [];
    return place.every((value, at) => value === here[at]) ? index : undefined;
  }
}

const none = new Rows();
const bytesOfParent = 400;
const bytesOfRow = 96;

export class CachedList {
  private readonly byParent = new Map<string, Rows>();
  readonly bytes: number;

  /** @param entries in the order of the list */
  constructor(entries: readonly Entry[]) {
    let bytes = 0;
    for (const { parent, record, place } of entries) {
      let rows = this.byParent.get(parent);
      if (!rows) {
        this.byParent.set(parent, (rows = new Rows()));
        bytes += bytesOfParent + parent.length;
      }
      rows.records.push(record);
      rows.places.push(place);
      bytes += bytesOfRow + bytesOf(place.slice(0, -1));
    }
    this.bytes = bytes;
  }

  counts(parents: readonly string[]): number[] {
    return parents.map((parent) => this.byParent.get(parent)?.records.length ?? 0);
  }

  /** A page for each parent. Null if a cursor's row no longer exists: then only the database can find the place. */
  pages(window: Window, parents: readonly string[]): CachedPage[] | null {
    const pages: CachedPage[] = [];
    for (const parent of parents) {
      const page = pageOf(this.byParent.get(parent) ?? none, window);
      if (!page) return null;
      pages.push(page);
    }
    return pages;
  }
}

function pageOf(rows: Rows, { size, backward, after, before }: Window): CachedPage | null {
  const { records, places, whole } = rows;
  if (!after && !before && records.length <= size) return whole;
  const behind = after && records.length > 0 ? rows.indexOf(after) : -1;
  const until = before && records.length > 0 ? rows.indexOf(before) : records.length;
  if (behind === undefined || until === undefined) return null;
  const room = Math.max(0, until - behind - 1);
  const from = backward ? Math.max(behind + 1, until - size) : behind + 1;
  const to = backward ? until : Math.min(until, from + size);
  return new CachedPage(
    room === 0 ? [] : records.slice(from, to),
    room === 0 ? [] : places.slice(from, to),
    backward ? before !== null : room > size,
    backward ? room > size : after !== null,
  );
}
