/** Pages of lists as plans read them: for all parents at once, with the columns that are asked for. */
import { bytesOf } from '../../cache/bytes';
import type { StoredRecord } from '../../resource/record';
import { noParent } from '../connection';
import type { Connection, ConnectionRequest, Edge, FacetRequest, OpenedList } from '../asked-connection';
import { countsKey } from '../rows/cached';
import { readKeyed, type KeyedRead } from '../keyed-read';
import type { AskedList } from './asked-lists';
import { CachedListedPage, type ListedPage, type ReadPage } from './listed-page';
import { after, begin, otherwise, type MaybePromise } from './maybe-promise';
import { readRecords, type Reading, type RecordAt } from './records';
import { PlanBailout, type Run } from './writer';

/** Which parts of a connection are asked for. */
export interface AskedParts {
  page: boolean;
  totalCount: boolean;
}

/** A connection whose parts have been read; what is not read here is left to the ordinary connection. */
class ListedConnection {
  constructor(
    private readonly page: ListedPage,
    readonly totalCount: number,
    private readonly opened: OpenedList,
    private readonly request: ConnectionRequest,
    private readonly fallback: () => Connection,
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
    return this.fallback().facet(asked);
  }

  groups(asked: Parameters<Connection['groups']>[0]) {
    return this.fallback().groups(asked);
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

/** Where no page was asked for. */
const noPage = new CachedListedPage({ records: [], places: [], hasNextPage: false, hasPreviousPage: false });

/** Reads one list below each of the parents: at most one statement for the pages and one for the counts. */
export function readLists(
  list: AskedList,
  parents: readonly string[],
  asked: AskedParts,
  reading: Reading,
  run: Run,
): MaybePromise<ListedConnection[]> {
  const { request, opened } = list;
  const parts = begin<string, unknown>(['pages', 'counts'], (part) => {
    if (part === 'pages') return asked.page ? pages(list, parents, reading, run) : [];
    return asked.totalCount ? counts(list, parents, run) : [];
  });
  return after(parts, ([pages, counts]) =>
    parents.map((parent, index) => {
      const page = (pages as ListedPage[])[index] ?? noPage;
      const count = (counts as number[])[index] ?? 0;
      const fallback = () =>
        run.context.loaders.connection(parent === noParent ? request : { ...request, parent });
      return new ListedConnection(page, count, opened, request, fallback);
    }),
  );
}

function counts(
  list: AskedList,
  parents: readonly string[],
  { context: { reader }, cached }: Run,
): MaybePromise<readonly number[]> {
  const read = async () => {
    const found = await readKeyed(reader, list.counts, distinct(parents));
    return parents.map((parent) => found.get(parent) ?? 0);
  };
  const { request } = list;
  return otherwise<readonly number[]>(cached?.counts(request, parents), () =>
    cached
      ? cached.remember(countsKey(request, parents), () => cached.classesOf(request.listing), bytesOf, read)
      : read(),
  );
}

function pages(
  list: AskedList,
  parents: readonly string[],
  reading: Reading,
  run: Run,
): MaybePromise<ListedPage[]> {
  const { listing, signature } = list.request;
  const { terms, window } = list.opened;
  const cached = run.cached?.pages({ listing, terms, window, signature }, parents) ?? null;
  return otherwise(
    after(cached, (found) => found?.map((page) => new CachedListedPage(page)) ?? null),
    () => readPages(list, parents, reading, run),
  );
}

function readPages(
  list: AskedList,
  parents: readonly string[],
  reading: Reading,
  run: Run,
): MaybePromise<ListedPage[]> {
  const { of } = list.request.listing;
  const none = list.none;
  const read = (pages: KeyedRead<ReadPage>) =>
    readKeyed(run.context.reader, pages, distinct(parents)).then((found) =>
      parents.map((parent) => found.get(parent) ?? none),
    );
  // Of records that are cached, or may be of any class, keys are read, and the records of all pages together.
  return after(of ? (run.cached?.records(of) ?? null) : null, (known) =>
    of && !known ? read(list.pages) : read(list.keys).then((found) => withRecords(found, reading, run)),
  );
}

/** Parents each once: a record may stand at several places of an answer. */
function distinct(parents: readonly string[]): readonly string[] {
  const once = new Set(parents);
  return once.size === parents.length ? parents : [...once];
}

function withRecords(pages: readonly ReadPage[], reading: Reading, run: Run): MaybePromise<ListedPage[]> {
  const keys = new Set(pages.flatMap(({ rows }) => rows.map((row) => row.id as string)));
  return after(readRecords([...keys], reading, run), (recordAt) =>
    pages.map((page) => page.with(page.rows.map((row) => present(recordAt, row.id)))),
  );
}

function present(recordAt: RecordAt, key: unknown): StoredRecord {
  const record = recordAt(key as string);
  if (!record) throw new PlanBailout('a link points to nothing');
  return record;
}
