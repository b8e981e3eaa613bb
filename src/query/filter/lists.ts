/** Comparisons of attributes with several values. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { columnOf } from '../../resource/columns';
import { allOf, anyOf, column, hasPart, itemsOf, literal, type Reader } from '../sql';
import { canBeMet, givenValues, isUnknown, never } from './cells';
import type { Comparison } from './comparison';

/** Up to this number of values are searched in the text of a JSON list one by one, which is faster than parsing the list. */
export const fewValues = 8;

/**
 * Whether the text of a JSON list (without spaces) contains a value. Quotation marks within values are escaped, so an unescaped
 * pair encloses a whole value, or the comma between two values.
 */
const isWrittenIn = (reader: Reader, cell: Sql, value: string): Sql =>
  hasPart(reader, cell, 'contains', JSON.stringify(value));
const isComma = (value: string): boolean => value === ',';

/**
 * Whether a list contains one of several values, or all of them. Each list is parsed once, however many values are given. The given
 * values do not depend on the row, so a database prepares them once for all rows.
 */
export function onList({ reader, attribute, alias, operator, operand }: Comparison): Sql {
  const cell = column(alias, columnOf(attribute));
  if (operator === 'isEmpty') return isUnknown(cell, operand);
  const wanted = [operand].flat() as string[];
  const all = operator === 'hasAll';
  const possible = [...new Set(wanted.filter(canBeMet))];
  if (all && possible.length < new Set(wanted).size) return never;
  if (possible.length === 0) return all ? raw('1 = 1') : never;
  if (possible.length <= fewValues && !possible.some(isComma)) {
    const written = possible.map((value) => isWrittenIn(reader, cell, value));
    return all ? sql`(${allOf(written)})` : anyOf(written);
  }
  const items = itemsOf(reader, cell, 'items');
  const given = sql`items.value IN (SELECT wanted.value FROM ${givenValues(reader, possible)})`;
  // PostgreSQL would prepare the given values again for each row below EXISTS, but not below a count.
  return all
    ? sql`(SELECT count(DISTINCT items.value) FROM ${items} WHERE ${given}) = ${literal(possible.length)}`
    : sql`(SELECT count(*) FROM ${items} WHERE ${given}) > 0`;
}
