/** Pages of lists as plans read them: for all parents at once, with the columns that are asked for. */
import type { StoredRecord } from '../../resource/record';
import { noParent, readCounts, readPages, type Page } from '../connection';
import type { Connection, ConnectionRequest, Edge, FacetRequest, OpenedList } from '../asked-connection';
import { placeIn, scoreColumn, type OrderTerm, type Place } from '../order';
import { bytesOf } from '../kept/bytes';
import type { KeptPage } from '../kept/kept';
import type { AskedList } from './asked-lists';
import { after, begin, otherwise, type MaybePromise } from './maybe-promise';
import { readRecords, type Reading, type RecordAt } from './records';
import { Surprise, type Run } from './writer';

/** Which parts of a connection are asked for. */
export interface AskedParts {
  page: boolean;
  totalCount: boolean;
}

/** A page with its records. */
interface ListedPage {
  records: readonly StoredRecord[];
  placeOf: (index: number) => Place;
  scoreOf: (index: number) => number | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** A connection whose parts have been read; what is not read here is left to the ordinary connection. */
class ListedConnection {
  constructor(
    private readonly page: ListedPage,
    readonly totalCount: number,
    private readonly opened: OpenedList,
    private readonly request: ConnectionRequest,
    private readonly ordinary: () => Connection,
  ) {}

  get search() {
    return this.request.listing.search ?? null;
  }

  get nodes(): readonly StoredRecord[] {
    return this.page.records;
  }

  get edges(): Edge[] {
    return this.page.records.map((node, index) => this.edge(node, index));
  }

  get pageInfo(): PageInfo {
    return new PageInfo(this.page, (index) => this.cursorOf(index));
  }

  facet(asked: FacetRequest) {
    return this.ordinary().facet(asked);
  }

  groups(asked: Parameters<Connection['groups']>[0]) {
    return this.ordinary().groups(asked);
  }

  private cursorOf(index: number): string {
    return this.opened.cursorAt(this.page.placeOf(index));
  }

  private edge(node: StoredRecord, index: number): Edge {
    const cursorOf = () => this.cursorOf(index);
    return {
      node,
      get cursor() {
        return cursorOf();
      },
      score: this.page.scoreOf(index),
      search: this.search,
    };
  }
}

/** Where a page stands; its cursors are made when they are asked for. */
class PageInfo {
  constructor(
    private readonly page: ListedPage,
    private readonly cursorOf: (index: number) => string,
  ) {}

  get hasNextPage(): boolean {
    return this.page.hasNextPage;
  }

  get hasPreviousPage(): boolean {
    return this.page.hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.page.records.length > 0 ? this.cursorOf(0) : null;
  }

  get endCursor(): string | null {
    const last = this.page.records.length - 1;
    return last >= 0 ? this.cursorOf(last) : null;
  }
}

const noPage: ListedPage = {
  records: [],
  placeOf: () => [],
  scoreOf: () => null,
  hasNextPage: false,
  hasPreviousPage: false,
};

/** Reads one list below each of the parents: at most one statement for the pages and one for the counts. */
export function readLists(
  { request, opened }: AskedList,
  parents: readonly string[],
  asked: AskedParts,
  reading: Reading,
  run: Run,
): MaybePromise<ListedConnection[]> {
  const parts = begin<string, unknown>(['pages', 'counts'], (part) => {
    if (part === 'pages') return asked.page ? pages(request, opened, parents, reading, run) : [];
    return asked.totalCount ? counts(request, parents, run) : [];
  });
  return after(parts, ([pages, counts]) =>
    parents.map((parent, index) => {
      const page = (pages as ListedPage[])[index] ?? noPage;
      const count = (counts as number[])[index] ?? 0;
      const ordinary = () =>
        run.context.loaders.connection(parent === noParent ? request : { ...request, parent });
      return new ListedConnection(page, count, opened, request, ordinary);
    }),
  );
}

function counts(
  { listing, signature }: ConnectionRequest,
  parents: readonly string[],
  { context: { reader }, kept }: Run,
): MaybePromise<number[]> {
  const read = () => readCounts(reader, listing, parents);
  return otherwise(kept?.counts({ listing, signature }, parents), () =>
    kept
      ? kept.remember(`count ${listing.name} ${signature} ${JSON.stringify(parents)}`, bytesOf, read)
      : read(),
  );
}

function pages(
  request: ConnectionRequest,
  opened: OpenedList,
  parents: readonly string[],
  reading: Reading,
  run: Run,
): MaybePromise<ListedPage[]> {
  const { listing, signature } = request;
  const { terms, window } = opened;
  return otherwise(
    after(run.kept?.pages({ listing, terms, window, signature }, parents) ?? null, withPlaces),
    () => readPagesOf(request, opened, parents, reading, run),
  );
}

const withPlaces = (found: readonly KeptPage[] | null): ListedPage[] | null =>
  found?.map((page) => new KeptListedPage(page)) ?? null;

/** A page that is kept: its records are not those of a search. */
class KeptListedPage implements ListedPage {
  constructor(private readonly page: KeptPage) {}

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

function readPagesOf(
  { listing }: ConnectionRequest,
  { terms, window }: OpenedList,
  parents: readonly string[],
  reading: Reading,
  run: Run,
): Promise<ListedPage[]> {
  const { of } = listing;
  const { reader } = run.context;
  const place = (page: Page) => ({
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    placeOf: (index: number) => placeIn(terms, page.rows[index] ?? {}),
    scoreOf: (index: number) => (listing.search ? Number(page.rows[index]?.[scoreColumn]) : null),
  });
  if (of) {
    const { columns, recordOf } = reading(of);
    const narrow = { ...listing, columns: columnsFor(listing.columns, columns, terms) };
    return readPages(reader, narrow, terms, window, parents).then((found) =>
      found.map((page) => ({ ...place(page), records: page.rows.map(recordOf) })),
    );
  }
  // Rows of lists of any class are keys; the records are read for all pages together.
  return readPages(reader, listing, terms, window, parents).then((found) => {
    const keys = new Set(found.flatMap(({ rows }) => rows.map((row) => row.id as string)));
    return after(readRecords([...keys], reading, run), (recordAt) =>
      found.map((page) => ({ ...place(page), records: page.rows.map((row) => present(recordAt, row.id)) })),
    );
  });
}

/** Of the columns of a list those that are asked for, and those of its order. */
function columnsFor(
  listed: readonly string[],
  asked: readonly string[],
  terms: readonly OrderTerm[],
): string[] {
  const wanted = new Set([...asked, ...terms.map((term) => term.column), scoreColumn]);
  return listed.filter((each) => wanted.has(each));
}

function present(recordAt: RecordAt, key: unknown): StoredRecord {
  const record = recordAt(key as string);
  if (!record) throw new Surprise('a link points to nothing');
  return record;
}
