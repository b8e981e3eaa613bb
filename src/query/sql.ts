/** Building blocks of SQL statements. Values are always parameters; names come only from declarations. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Row, Statement } from '../resource/values';
import type { KeyedRead } from './keyed-read';
import { groupBy } from '../maps';

export type Dialect = 'sqlite' | 'postgres';

/** Executes statements on one of the two databases. */
export interface Reader {
  readonly dialect: Dialect;
  /** @param signal cancels the statement */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]>;
  /** Reads by keys, batched with other requests; absent if there is no batching. */
  readFor?<Found>(read: KeyedRead<Found>, keys: readonly string[]): Promise<ReadonlyMap<string, Found>>;
}

/** Groups rows by the value of a column, keeping their order. */
export const rowsBy = (column: string, rows: readonly Row[]): Map<string, Row[]> =>
  groupBy(rows, (row) => row[column] as string);

/** A quoted table or column name from a declaration. */
export const name = (identifier: string): Sql => raw(`"${identifier}"`);

/** A column of an alias. */
export const column = (alias: string, identifier: string): Sql => raw(`${alias}."${identifier}"`);

/** Whether an expression is one of many values, which are passed as one parameter. */
export const among = ({ dialect }: Reader, expression: Sql, values: readonly string[]): Sql =>
  dialect === 'postgres'
    ? sql`${expression} = ANY(${[...values]}::text[])`
    : sql`${expression} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** A placeholder in a statement for keys that are given when it runs. */
export const laterKeys: readonly string[] = Object.freeze([]);

/** Keys as one parameter, for `rowsOfKeys` and `amongKeys`. */
const keyParameter = ({ dialect }: Reader, keys: readonly string[]): Sql =>
  sql`${keys === laterKeys ? laterKeys : parameterOf(dialect, keys)}`;

/** The parameter for keys: an array for PostgreSQL, a JSON list for SQLite. */
export const parameterOf = (dialect: Dialect, keys: readonly string[]): unknown =>
  dialect === 'postgres' ? [...keys] : JSON.stringify(keys);

/** Hides the number of keys from PostgreSQL. Otherwise it would plan the statement again each time, with the same result. */
const unseenKeys = (reader: Reader, keys: readonly string[]): Sql =>
  sql`(SELECT ${keyParameter(reader, keys)}::text[])::text[]`;

/** Whether an expression is one of some keys, such that an index can be used. */
export const amongKeys = (reader: Reader, expression: Sql, keys: readonly string[]): Sql =>
  reader.dialect === 'postgres'
    ? sql`${expression} = ANY(${unseenKeys(reader, keys)})`
    : sql`${expression} IN (SELECT value FROM json_each(${keyParameter(reader, keys)}))`;

/** Keys as rows of `alias` with the column `value`. */
export const rowsOfKeys = (reader: Reader, keys: readonly string[], alias: string): Sql =>
  reader.dialect === 'postgres'
    ? sql`unnest(${unseenKeys(reader, keys)}) AS ${raw(`${alias}(value)`)}`
    : sql`json_each(${keyParameter(reader, keys)}) AS ${raw(alias)}`;

/** A number as part of the statement's text. If a LIMIT is a parameter, PostgreSQL plans the statement again each time. */
export const literal = (integer: number): Sql => raw(String(Math.trunc(integer)));

/** Whether a value is a text that a database can store: PostgreSQL refuses NUL characters. */
export const isStorable = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0');

/** The items of a JSON list in a column, as rows of `alias` with the column `value`. */
export const itemsOf = ({ dialect }: Reader, cell: Sql, alias: string): Sql =>
  dialect === 'postgres'
    ? sql`jsonb_array_elements_text(${cell}::jsonb) AS ${raw(`${alias}(value)`)}`
    : sql`json_each(${cell}) AS ${raw(alias)}`;

/** The entries of a JSON map in a column, as rows of `alias` with the columns `key` and `value`. */
export const entriesOf = ({ dialect }: Reader, cell: Sql, alias: string): Sql =>
  dialect === 'postgres'
    ? sql`jsonb_each_text(${cell}::jsonb) AS ${raw(`${alias}(key, value)`)}`
    : sql`json_each(${cell}) AS ${raw(alias)}`;

/** A text ordered by bytes. PostgreSQL would order texts from JSON by the server's locale. */
export const byBytes = ({ dialect }: Reader, text: Sql): Sql =>
  dialect === 'postgres' ? sql`${text} COLLATE "C"` : text;

/** Whether a text contains another, or begins with it, exactly. */
export function hasPart({ dialect }: Reader, cell: Sql, part: 'contains' | 'startsWith', text: string): Sql {
  const place = dialect === 'postgres' ? sql`strpos(${cell}, ${text})` : sql`instr(${cell}, ${text})`;
  return part === 'contains'
    ? sql`(${cell} IS NOT NULL AND ${place} > 0)`
    : sql`(${cell} IS NOT NULL AND ${place} = 1)`;
}

/** Whether one of the conditions holds; false without conditions. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? raw('1 = 0')
    : sql`(${join(
        conditions.map((one) => sql`(${one})`),
        ' OR ',
      )})`;

/** Whether all conditions hold; true without conditions. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('1 = 1') : join(conditions, ' AND ');

/** Whether a period contains a day. An unknown end does not limit it. */
export const spans = (from: Sql, until: Sql, day: string): Sql =>
  sql`(${from} IS NULL OR ${from} <= ${day}) AND (${until} IS NULL OR ${until} >= ${day})`;

/** The class path at the beginning of a key. */
export const pathIn = ({ dialect }: Reader, key: Sql): Sql =>
  dialect === 'postgres' ? sql`split_part(${key}, '/', 1)` : sql`substr(${key}, 1, instr(${key}, '/') - 1)`;

/** Whether a key belongs to a class, as a range that an index can use: "0" follows "/" in byte order. */
export const isOfClass = (key: Sql, { path }: { path: string }): Sql =>
  sql`(${key} >= ${raw(`'${path}/'`)} AND ${key} < ${raw(`'${path}0'`)})`;
