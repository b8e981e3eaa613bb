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
export const writeValue = (attribute: Attribute, value: unknown): Row =>
  Object.fromEntries(
    Object.entries(attribute.kind.write(value, attribute)).map(([part, stored]) => [
      columnOf(attribute, part),
      stored,
    ]),
  );
