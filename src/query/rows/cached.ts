/** The types of the row cache. It is asked at each level of a query, so it answers synchronously if possible. */
import { shareable, type SharedRecord, type StoredRecord } from '../../resource/record';
import type { RecordPage } from '../listed-page';
import type { Listing } from '../listing';
import type { OrderTerm, Place } from '../order';
import type { Window } from '../page';
import type { CachedRows } from './cached-rows';

/** The row cache for one request. */
export interface RowSource {
  /** The cache at the current versions; null if it is not available. */
  now(): CachedRows | null | Promise<CachedRows | null>;
}

/** Available now, later, or (null) not at all: then the database must be asked. */
export type Answer<T> = T | Promise<T | null> | null;

/** A list to count. */
export interface CountedList {
  listing: Listing;
  /** Identifies the list's arguments, except for page and order. */
  signature: string;
}

/** A list of which a page is read. */
export interface PagedList extends CountedList {
  terms: readonly OrderTerm[];
  window: Window;
}

/** A page of a cached list. Lists with a search are not cached, so it has no scores. */
export class CachedPage implements RecordPage {
  readonly hits = null;

  /** @param places the records' places in the order, for cursors */
  constructor(
    readonly records: readonly CachedRecord[],
    private readonly places: readonly Place[],
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
  ) {}

  placeOf(index: number): Place {
    return this.places[index] ?? [];
  }

  scoreOf(): null {
    return null;
  }
}

/** A complete record that all requests share, so it is frozen. */
export type CachedRecord = SharedRecord;

/** Makes a record shareable between requests. */
export const cachedRecord = (record: StoredRecord): CachedRecord => deeplyFrozen(shareable(record));

/** Freezes a value with everything that it contains. */
export function deeplyFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) deeplyFrozen(part);
  }
  return Object.freeze(value);
}
