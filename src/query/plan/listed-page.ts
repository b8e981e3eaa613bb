/** Pages of lists as plans read them, with whole records of what is asked for or with keys only. */
import type { NarrowRecords } from '../../resource/narrow';
import { shareable, type StoredRecord } from '../../resource/record';
import type { Row } from '../../resource/values';
import { pageOf, pagesIn, pageStatement, type ListedWindow, type Page } from '../connection';
import { KeyedRead } from '../keyed-read';
import type { CachedPage } from '../rows/cached';
import { placeIn, scoreColumn, type OrderTerm, type Place } from '../order';
import { laterKeys } from '../sql';

/** A page with its records. */
export interface ListedPage {
  readonly records: readonly StoredRecord[];
  placeOf(index: number): Place;
  scoreOf(index: number): number | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page as its rows were read. Without records, its rows are keys. */
export class ReadPage implements ListedPage {
  /** @param records of a page of keys: none before they are looked up. */
  constructor(
    private readonly list: ListedWindow,
    private readonly page: Page,
    readonly records: readonly StoredRecord[],
  ) {}

  /** The page of a parent that has no rows. */
  static empty(list: ListedWindow): ReadPage {
    return new ReadPage(list, pageOf([], list.window), []);
  }

  get rows(): readonly Row[] {
    return this.page.rows;
  }

  get hasNextPage(): boolean {
    return this.page.hasNextPage;
  }

  get hasPreviousPage(): boolean {
    return this.page.hasPreviousPage;
  }

  placeOf(index: number): Place {
    return placeIn(this.list.terms, this.page.rows[index] ?? {});
  }

  scoreOf(index: number): number | null {
    return this.list.listing.search ? Number(this.page.rows[index]?.[scoreColumn]) : null;
  }

  /** The same page with the records of its keys. */
  with(records: readonly StoredRecord[]): ReadPage {
    return new ReadPage(this.list, this.page, records);
  }
}

/** A page that is cached: its records are not those of a search. */
export class CachedListedPage implements ListedPage {
  constructor(private readonly page: CachedPage) {}

  get records(): readonly StoredRecord[] {
    return this.page.records;
  }

  get hasNextPage(): boolean {
    return this.page.hasNextPage;
  }

  get hasPreviousPage(): boolean {
    return this.page.hasPreviousPage;
  }

  placeOf(index: number): Place {
    return this.page.places[index] ?? [];
  }

  scoreOf(): null {
    return null;
  }
}

/** Reads pages with the columns that are asked for. */
export function recordPages(list: ListedWindow, { columns, recordOf }: NarrowRecords): KeyedRead<ReadPage> {
  const narrow = { ...list, listing: { ...list.listing, columns: columnsFor(list, columns) } };
  return pagesWith(narrow, (rows, shared) =>
    shared ? rows.map((row) => shareable(recordOf(row))) : rows.map(recordOf),
  );
}

/** Reads pages with keys only. */
export const keyPages = (list: ListedWindow): KeyedRead<ReadPage> =>
  pagesWith({ ...list, listing: { ...list.listing, columns: columnsFor(list, ['id']) } }, () => []);

const pagesWith = (
  list: ListedWindow,
  recordsOf: (rows: readonly Row[], shared: boolean) => StoredRecord[],
): KeyedRead<ReadPage> =>
  new KeyedRead({
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

/** Of the columns of a list those that are asked for, and those of its order. */
function columnsFor(
  { listing, terms }: { listing: { columns: readonly string[] }; terms: readonly OrderTerm[] },
  asked: readonly string[],
): string[] {
  const wanted = new Set([...asked, ...terms.map((term) => term.column), scoreColumn]);
  return listing.columns.filter((each) => wanted.has(each));
}
