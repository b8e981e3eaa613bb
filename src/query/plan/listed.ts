/** Pages of lists as plans read them: for all parents at once, with the columns that are asked for. */
import type { StoredRecord } from '../../resource/record';
import type { Row } from '../../resource/values';
import { noParent, readCounts, readPages, type Page } from '../connection';
import {
  openList,
  type Connection,
  type ConnectionRequest,
  type Edge,
  type FacetRequest,
  type OpenedList,
} from '../loaders';
import { scoreColumn, type OrderTerm } from '../order';
import { after, begin, type MaybePromise } from './maybe-promise';
import { readRecords, type Reading } from './records';
import { Surprise, type Run } from './writer';

/** Which parts of a connection are asked for. */
export interface AskedParts {
  page: boolean;
  totalCount: boolean;
}

/** A connection whose parts have been read; what is not read here is left to the ordinary connection. */
export class ListedConnection {
  constructor(
    private readonly opened: OpenedList,
    private readonly page: ListedPage,
    readonly totalCount: number,
    private readonly ordinary: () => Connection,
    readonly search: ConnectionRequest['listing']['search'],
  ) {}

  get nodes(): readonly StoredRecord[] {
    return this.page.records;
  }

  get edges(): Edge[] {
    const { rows, records } = this.page;
    const { opened, search = null } = this;
    return records.map((node, index) => {
      const row = rows[index] ?? {};
      return {
        node,
        get cursor() {
          return opened.cursor(row);
        },
        score: search ? Number(row[scoreColumn]) : null,
        search,
      };
    });
  }

  get pageInfo() {
    const { rows, hasNextPage, hasPreviousPage } = this.page;
    const cursorOf = (row: Row | undefined) => (row ? this.opened.cursor(row) : null);
    return {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return cursorOf(rows.at(0));
      },
      get endCursor() {
        return cursorOf(rows.at(-1));
      },
    };
  }

  facet(asked: FacetRequest) {
    return this.ordinary().facet(asked);
  }

  groups(asked: Parameters<Connection['groups']>[0]) {
    return this.ordinary().groups(asked);
  }
}

interface ListedPage extends Page {
  records: readonly StoredRecord[];
}

const noPage: ListedPage = { rows: [], records: [], hasNextPage: false, hasPreviousPage: false };

/** Reads one list below each of the parents: at most one statement for the pages and one for the counts. */
export function readLists(
  request: ConnectionRequest,
  parents: readonly string[],
  asked: AskedParts,
  reading: Reading,
  run: Run,
): MaybePromise<ListedConnection[]> {
  const opened = openList(request);
  const { listing } = request;
  const { reader, loaders } = run.context;
  const parts = begin<string, unknown>(['pages', 'counts'], (part) => {
    if (part === 'pages') return asked.page ? pages(request, opened, parents, reading, run) : [];
    return asked.totalCount ? readCounts(reader, listing, parents) : [];
  });
  return after(parts, ([pages, counts]) =>
    parents.map((parent, index) => {
      const page = (pages as ListedPage[])[index] ?? noPage;
      const count = (counts as number[])[index] ?? 0;
      const ordinary = () => loaders.connection(parent === noParent ? request : { ...request, parent });
      return new ListedConnection(opened, page, count, ordinary, listing.search);
    }),
  );
}

function pages(
  { listing }: ConnectionRequest,
  { terms, window }: OpenedList,
  parents: readonly string[],
  reading: Reading,
  run: Run,
): MaybePromise<ListedPage[]> {
  const { of } = listing;
  if (!of)
    return readPages(run.context.reader, listing, terms, window, parents).then((found) =>
      withRecords(found, reading, run),
    );
  const { columns, recordOf } = reading(of);
  const narrow = { ...listing, columns: columnsFor(listing.columns, columns, terms) };
  return readPages(run.context.reader, narrow, terms, window, parents).then((found) =>
    found.map((page) => ({ ...page, records: page.rows.map(recordOf) })),
  );
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

/** Rows of lists of any class are keys; the records are read for all pages together. */
function withRecords(found: readonly Page[], reading: Reading, run: Run): MaybePromise<ListedPage[]> {
  const keys = new Set(found.flatMap(({ rows }) => rows.map((row) => row.id as string)));
  return after(readRecords([...keys], reading, run), (records) =>
    found.map((page) => ({
      ...page,
      records: page.rows.map((row) => {
        const record = records.get(row.id as string);
        if (!record) throw new Surprise('a link points to nothing');
        return record;
      }),
    })),
  );
}
