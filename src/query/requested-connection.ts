/** A requested connection, and its parts as the schema shows them. */
import type { StoredRecord } from '../resource/record';
import type { Attribute } from '../resource/description';
import type { LanguageTag } from '../resource/text';
import type { CountedEnd } from './counting/ends';
import type { Holding } from '../vocabulary/holding';
import type { Facet } from './counting/facets';
import type { GroupedList, GroupRequest } from './counting/grouped-list';
import type { ValueSet } from './counting/value-sets';
import type { ListedPage, RecordPage } from './listed-page';
import type { Listing } from './listing';
import { after, type MaybePromise } from './maybe-promise';
import { orderTerms, type OrderBy, type OrderTerm, type Place } from './order';
import { cursorOf, fingerprint, windowOf, type PageArguments, type Window } from './page';
import type { Search } from './search/hits';
import type { ListKnowledge, StatedList } from './stated-list';

/** A requested facet. */
export interface FacetRequest {
  field: string;
  first?: number | null;
  /** Whether the filter on this field is ignored when counting. */
  excludeOwnFilter?: boolean | null;
}

/** A request for a list. */
export interface ConnectionRequest {
  listing: Listing;
  /** The list without the filter on one field. */
  without: (field: string) => Listing;
  /** What sources can say of it as a whole; absent for lists of which none could speak. */
  stated?: StatedList | undefined;
  /** Key of the parent record; absent for lists of a whole class. */
  parent?: string;
  /** Identifies the list's arguments, except for page and order. */
  signature: string;
  page: PageArguments;
  orderBy: readonly OrderBy[];
  language: LanguageTag;
}

/** A list with its order and the requested page. */
export interface OpenedList {
  terms: readonly OrderTerm[];
  window: Window;
  /** Whether its pages also tell how many the search finds. */
  counted?: boolean;
  /** The cursor of a place in the list. */
  cursorAt: (place: Place) => string;
}

/** @throws BadUserInput for invalid page arguments */
export const openList = ({ listing, page, orderBy, language }: ConnectionRequest): OpenedList =>
  openedList(listing.name, orderTerms(listing, orderBy, language), page);

/** A named list with its order. @throws BadUserInput for invalid page arguments */
export function openedList(name: string, terms: readonly OrderTerm[], page: PageArguments): OpenedList {
  const list = fingerprint(JSON.stringify([name, terms]));
  return { terms, window: windowOf(page, list, terms), cursorAt: (place) => cursorOf(place, list) };
}

/** The page information. Cursors are computed on demand. */
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

/** A record in a list. Its cursor is computed on demand. */
export class Edge {
  constructor(
    readonly node: StoredRecord,
    private readonly page: RecordPage,
    private readonly index: number,
    private readonly cursorAt: OpenedList['cursorAt'],
    /** The search of the list. */
    readonly search: Search | null,
    /** How it holds on the day of the list; null without a day. */
    readonly holding: () => MaybePromise<Holding | null>,
  ) {}

  get cursor(): string {
    return this.cursorAt(this.page.placeOf(this.index));
  }

  /** The score of the search; null without a search. */
  get score(): number | null {
    return this.page.scoreOf(this.index);
  }
}

/** A connection as the resolvers see it. */
export abstract class Connection {
  constructor(
    protected readonly request: ConnectionRequest,
    protected readonly opened: OpenedList,
  ) {}

  protected abstract readonly page: MaybePromise<RecordPage>;
  abstract readonly totalCount: MaybePromise<number>;
  /** Counts the values of one field over the whole list. */
  abstract facet(asked: FacetRequest): Promise<Facet>;
  /** The whole list in groups. */
  abstract groups(asked: GroupRequest): GroupedList;
  /** The number of different records at an end of its links. */
  abstract ends(end: CountedEnd): Promise<number>;
  /** How many records of the whole list have the same values of an attribute that holds several. */
  abstract valueSets(attribute: Attribute): Promise<readonly ValueSet[]>;
  /** What sources say of the list as a whole. */
  abstract knowledge(): Promise<ListKnowledge>;

  /** How a record of the list holds on its day; null without a day. */
  abstract holdingOf(key: string): MaybePromise<Holding | null>;

  get search(): Search | null {
    return this.request.listing.search ?? null;
  }

  get nodes(): MaybePromise<readonly StoredRecord[]> {
    return after(this.page, ({ records }) => records);
  }

  get edges(): MaybePromise<Edge[]> {
    const { cursorAt } = this.opened;
    return after(this.page, (page) =>
      page.records.map(
        (node, index) => new Edge(node, page, index, cursorAt, this.search, () => this.holdingOf(node.key)),
      ),
    );
  }

  get pageInfo(): MaybePromise<PageInfo> {
    return after(this.page, (page) => new PageInfo(page, this.opened.cursorAt));
  }
}
