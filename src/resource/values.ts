/** Rows and statements of a database, and how the value of an attribute becomes columns of a row. */
import { columnOf } from './columns';
import type { Attribute } from './description';

/** A row as the store gives and takes it, by column name. */
export type Row = Record<string, unknown>;

/** A statement as a database takes it. */
export interface Statement {
  /** Its text for PostgreSQL, with `$1`. */
  readonly text: string;
  /** Its text for SQLite, with `?`. */
  readonly sql: string;
  readonly values: unknown[];
}

/** Writes a checked value (null where nothing is stated) into the columns of its attribute. */
export const writeValue = (attribute: Attribute, value: unknown): Row =>
  Object.fromEntries(
    Object.entries(attribute.kind.write(value, attribute)).map(([part, stored]) => [
      columnOf(attribute, part),
      stored,
    ]),
  );
