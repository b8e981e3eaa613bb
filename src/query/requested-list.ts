/** A list with the requested page. Its parts are read for all parents at once. */
import { openList, type ConnectionRequest, type OpenedList } from './requested-connection';
import { countsIn, countStatement } from './connection';
import { KeyedRead } from './keyed-read';
import { keyPages, ReadPage, recordPages } from './listed-page';
import type { Reading } from './records';
import { seesAllHits } from './search/found-pages';
import { laterKeys, type Reader } from './sql';

export class RequestedList {
  /** The page of a parent without rows. */
  readonly none: ReadPage;
  private readPages: KeyedRead<ReadPage> | undefined;
  private readKeys: KeyedRead<ReadPage> | undefined;
  private readCounts: KeyedRead<number> | undefined;
  private readCounted: RequestedList | null | undefined;

  /**
   * @param reading which attributes of its records are read
   * @param opened its order and page, if they are not those of the request's arguments
   * @throws BadUserInput for invalid page arguments
   */
  constructor(
    readonly request: ConnectionRequest,
    readonly reading: Reading,
    readonly opened: OpenedList = openList(request),
  ) {
    this.none = ReadPage.empty({ listing: request.listing, ...this.opened });
  }

  /** Identifies the list, regardless of page and order. */
  get name(): string {
    const { listing, signature } = this.request;
    return `${listing.name} ${signature}`;
  }

  /** Pages with their records; only with keys if the records may be of any class. */
  get pages(): KeyedRead<ReadPage> {
    const { listing } = this.request;
    if (!listing.of) return this.keys;
    return (this.readPages ??= recordPages({ listing, ...this.opened }, this.reading(listing.of)));
  }

  /** Pages with the keys of their records. */
  get keys(): KeyedRead<ReadPage> {
    return (this.readKeys ??= keyPages({ listing: this.request.listing, ...this.opened }));
  }

  /** The same search with pages that also tell how many it finds; null if its pages do not come across all hits. */
  counted(reader: Reader): RequestedList | null {
    if (this.readCounted !== undefined) return this.readCounted;
    const { request, reading, opened } = this;
    const seesAll = seesAllHits(reader, request.listing, opened.terms, opened.window);
    return (this.readCounted = seesAll
      ? new RequestedList(request, reading, { ...opened, counted: true })
      : null);
  }

  get counts(): KeyedRead<number> {
    const { listing } = this.request;
    return (this.readCounts ??= new KeyedRead({
      statement: (reader) => countStatement(reader, listing, laterKeys),
      found: (rows) => countsIn(listing, rows),
      rowsIn: () => 1,
    }));
  }
}
