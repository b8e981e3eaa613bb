/** Pages of lists with a search. A search may find very much, so only keys are sorted, and the page's records are read by key. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { FoundHits, Listing } from '../listing';
import { orderSql, placeColumns, placeNames, scoreColumn, type OrderTerm } from '../order';
import { rowsOf, type Window } from '../page';
import { column, name, type Reader } from '../sql';
import type { FirstHits } from './hits';

/** The column with the number of all hits, the same in each row. */
export const hitsColumn = 'all_hits';

/** The requested page. */
interface PageRequest {
  terms: readonly OrderTerm[];
  window: Window;
  /** Whether all hits are counted, see `seesAllHits`. */
  counted?: boolean | undefined;
  /** The condition for rows beyond the cursors. */
  between: Sql;
  parents: readonly string[];
}

/**
 * Whether the statement for a page of a search comes across all hits, so that it can count them: not after a cursor, not for several
 * parents, and not if the page is among the first hits of frequent words.
 */
export function seesAllHits(
  reader: Reader,
  listing: Listing,
  terms: readonly OrderTerm[],
  window: Window,
): boolean {
  if (!listing.search || listing.parent || window.after || window.before) return false;
  return !(listing.found && isByScore(terms) && firstHits(reader, listing.found, window));
}

/** The statement for a page of a search, for each parent if the list has parents. */
export function foundPage(reader: Reader, listing: Listing, request: PageRequest): Sql {
  const { of, columns } = listing;
  const keys = listing.parent
    ? keysBelow(reader, listing, listing.parent, request)
    : keysOf(reader, listing, request);
  const noted = [
    ...(listing.parent ? ['parent_key'] : []),
    ...(request.counted ? [hitsColumn] : []),
    scoreColumn,
    ...placeNames(request.terms),
  ];
  const own = of
    ? columns.filter((each) => each !== scoreColumn).map((each) => column('t', each))
    : [raw('page.id')];
  const records = of ? sql` JOIN ${name(tableOf(of))} t ON t.id = page.id` : raw('');
  const places = raw(listing.parent ? 'page.parent_key, page.row_place' : 'page.row_place');
  return sql`SELECT ${join([...own, ...noted.map((each) => column('page', each))])} FROM (${keys}) AS page${records} ORDER BY ${places}`;
}

const keyAndPlace = (terms: readonly OrderTerm[]): Sql =>
  join([raw('t.id AS id'), column('t', scoreColumn), ...placeColumns(terms)]);

function keysOf(reader: Reader, listing: Listing, request: PageRequest): Sql {
  const { terms, window, counted, between, parents } = request;
  const count = counted ? sql`, count(*) OVER () AS ${name(hitsColumn)}` : empty;
  const hits = listing.found && isByScore(terms) ? hitsFor(reader, listing.found, request) : null;
  const source = hits ? sql`FROM (${hits}) t WHERE 1 = 1` : listing.source(reader, parents);
  const cut = sql`SELECT ${keyAndPlace(terms)}${count} ${source} AND ${between} ORDER BY ${orderSql(terms, window.backward)} LIMIT ${rowsOf(window)}`;
  return sql`SELECT cut.*, row_number() OVER () AS row_place FROM (${cut}) AS cut`;
}

/** Whether rows are ordered by score and key alone. */
const isByScore = ([first, second]: readonly OrderTerm[]): boolean =>
  first?.column === scoreColumn && second?.column === 'id';

/** The first hits, if they are found without collecting all and the page can be among them. */
const firstHits = (reader: Reader, found: FoundHits, { backward, before }: Window): FirstHits | null =>
  backward || before ? null : found.first(reader);

/**
 * The hits among which the page is: those with the best frequent match that follow the cursor, and all with a rare one. If too few are
 * met soon, all hits; `LIMIT 0` keeps a database from beginning with what is not needed.
 */
function hitsFor(reader: Reader, found: FoundHits, { window }: PageRequest): Sql {
  const scored = (hits: Sql) => sql`SELECT h.id AS id, h.score AS ${name(scoreColumn)} FROM (${hits}) h`;
  const hits = scored(found.all(reader));
  const first = firstHits(reader, found, window);
  const [score = Infinity, key = null] = (window.after ?? []) as [number?, string?];
  if (!first || score < first.score) return hits;
  const most = rowsOf(window);
  const met = scored(first.first(score === first.score ? key : null, most, raw('rare')));
  const enough = sql`(SELECT count(*) FROM met) >= ${most}`;
  const ifEnough = (yes: Sql, no: Sql) => sql`LIMIT (CASE WHEN ${enough} THEN ${yes} ELSE ${no} END)`;
  const [none, every] = [raw('0'), raw('9223372036854775807')];
  return sql`WITH rare AS MATERIALIZED (${scored(first.rare)}), met AS MATERIALIZED (${met})
SELECT * FROM (SELECT * FROM met ${ifEnough(every, none)}) m UNION ALL SELECT * FROM (SELECT * FROM rare ${ifEnough(every, none)}) b UNION ALL SELECT * FROM (${hits} ${ifEnough(none, every)}) a`;
}

/** The hits are collected once for all parents, and numbered per parent. */
function keysBelow(
  reader: Reader,
  listing: Listing,
  parent: Sql,
  { terms, window, between, parents }: PageRequest,
): Sql {
  const place = sql`row_number() OVER (PARTITION BY ${parent} ORDER BY ${orderSql(terms, window.backward)})`;
  const numbered = sql`SELECT ${parent} AS parent_key, ${keyAndPlace(terms)}, ${place} AS row_place ${listing.source(reader, parents)} AND ${between}`;
  return sql`SELECT * FROM (${numbered}) AS numbered WHERE row_place <= ${rowsOf(window)}`;
}
