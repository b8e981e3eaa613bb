/** The few pieces of SQL that every statement is made of. Values are always parameters; names come from declarations only. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Row, Statement } from '../resource/values';
import type { KeyedRead } from './keyed-read';

export type Dialect = 'sqlite' | 'postgres';

/** Where statements are read: one of the two databases. */
export interface Reader {
  readonly dialect: Dialect;
  /** @param signal stops the statement. */
  read(statement: Statement, signal?: AbortSignal): Promise<Row[]>;
  /** Reads for keys, together with others who ask for the same; left out where nobody else can. */
  readFor?<Found>(read: KeyedRead<Found>, keys: readonly string[]): Promise<ReadonlyMap<string, Found>>;
}

/** Rows by the value of one of their columns, in the order in which they were read. */
export function rowsBy(column: string, rows: readonly Row[]): Map<unknown, Row[]> {
  const grouped = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row[column]);
    if (group) group.push(row);
    else grouped.set(row[column], [row]);
  }
  return grouped;
}

/** The name of a table or column that a declaration gave. */
export const name = (identifier: string): Sql => raw(`"${identifier}"`);

/** A column of a table's alias. */
export const column = (alias: string, identifier: string): Sql => raw(`${alias}."${identifier}"`);

/** Whether an expression is among many values, which go to the database as one parameter. */
export const among = ({ dialect }: Reader, expression: Sql, values: readonly string[]): Sql =>
  dialect === 'postgres'
    ? sql`${expression} = ANY(${[...values]}::text[])`
    : sql`${expression} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** Stands in a statement for keys that are known only when it runs. */
export const laterKeys: readonly string[] = Object.freeze([]);

/** Keys as one parameter, which `rowsOfKeys` and `amongKeys` read. */
const keyParameter = ({ dialect }: Reader, keys: readonly string[]): Sql =>
  sql`${keys === laterKeys ? laterKeys : parameterOf(dialect, keys)}`;

/** What the database gets for keys: PostgreSQL an array, SQLite the text of a JSON list. */
export const parameterOf = (dialect: Dialect, keys: readonly string[]): unknown =>
  dialect === 'postgres' ? [...keys] : JSON.stringify(keys);

/** PostgreSQL must not see how many keys there are: it would plan the statement anew each time, to find the same plan. */
const unseenKeys = (reader: Reader, keys: readonly string[]): Sql =>
  sql`(SELECT ${keyParameter(reader, keys)}::text[])::text[]`;

/** Whether an expression is one of some keys, each of which an index finds. */
export const amongKeys = (reader: Reader, expression: Sql, keys: readonly string[]): Sql =>
  reader.dialect === 'postgres'
    ? sql`${expression} = ANY(${unseenKeys(reader, keys)})`
    : sql`${expression} IN (SELECT value FROM json_each(${keyParameter(reader, keys)}))`;

/** Keys as rows of `alias`, each in the column `value`. */
export const rowsOfKeys = (reader: Reader, keys: readonly string[], alias: string): Sql =>
  reader.dialect === 'postgres'
    ? sql`unnest(${unseenKeys(reader, keys)}) AS ${raw(`${alias}(value)`)}`
    : sql`json_each(${keyParameter(reader, keys)}) AS ${raw(alias)}`;

/** A number that is part of the statement: with a limit that it does not see, PostgreSQL would plan the statement anew each time. */
export const literal = (integer: number): Sql => raw(String(Math.trunc(integer)));

/** Whether a value is a text that a database can hold: PostgreSQL refuses texts with the character NUL. */
export const isStorable = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0');

/** The items of a list that a column holds as JSON, as rows of `alias` with the column `value`. */
export const itemsOf = ({ dialect }: Reader, cell: Sql, alias: string): Sql =>
  dialect === 'postgres'
    ? sql`jsonb_array_elements_text(${cell}::jsonb) AS ${raw(`${alias}(value)`)}`
    : sql`json_each(${cell}) AS ${raw(alias)}`;

/** The entries of a map that a column holds as JSON, as rows of `alias` with the columns `key` and `value`. */
export const entriesOf = ({ dialect }: Reader, cell: Sql, alias: string): Sql =>
  dialect === 'postgres'
    ? sql`jsonb_each_text(${cell}::jsonb) AS ${raw(`${alias}(key, value)`)}`
    : sql`json_each(${cell}) AS ${raw(alias)}`;

/** A text that is ordered by its bytes; PostgreSQL orders texts out of JSON by the locale of its server otherwise. */
export const byBytes = ({ dialect }: Reader, text: Sql): Sql =>
  dialect === 'postgres' ? sql`${text} COLLATE "C"` : text;

/** Whether a text contains another or begins with it, letter by letter. */
export function hasPart({ dialect }: Reader, cell: Sql, part: 'contains' | 'startsWith', text: string): Sql {
  const place = dialect === 'postgres' ? sql`strpos(${cell}, ${text})` : sql`instr(${cell}, ${text})`;
  return part === 'contains'
    ? sql`(${cell} IS NOT NULL AND ${place} > 0)`
    : sql`(${cell} IS NOT NULL AND ${place} = 1)`;
}

/** Whether one of the conditions holds; none at all never holds. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? raw('1 = 0')
    : sql`(${join(
        conditions.map((one) => sql`(${one})`),
        ' OR ',
      )})`;

/** Conditions that must all hold; none at all always holds. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw('1 = 1') : join(conditions, ' AND ');

/** Whether a span of days holds on a day; an end that is not known does not limit it. */
export const spans = (from: Sql, until: Sql, day: string): Sql =>
  sql`(${from} IS NULL OR ${from} <= ${day}) AND (${until} IS NULL OR ${until} >= ${day})`;

/** Whether a link holds on a day. */
export const validOn = (alias: string, day: string): Sql =>
  spans(column(alias, 'valid_from'), column(alias, 'valid_until'), day);

/** The path of its class with which the key of a record begins. */
export const pathIn = ({ dialect }: Reader, key: Sql): Sql =>
  dialect === 'postgres' ? sql`split_part(${key}, '/', 1)` : sql`substr(${key}, 1, instr(${key}, '/') - 1)`;

/** Whether a key is that of a record of a class: it begins with the path of the class, and "0" follows "/" in the order of bytes. */
export const isOfClass = (key: Sql, { path }: { path: string }): Sql =>
  sql`(${key} >= ${raw(`'${path}/'`)} AND ${key} < ${raw(`'${path}0'`)})`;

/** The day before a day, and the day after it, as ISO 8601 text like the day itself. */
export const dayBefore = (reader: Reader, day: Sql): Sql => dayBeside(reader, day, '-1');
export const dayAfter = (reader: Reader, day: Sql): Sql => dayBeside(reader, day, '+1');

const dayBeside = ({ dialect }: Reader, day: Sql, step: '-1' | '+1'): Sql =>
  dialect === 'postgres'
    ? sql`CAST(CAST(${day} AS date) ${raw(step)} AS text)`
    : sql`date(${day}, ${raw(`'${step} day'`)})`;
