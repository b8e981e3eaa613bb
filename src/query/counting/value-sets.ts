/** How many records of a list have the same value of an attribute, or the same values. Facets count each value by itself. */
import sql, { raw } from 'sql-template-tag';
import { columnOf } from '../../resource/columns';
import type { Attribute } from '../../resource/description';
import type { Listing } from '../listing';
import { column, rowsBy, type Reader } from '../sql';

/** Records with exactly these values. */
export interface ValueSet {
  /** A list for an attribute that holds several; null where nothing is known. */
  values: unknown;
  count: number;
}

/** Counts them for each parent, in one statement. */
export async function readValueSets(
  reader: Reader,
  listing: Listing,
  attribute: Attribute,
  parents: readonly string[],
): Promise<ValueSet[][]> {
  const items = column('t', columnOf(attribute));
  const source = listing.source(reader, parents);
  const statement = listing.parent
    ? sql`SELECT ${listing.parent} AS parent_key, ${items} AS items, count(*) AS counted ${source} GROUP BY ${listing.parent}, ${items}`
    : sql`SELECT ${raw("''")} AS parent_key, ${items} AS items, count(*) AS counted ${source} GROUP BY ${items}`;
  const rows = rowsBy('parent_key', await reader.read(statement));
  return parents.map((parent) =>
    (rows.get(listing.parent ? parent : '') ?? []).map((row) => ({
      values: attribute.kind.read(row.items ?? null),
      count: Number(row.counted),
    })),
  );
}
