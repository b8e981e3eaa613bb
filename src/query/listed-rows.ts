/**
 * Rows that a database hands over as one JSON text: a driver takes longer for each row and column than it takes to parse the text.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Column } from '../resource/columns';
import type { Row } from '../resource/values';
import { column, type Reader } from './sql';

/** A function of PostgreSQL takes at most 100 arguments. */
const longestList = 100;

/** Values as a JSON list. */
export function jsonList({ dialect }: Reader, values: readonly Sql[]): Sql {
  const listOf = raw(dialect === 'postgres' ? 'json_build_array' : 'json_array');
  if (values.length <= longestList) return sql`${listOf}(${join(values)})`;
  const pieces = Array.from({ length: Math.ceil(values.length / longestList) }, (_, index) =>
    values.slice(index * longestList, (index + 1) * longestList),
  );
  return sql`${listOf}(${join(pieces.map((piece) => sql`${listOf}(${join(piece)})`))})`;
}

/** The values of a row in such a list. */
export const valuesIn = (list: readonly unknown[], count: number): readonly unknown[] =>
  count <= longestList ? list : list.flat();

/** A column of the alias `t` as it is listed. SQLite writes only 15 digits of a number as JSON. */
export const listedColumn = ({ name, type }: Pick<Column, 'name' | 'type'>): Sql =>
  type === 'real' ? sql`CAST(${column('t', name)} AS text)` : column('t', name);

/** A list as text. */
export const asText = ({ dialect }: Reader, list: Sql): Sql =>
  dialect === 'postgres' ? sql`${list}::text` : list;

/**
 * Makes one row of many.
 * @param list of the values of each row
 * @param rest of the statement that selects the rows, from FROM on; it ends in ORDER BY and LIMIT, which is the order of the lists
 */
export function inOneRow(reader: Reader, list: Sql, rest: Sql): Sql {
  const together = raw(reader.dialect === 'postgres' ? "string_agg(l.list, ',')" : 'group_concat(l.list)');
  return sql`SELECT ${together} AS lists FROM (SELECT ${asText(reader, list)} AS list ${rest}) l`;
}

/** The lists of such a row. */
export function listsOf([row]: readonly Row[]): unknown[][] {
  const lists = row?.lists;
  return typeof lists === 'string' ? (JSON.parse(`[${lists}]`) as unknown[][]) : [];
}
