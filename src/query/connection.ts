/** A connection reads its page and its count only when they are asked for, and once for all parents that ask alike. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../resource/columns';
import type { Row } from '../resource/values';
import type { Listing, Parents } from './listing';
import { beyond, orderSql, placeColumns, rangesBeyond, type OrderTerm } from './order';
import type { Window } from './page';
import { foundPage } from './search/found-pages';
import { allOf, column, name, rowsBy, type Reader } from './sql';

/** The rows of one page, in the order of the list. */
export interface Page {
  rows: Row[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** The parent of lists that hang on none. */
export const noParent = '';

/**
 * Reads one page for each parent, in one statement.
 * @param parents keys; `[noParent]` for a list that hangs on none.
 */
export async function readPages(
  reader: Reader,
  listing: Listing,
  terms: readonly OrderTerm[],
  window: Window,
  parents: readonly string[],
): Promise<Page[]> {
  const rows = await reader.read(pageStatement(reader, listing, terms, window, parents));
  // The rows of a list that hangs on no parent have no column for one.
  const byParent = rowsBy('parent_key', rows);
  const rowsOf = (parent: string) => byParent.get(listing.parent ? parent : undefined) ?? [];
  return parents.map((parent) => pageOf(rowsOf(parent), window));
}

function pageStatement(
  reader: Reader,
  listing: Listing,
  terms: readonly OrderTerm[],
  window: Window,
  parents: readonly string[],
): Sql {
  const columns = join([...listing.columns.map((name) => column('t', name)), ...placeColumns(terms)]);
  const between = allOf([
    ...(window.after ? [beyond(terms, window.after, 'after')] : []),
    ...(window.before ? [beyond(terms, window.before, 'before')] : []),
  ]);
  if (listing.search) return foundPage(reader, listing, { terms, window, between, parents });
  const page = (selected: Sql, below: Parents) =>
    sql`SELECT ${selected} ${listing.source(reader, below)} AND ${between} ORDER BY ${orderSql(terms, window.backward)} LIMIT ${window.size + 1}`;
  if (!listing.parent) return wholePage(reader, listing, terms, window) ?? page(columns, parents);
  const each = { each: raw('parent.value') };
  if (reader.dialect === 'postgres') {
    const placed = sql`SELECT cut.*, row_number() OVER () AS row_place FROM (${page(columns, each)}) AS cut`;
    return sql`SELECT parent.value AS parent_key, page.* FROM unnest(${[...parents]}::text[]) AS parent(value) CROSS JOIN LATERAL (${placed}) AS page ORDER BY parent.value, page.row_place`;
  }
  // SQLite has no LATERAL; but the keys of a page may come from each parent as a JSON list.
  const keys = sql`SELECT json_group_array(id) FROM (${page(raw('t.id AS id'), each)})`;
  const [found, table] = listing.of
    ? [columns, sql` JOIN ${name(tableOf(listing.of))} t ON t.id = place.value`]
    : [raw('place.value AS id'), empty];
  return sql`SELECT parent.value AS parent_key, ${found} FROM json_each(${JSON.stringify(parents)}) AS parent JOIN json_each((${keys})) AS place${table} ORDER BY parent.key, place.key`;
}

/**
 * A page further inside a list of a whole class, of the ranges that lie beyond its cursor: each is read from the index, no further than
 * the page. Null where the list begins, or where its order has no index.
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
  const order = sql`ORDER BY ${orderSql(terms, backward)} LIMIT ${size + 1}`;
  const until = end ? sql` AND ${beyond(terms, end, far)}` : empty;
  const ranges = rangesBeyond(terms, begin, near).map(
    (range) =>
      sql`SELECT * FROM (SELECT ${columns} ${listing.source(reader, [])} AND ${range}${until} ${order}) AS part`,
  );
  return sql`SELECT * FROM (${join(ranges, ' UNION ALL ')}) AS t ${order}`;
}

/** One row more than the page holds was read: it tells whether the list goes on. */
function pageOf(rows: Row[], { size, backward, after, before }: Window): Page {
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
  const source = listing.source(reader, parents);
  if (!listing.parent) {
    const [row] = await reader.read(sql`SELECT count(*) AS total ${source}`);
    return [Number(row?.total ?? 0)];
  }
  const rows = await reader.read(
    sql`SELECT ${listing.parent} AS parent_key, count(*) AS total ${source} GROUP BY ${listing.parent}`,
  );
  const byParent = new Map(rows.map((row) => [row.parent_key, Number(row.total)]));
  return parents.map((parent) => byParent.get(parent) ?? 0);
}
