/** Pages of lists with a search. A search may find very much, so only keys are sorted, and the page's records are read by key. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Listing } from '../listing';
import { orderSql, placeColumns, placeNames, scoreColumn, type OrderTerm } from '../order';
import { rowsOf, type Window } from '../page';
import { column, name, type Reader } from '../sql';

/** The requested page. */
interface Asked {
  terms: readonly OrderTerm[];
  window: Window;
  /** The condition for rows beyond the cursors. */
  between: Sql;
  parents: readonly string[];
}

/** The statement for a page of a search, for each parent if the list has parents. */
export function foundPage(reader: Reader, listing: Listing, asked: Asked): Sql {
  const { of, columns } = listing;
  const keys = listing.parent
    ? keysBelow(reader, listing, listing.parent, asked)
    : keysOf(reader, listing, asked);
  const noted = [...(listing.parent ? ['parent_key'] : []), scoreColumn, ...placeNames(asked.terms)];
  const own = of
    ? columns.filter((each) => each !== scoreColumn).map((each) => column('t', each))
    : [raw('page.id')];
  const records = of ? sql` JOIN ${name(tableOf(of))} t ON t.id = page.id` : raw('');
  const places = raw(listing.parent ? 'page.parent_key, page.row_place' : 'page.row_place');
  return sql`SELECT ${join([...own, ...noted.map((each) => column('page', each))])} FROM (${keys}) AS page${records} ORDER BY ${places}`;
}

const keyAndPlace = (terms: readonly OrderTerm[]): Sql =>
  join([raw('t.id AS id'), column('t', scoreColumn), ...placeColumns(terms)]);

function keysOf(reader: Reader, listing: Listing, { terms, window, between, parents }: Asked): Sql {
  const cut = sql`SELECT ${keyAndPlace(terms)} ${listing.source(reader, parents)} AND ${between} ORDER BY ${orderSql(terms, window.backward)} LIMIT ${rowsOf(window)}`;
  return sql`SELECT cut.*, row_number() OVER () AS row_place FROM (${cut}) AS cut`;
}

/** The hits are collected once for all parents, and numbered per parent. */
function keysBelow(
  reader: Reader,
  listing: Listing,
  parent: Sql,
  { terms, window, between, parents }: Asked,
): Sql {
  const place = sql`row_number() OVER (PARTITION BY ${parent} ORDER BY ${orderSql(terms, window.backward)})`;
  const numbered = sql`SELECT ${parent} AS parent_key, ${keyAndPlace(terms)}, ${place} AS row_place ${listing.source(reader, parents)} AND ${between}`;
  return sql`SELECT * FROM (${numbered}) AS numbered WHERE row_place <= ${rowsOf(window)}`;
}
