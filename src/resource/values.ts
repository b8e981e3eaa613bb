/** Rows and SQL statements, and writing the value of an attribute into columns. */
import { columnOf } from './columns';
import type { Attribute } from './description';
import type { ReadClasses } from './versions';

/** A row by column name. */
export type Row = Record<string, unknown>;

/** An SQL statement with its parameters. */
export interface Statement {
  /** Its text for PostgreSQL, with `$1`. */
  readonly text: string;
  /** Its text for SQLite, with `?`. */
  readonly sql: string;
  readonly values: unknown[];
  /** The classes that it reads from, if they are fewer than its tables suggest. */
  readonly classes?: ReadClasses;
}

/** Writes a validated value, or null, into the columns of its attribute. */
export function writeValue(attribute: Attribute, value: unknown): Row {
  const row: Row = {};
  writeInto(row, attribute, value);
  return row;
}

/** Writes a validated value, or null, into the columns that its attribute has in a row. */
export function writeInto(row: Row, attribute: Attribute, value: unknown): void {
  const parts = attribute.kind.write(value, attribute);
  for (const part in parts) row[columnOf(attribute, part)] = parts[part];
}
