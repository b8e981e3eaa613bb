/** The SQL of connections. Page and count are read only on demand, and once for all parents with the same request. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../resource/columns';
import type { Row } from '../resource/values';
import { keysetCondition, keysetRanges } from './keyset';
import type { LinkedKeys, Listing, Parents } from './listing';
import { isByKey, orderSql, placeColumns, type OrderTerm } from './order';
import { rowsOf, type Window } from './page';
import { foundPage } from './search/found-pages';
import { allOf, column, name, rowsBy, rowsOfKeys, type Reader } from './sql';

/** The rows of a page, in order. */
export interface Page {
  rows: Row[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** The parent key for lists without a parent. */
export const noParent = '';

/**
 * Reads one page for each parent, in one statement.
 * @param parents keys; `[noParent]` for a list without a parent
 */
export async function readPages(
  reader: Reader,
  listing: Listing,
  terms: readonly OrderTerm[],
  window: Window,
  parents: readonly string[],
): Promise<Page[]> {
  const rows = await reader.read(pageStatement(reader, { listing, terms, window }, parents));
  const found = pagesIn({ listing, window }, rows);
  return parents.map((parent) => found.get(parent) ?? pageOf([], window));
}

/** A list with its order and the requested page. */
export interface ListedWindow {
  listing: Listing;
  terms: readonly OrderTerm[];
  window: Window;
  /** Whether the page of a search also tells how many it finds. */
  counted?: boolean;
}

/** Splits the rows of the statement into pages by parent. Parents without rows are absent. */
export function pagesIn(
  { listing, window }: Pick<ListedWindow, 'listing' | 'window'>,
  rows: Row[],
): Map<string, Page> {
  if (!listing.parent) return new Map([[noParent, pageOf(rows, window)]]);
  const byParent = rowsBy('parent_key', rows);
  return new Map([...byParent].map(([parent, own]) => [parent, pageOf(own, window)]));
}

/** The statement that reads one page for each parent. */
export function pageStatement(reader: Reader, list: ListedWindow, parents: readonly string[]): Sql {
  const { listing, terms, window, counted } = list;
  const between = allOf([
    ...(window.after ? [keysetCondition(terms, window.after, 'after')] : []),
    ...(window.before ? [keysetCondition(terms, window.before, 'before')] : []),
  ]);
  if (listing.search) return foundPage(reader, listing, { terms, window, counted, between, parents });
  const columns = join([...listing.columns.map((name) => column('t', name)), ...placeColumns(terms)]);
  const source = (below: Parents): Sql =>
    sortsByParent(reader, list)
      ? sql`FROM (SELECT t.* ${listing.source(reader, below)} OFFSET 0) t WHERE ${between}`
      : sql`${listing.source(reader, below)} AND ${between}`;
  const page: PageSql = (selected, below) =>
    sql`SELECT ${selected} ${source(below)} ORDER BY ${orderSql(terms, window.backward)} LIMIT ${rowsOf(window)}`;
  if (!listing.parent) return wholePage(reader, listing, terms, window) ?? page(columns, parents);
  return pagesBelow(reader, list, { columns, page, parents: rowsOfKeys(reader, parents, 'parent') });
}

/**
 * Whether the rows of each parent are read before they are sorted. PostgreSQL would rather scan the index of the order until the page
 * is full, which is the whole table for each parent with few rows; `OFFSET 0` keeps it from that.
 */
const sortsByParent = (reader: Reader, { listing, terms }: ListedWindow): boolean =>
  reader.dialect === 'postgres' && listing.pointer !== undefined && !isByKey(terms);

/** The SQL of a page with some columns, below some parents. */
type PageSql = (selected: Sql, below: Parents) => Sql;

/** The pages of all parents. Keys are read first if they can be read from the links, or on SQLite; then the records are joined. */
function pagesBelow(
  reader: Reader,
  { listing, terms, window }: ListedWindow,
  { columns, page, parents }: { columns: Sql; page: PageSql; parents: Sql },
): Sql {
  const each = { each: raw('parent.value') };
  const linked = listing.links && isByKey(terms) ? linkedKeys(reader, listing.links, window, each) : null;
  const table = listing.of && !isOnlyKeys(listing, terms) ? sql`${name(tableOf(listing.of))} t` : null;
  if (reader.dialect === 'sqlite') {
    // SQLite has no LATERAL, but a subquery per parent can return the keys of a page as a JSON list.
    const list = sql`SELECT json_group_array(id) FROM (${linked ?? page(raw('t.id AS id'), each)})`;
    const found = table ? columns : raw('place.value AS id');
    const records = table ? sql` JOIN ${table} ON t.id = place.value` : empty;
    return sql`SELECT parent.value AS parent_key, ${found} FROM ${parents} JOIN json_each((${list})) AS place${records} ORDER BY parent.key, place.key`;
  }
  if (linked) {
    const found = table ? columns : raw('page.id');
    const records = table ? sql` JOIN ${table} ON t.id = page.id` : empty;
    return sql`SELECT parent.value AS parent_key, ${found} FROM ${parents} CROSS JOIN LATERAL (${linked}) AS page${records} ORDER BY parent.value, page.id${raw(window.backward ? ' DESC' : '')}`;
  }
  const placed = sql`SELECT cut.*, row_number() OVER () AS row_place FROM (${page(columns, each)}) AS cut`;
  return sql`SELECT parent.value AS parent_key, page.* FROM ${parents} CROSS JOIN LATERAL (${placed}) AS page ORDER BY parent.value, page.row_place`;
}

/** Whether only keys are read, and the order needs no column of the records. */
const isOnlyKeys = ({ columns }: Listing, terms: readonly OrderTerm[]): boolean =>
  columns.every((each) => each === 'id') && placeColumns(terms).length === 0;

/**
 * A page of keys at the other end of links, ordered by key. It is read from an index of the links, no further than the page,
 * however many links there are.
 */
function linkedKeys(
  reader: Reader,
  { key, source }: LinkedKeys,
  { size, backward, after, before }: Window,
  below: Parents,
): Sql {
  const between = allOf([
    ...(after ? [sql`${key} > ${after.at(-1)}`] : []),
    ...(before ? [sql`${key} < ${before.at(-1)}`] : []),
  ]);
  const order = raw(backward ? ' DESC' : ' ASC');
  return sql`SELECT DISTINCT ${key} AS id ${source(reader, below)} AND ${between} ORDER BY ${key}${order} LIMIT ${rowsOf({ size })}`;
}

/**
 * A page after a cursor in a list of a whole class, as a union of the ranges beyond the cursor. Each is read from the order's
 * index, no further than the page. Null for the first page, or if the order has no index.
 */
function wholePage(
  reader: Reader,
  listing: Listing,
  terms: readonly OrderTerm[],
  { size, backward, after, before }: Window,
): Sql | null {
  const [begin, end] = backward ? [before, after] : [after, before];
  if (!begin || listing.search || terms.some(({ linked }) => linked)) return null;
  const [near, far] = backward ? (['before', 'after'] as const) : (['after', 'before'] as const);
  const columns = join(listing.columns.map((name) => column('t', name)));
  const order = sql`ORDER BY ${orderSql(terms, backward)} LIMIT ${rowsOf({ size })}`;
  const until = end ? sql` AND ${keysetCondition(terms, end, far)}` : empty;
  const ranges = keysetRanges(terms, begin, near).map(
    (range) =>
      sql`SELECT * FROM (SELECT ${columns} ${listing.source(reader, [])} AND ${range}${until} ${order}) AS part`,
  );
  return sql`SELECT * FROM (${join(ranges, ' UNION ALL ')}) AS t ${order}`;
}

/** Makes a page of rows. One row more than the page was read, to know whether the list goes on. */
export function pageOf(rows: Row[], { size, backward, after, before }: Window): Page {
  const more = rows.length > size;
  const page = rows.slice(0, size);
  return backward
    ? { rows: page.reverse(), hasPreviousPage: more, hasNextPage: before !== null }
    : { rows: page, hasNextPage: more, hasPreviousPage: after !== null };
}

/** Counts the rows for each parent, in one statement. */
export async function readCounts(
  reader: Reader,
  listing: Listing,
  parents: readonly string[],
): Promise<number[]> {
  const counts = countsIn(listing, await reader.read(countStatement(reader, listing, parents)));
  return parents.map((parent) => counts.get(parent) ?? 0);
}

/** The statement that counts the rows for each parent. */
export function countStatement(reader: Reader, listing: Listing, parents: readonly string[]): Sql {
  const source = listing.found ? sql`FROM (${listing.found.all(reader)}) t` : listing.source(reader, parents);
  return listing.parent
    ? sql`SELECT ${listing.parent} AS parent_key, count(*) AS total ${source} GROUP BY ${listing.parent}`
    : sql`SELECT count(*) AS total ${source}`;
}

/** The counts by parent, from the rows of the statement. Parents without rows are absent. */
export const countsIn = ({ parent }: Listing, rows: readonly Row[]): Map<string, number> =>
  new Map(rows.map((row) => [parent ? (row.parent_key as string) : noParent, Number(row.total)]));
