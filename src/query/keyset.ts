/** Keyset pagination: the rows of an ordered list after a place, or before it. */
import sql, { type Sql } from 'sql-template-tag';
import { cellOf, type OrderTerm, type Place } from './order';
import { allOf, anyOf } from './sql';

/** Whether a row is strictly after (or before) a place. Rows that are inserted meanwhile do not shift pages. */
export const keysetCondition = (terms: readonly OrderTerm[], place: Place, side: 'after' | 'before'): Sql =>
  anyOf(keysetRanges(terms, place, side));

/**
 * The rows strictly after (or before) a place, as disjoint ranges: for each column, equal in all earlier columns and beyond the
 * place in this one. Each range can be read from the order's index, unlike an `OR` of them.
 */
export const keysetRanges = (terms: readonly OrderTerm[], place: Place, side: 'after' | 'before'): Sql[] =>
  terms.flatMap((term, index) => {
    const equal = terms.slice(0, index).map((earlier, position) => same(earlier, place[position] ?? null));
    return furtherThan(term, place[index] ?? null, side).map((further) => allOf([...equal, further]));
  });

function same(term: OrderTerm, value: Place[number]): Sql {
  return value === null ? sql`${cellOf(term)} IS NULL` : sql`${cellOf(term)} = ${value}`;
}

function furtherThan(term: OrderTerm, value: Place[number], side: 'after' | 'before'): Sql[] {
  const { direction, nullable } = term;
  const cell = cellOf(term);
  if (value === null) return side === 'after' ? [] : [sql`${cell} IS NOT NULL`];
  const greater = (direction === 'ASC') === (side === 'after');
  const further = greater ? sql`${cell} > ${value}` : sql`${cell} < ${value}`;
  return nullable && side === 'after' ? [further, sql`${cell} IS NULL`] : [further];
}
