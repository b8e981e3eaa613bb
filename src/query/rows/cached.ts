/** What is cached of the catalogue between requests: asked at each level of a query, so it answers at once where it can. */
import { shareable, type SharedRecord, type StoredRecord } from '../../resource/record';
import type { RecordPage } from '../listed-page';
import type { Listing } from '../listing';
import type { OrderTerm, Place } from '../order';
import type { Window } from '../page';
import type { CachedRows } from './cached-rows';

/** Where a request finds what is cached. */
export interface RowSource {
  /** What is cached of the data as they are now; null where nothing is. */
  now(): CachedRows | null | Promise<CachedRows | null>;
}

/** At once, later, or not at all: then the database must be asked. */
export type Answer<T> = T | Promise<T | null> | null;

/** A list whose rows are counted. */
export interface CountedList {
  listing: Listing;
  /** What tells it from the same list with other arguments, beside its page and order. */
  signature: string;
}

/** A list of which a page is read. */
export interface PagedList extends CountedList {
  terms: readonly OrderTerm[];
  window: Window;
}

/** A page of a cached list, as it was asked for; none is of a search. */
export class CachedPage implements RecordPage {
  /** @param places of the records in the order, of which their cursors are made. */
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

/** A whole record that all requests share: nobody may change it. */
export type CachedRecord = SharedRecord;

/** Makes a record one that all requests may share. */
export const cachedRecord = (record: StoredRecord): CachedRecord => deeplyFrozen(shareable(record));

/** Nobody may change what all requests share. */
export function deeplyFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) deeplyFrozen(part);
  }
  return Object.freeze(value);
}
