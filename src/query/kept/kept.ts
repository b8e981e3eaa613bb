/** What is kept of the data between requests, for one version of it: asked at each level of a query, so it answers at once where it can. */
import type { Description } from '../../resource/description';
import type { Evidence, Identifier } from '../../resource/evidence';
import { shareable, type SharedRecord, type StoredRecord } from '../../resource/record';
import type { Listing } from '../listing';
import type { OrderTerm, Place } from '../order';
import type { Window } from '../page';

/** What is kept between requests. */
export interface Kept {
  /** What is kept of the data as it is now; null where keeping is switched off. */
  now(): Snapshot | Promise<Snapshot> | null;
}

/** At once, later, or not at all: then the database must be asked. */
export type Answer<T> = T | Promise<T | null> | null;

/** What is kept of one version of the data. It stays as it is for whoever has it, whatever is written meanwhile. */
export interface Snapshot {
  readonly version: number;
  /** Whole records of a class by key; null where the class is too large to be kept. */
  records(of: Description): Answer<ReadonlyMap<string, KeptRecord>>;
  /** The identifiers of the records of a class by key; none for a record that has none. */
  identifiers(of: Description): Answer<ReadonlyMap<string, readonly Identifier[]>>;
  /** The evidence of the records of a class by key; none for a record that has none. */
  evidence(of: Description): Answer<ReadonlyMap<string, readonly Evidence[]>>;
  /** A page of a list for each parent; null where the list is not kept, or a cursor names a row that is gone. */
  pages(list: PagedList, parents: readonly string[]): Answer<KeptPage[]>;
  /** How many records a list has for each parent; null where it is not kept. */
  counts(list: CountedList, parents: readonly string[]): Answer<number[]>;
  /**
   * Keeps what costs much to read and is small, such as counts and facets of large lists.
   * @param key what it is, with all that it depends on beside the data.
   * @param bytes how much memory it takes.
   */
  remember<T>(key: string, bytes: (value: T) => number, read: () => Promise<T>): T | Promise<T>;
}

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

/** A page of a kept list, as it was asked for. */
export interface KeptPage {
  records: readonly KeptRecord[];
  /** The place of each record in the order, of which its cursor is made. */
  places: readonly Place[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** Under this key the counts of a list that is not kept are remembered. */
export const countsKey = ({ listing, signature }: CountedList, parents: readonly string[]): string =>
  `count ${listing.name} ${signature} ${JSON.stringify(parents)}`;

/** A whole record that all requests share: nobody may change it. */
export type KeptRecord = SharedRecord;

/** Makes a record one that is kept. */
export const keptRecord = (record: StoredRecord): KeptRecord => deeplyFrozen(shareable(record));

/** Nobody may change what all requests share. */
export function deeplyFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) deeplyFrozen(part);
  }
  return Object.freeze(value);
}
