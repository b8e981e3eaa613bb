/** Keys as one parameter of a raw statement: the first, `$1`. */
import type { Dialect } from './driver';

export const keysParameter = (dialect: Dialect, keys: readonly string[]): unknown =>
  dialect === 'postgres' ? [...keys] : JSON.stringify(keys);

/** The condition that a column is one of the keys. @param column as it stands in the statement */
export const amongKeys = (dialect: Dialect, column: string): string =>
  dialect === 'postgres' ? `${column} = ANY($1::text[])` : `${column} IN (SELECT value FROM json_each($1))`;
