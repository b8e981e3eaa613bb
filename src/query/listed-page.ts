/** Pages of lists, with the requested columns of their records or with keys only. */
import type { NarrowRecords } from '../resource/narrow';
import { shareable, type StoredRecord } from '../resource/record';
import type { Row } from '../resource/values';
import { pageOf, pagesIn, pageStatement, type ListedWindow, type Page } from './connection';
import { KeyedRead } from './keyed-read';
import { placeIn, scoreColumn, type OrderTerm, type Place } from './order';
import { hitsColumn } from './search/found-pages';
import { laterKeys } from './sql';

/** A page of a list, with the place of each node in the order. */
export interface ListedPage<Node> {
  readonly records: readonly Node[];
  placeOf(index: number): Place;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page of records, with scores if the list has a search. */
export interface RecordPage extends ListedPage<StoredRecord> {
  scoreOf(index: number): number | null;
  /** The number of all hits of the search, if the page was read with it. */
  readonly hits: number | null;
}

/** A page made of rows. Without records, its rows contain keys only. */
export class ReadPage implements RecordPage {
  readonly rows = this.page.rows;
  readonly hasNextPage = this.page.hasNextPage;
  readonly hasPreviousPage = this.page.hasPreviousPage;

  /** @param records empty for a page of keys until they are looked up */
  constructor(
    private readonly list: ListedWindow,
    private readonly page: Page,
    readonly records: readonly StoredRecord[],
  ) {}

  /** The page of a parent without rows. */
  static empty(list: ListedWindow): ReadPage {
    return new ReadPage(list, pageOf([], list.window), []);
  }

  placeOf(index: number): Place {
    return placeIn(this.list.terms, this.rows[index] ?? {});
  }

  scoreOf(index: number): number | null {
    return this.list.listing.search ? Number(this.rows[index]?.[scoreColumn]) : null;
  }

  get hits(): number | null {
    return this.list.counted ? Number(this.rows[0]?.[hitsColumn] ?? 0) : null;
  }

  /** The same page with records. */
  with(records: readonly StoredRecord[]): ReadPage {
    return new ReadPage(this.list, this.page, records);
  }
}

/** Reads pages with the requested columns. */
export const recordPages = (list: ListedWindow, { columns, recordOf }: NarrowRecords): KeyedRead<ReadPage> =>
  pagesWith(list, columns, (rows, shared) =>
    shared ? rows.map((row) => shareable(recordOf(row))) : rows.map(recordOf),
  );

/** Reads pages with keys only. */
export const keyPages = (list: ListedWindow): KeyedRead<ReadPage> => pagesWith(list, ['id'], () => []);

function pagesWith(
  { listing, ...window }: ListedWindow,
  needed: readonly string[],
  recordsOf: (rows: readonly Row[], shared: boolean) => StoredRecord[],
): KeyedRead<ReadPage> {
  const columns = columnsFor(listing.columns, window.terms, needed);
  const list = { ...window, listing: { ...listing, columns } };
  return new KeyedRead({
    statement: (reader) => pageStatement(reader, list, laterKeys),
    found: (rows, shared) =>
      new Map(
        [...pagesIn(list, rows)].map(([parent, page]) => [
          parent,
          new ReadPage(list, page, recordsOf(page.rows, shared)),
        ]),
      ),
    rowsIn: ({ rows }) => rows.length,
  });
}

/** The requested columns of a list, and those of its order. */
function columnsFor(
  all: readonly string[],
  terms: readonly OrderTerm[],
  needed: readonly string[],
): readonly string[] {
  const wanted = new Set([...needed, ...terms.map((term) => term.column), scoreColumn]);
  return all.filter((each) => wanted.has(each));
}
