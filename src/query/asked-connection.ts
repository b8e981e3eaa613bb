/** A connection as it is asked for, and as the schema shows it. */
import type { StoredRecord } from '../resource/record';
import type { LanguageTag } from '../resource/text';
import type { Facet } from './counting/facets';
import type { GroupedList, GroupRequest } from './counting/grouped-list';
import type { ListedPage, RecordPage } from './listed-page';
import type { Listing } from './listing';
import { after, type MaybePromise } from './maybe-promise';
import { orderTerms, type OrderBy, type OrderTerm, type Place } from './order';
import { cursorOf, fingerprint, windowOf, type PageArguments, type Window } from './page';
import type { Search } from './search/hits';

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
export const openList = ({ listing, page, orderBy, language }: ConnectionRequest): OpenedList =>
  openedList(listing.name, orderTerms(listing, orderBy, language), page);

/** The list of a name in an order. @throws BadUserInput for page arguments that do not fit. */
export function openedList(name: string, terms: readonly OrderTerm[], page: PageArguments): OpenedList {
  const list = fingerprint(JSON.stringify([name, terms]));
  return { terms, window: windowOf(page, list, terms), cursorAt: (place) => cursorOf(place, list) };
}

/** Where a page stands; its cursors are made when they are asked for. */
export class PageInfo {
  constructor(
    private readonly page: ListedPage<unknown>,
    private readonly cursorAt: OpenedList['cursorAt'],
  ) {}

  get hasNextPage(): boolean {
    return this.page.hasNextPage;
  }

  get hasPreviousPage(): boolean {
    return this.page.hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.page.records.length > 0 ? this.cursorAt(this.page.placeOf(0)) : null;
  }

  get endCursor(): string | null {
    const last = this.page.records.length - 1;
    return last >= 0 ? this.cursorAt(this.page.placeOf(last)) : null;
  }
}

/** A record in a list; its cursor is made when it is asked for. */
export class Edge {
  constructor(
    readonly node: StoredRecord,
    private readonly page: RecordPage,
    private readonly index: number,
    private readonly cursorAt: OpenedList['cursorAt'],
    /** The search that narrows the list. */
    readonly search: Search | null,
  ) {}

  get cursor(): string {
    return this.cursorAt(this.page.placeOf(this.index));
  }

  /** How well it fits the search that narrows the list; null where none does. */
  get score(): number | null {
    return this.page.scoreOf(this.index);
  }
}

/** A connection as the schema shows it. */
export abstract class Connection {
  constructor(
    protected readonly request: ConnectionRequest,
    protected readonly opened: OpenedList,
  ) {}

  protected abstract readonly page: MaybePromise<RecordPage>;
  abstract readonly totalCount: MaybePromise<number>;
  /** Counts of the values of one field over the whole list. */
  abstract facet(asked: FacetRequest): Promise<Facet>;
  /** The whole list in groups. */
  abstract groups(asked: GroupRequest): GroupedList;

  get search(): Search | null {
    return this.request.listing.search ?? null;
  }

  get nodes(): MaybePromise<readonly StoredRecord[]> {
    return after(this.page, ({ records }) => records);
  }

  get edges(): MaybePromise<Edge[]> {
    const { cursorAt } = this.opened;
    return after(this.page, (page) =>
      page.records.map((node, index) => new Edge(node, page, index, cursorAt, this.search)),
    );
  }

  get pageInfo(): MaybePromise<PageInfo> {
    return after(this.page, (page) => new PageInfo(page, this.opened.cursorAt));
  }
}
