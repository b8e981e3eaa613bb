/** How many different records are at an end of a list's links: one that is linked twice, in two roles, counts once. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { endColumn } from '../../resource/columns';
import type { Side } from '../../resource/description';
import { countsIn } from '../connection';
import type { Listing } from '../listing';
import { column, type Reader } from '../sql';

/** An end of links: the one that they lead from or to, or the one that is not the parent of the list. */
export type CountedEnd = Side | 'other';

/** Counts them for each parent, in one statement. */
export async function readEnds(
  reader: Reader,
  listing: Listing,
  end: CountedEnd,
  parents: readonly string[],
): Promise<number[]> {
  const statement = end === 'other' ? otherEnds : endsOn(end);
  const counts = countsIn(listing, await reader.read(statement(reader, listing, parents)));
  return parents.map((parent) => counts.get(parent) ?? 0);
}

type Statement = (reader: Reader, listing: Listing, parents: readonly string[]) => Sql;

/** The links of one class have their ends themselves. */
const endsOn =
  (side: Side): Statement =>
  (reader, listing, parents) => {
    const total = sql`count(DISTINCT ${column('t', endColumn(side))}) AS total`;
    const source = listing.source(reader, parents);
    return listing.parent
      ? sql`SELECT ${listing.parent} AS parent_key, ${total} ${source} GROUP BY ${listing.parent}`
      : sql`SELECT ${total} ${source}`;
  };

/** Links of any class are listed by their keys. */
const otherEnds: Statement = (reader, listing, parents) => {
  const [from, to] = [column('l', endColumn('from')), column('l', endColumn('to'))];
  const keys = sql`SELECT t.id, ${listing.parent ?? raw("''")} AS parent_key ${listing.source(reader, parents)}`;
  return sql`SELECT t.parent_key, count(DISTINCT CASE WHEN ${from} = t.parent_key THEN ${to} ELSE ${from} END) AS total FROM (${keys}) t JOIN link l ON l.id = t.id GROUP BY t.parent_key`;
};
