/** A connection as it is asked for, and as the schema shows it. */
import type { StoredRecord } from '../resource/record';
import type { LanguageTag } from '../resource/text';
import type { Facet } from './counting/facets';
import type { GroupedList, GroupRequest } from './counting/grouped-list';
import type { Listing } from './listing';
import { orderTerms, type OrderBy, type OrderTerm, type Place } from './order';
import { cursorOf, fingerprint, windowOf, type PageArguments, type Window } from './page';
import type { Search } from './search/hits';

/** A record in a list. */
export interface Edge {
  cursor: string;
  node: StoredRecord;
  /** How well it fits the search that narrows the list; null where none does. */
  score: number | null;
  search: Search | null;
}

/** A connection as the schema shows it; its parts are read on demand. */
export interface Connection {
  edges(): Promise<Edge[]>;
  nodes(): Promise<readonly StoredRecord[]>;
  pageInfo(): Promise<{
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  }>;
  totalCount(): Promise<number>;
  /** Counts of the values of one field over the whole list. */
  facet(asked: FacetRequest): Promise<Facet>;
  /** The whole list in groups. */
  groups(asked: GroupRequest): GroupedList;
}

/** A facet as it is asked for. */
export interface FacetRequest {
  field: string;
  first?: number | null;
  /** Whether the list is counted without what its filter says of this field. */
  excludeOwnFilter?: boolean | null;
}

/** How a list is to be read. */
export interface ConnectionRequest {
  listing: Listing;
  /** The list without what its filter says of one field. */
  without: (field: string) => Listing;
  /** Key of the record on which the list hangs; none for lists of a whole class. */
  parent?: string;
  /** What tells this list from the same one with other arguments, beside its page and order. */
  signature: string;
  page: PageArguments;
  orderBy: readonly OrderBy[];
  language: LanguageTag;
}

/** A list in its order, with the page that is asked for. */
export interface OpenedList {
  terms: readonly OrderTerm[];
  window: Window;
  /** The cursor of a place in it. */
  cursorAt: (place: Place) => string;
}

/** @throws BadUserInput for page arguments that do not fit. */
export function openList({ listing, page, orderBy, language }: ConnectionRequest): OpenedList {
  const terms = orderTerms(listing, orderBy, language);
  const list = fingerprint(JSON.stringify([listing.name, terms]));
  return {
    terms,
    window: windowOf(page, list, terms),
    cursorAt: (place) => cursorOf(place, list),
  };
}
