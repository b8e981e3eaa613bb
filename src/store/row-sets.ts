/** Writes many rows of one table in one statement: they are handed to the database as one text. */
import type { EntityManager } from 'typeorm';
import { columnsOf, tableOf, type Column } from '../resource/columns';
import type { Description } from '../resource/description';
import type { Row } from '../resource/values';
import { dialectOf, type Dialect } from './driver';
import { storageTypes } from './entities';

/** A table, and the columns that tell its rows apart. */
export interface SetTable {
  readonly name: string;
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
  readonly key: readonly string[];
}

/** The table of a class. */
export const setTableOf = (description: Description): SetTable => ({
  name: tableOf(description),
  columns: columnsOf(description),
  key: ['id'],
});

/** Rows per statement. Their text stays in the order of a megabyte. */
const rowsAtOnce = 1_000;

/** Inserts rows that are not there yet. */
export const insertRows = (manager: EntityManager, table: SetTable, rows: readonly Row[]): Promise<void> =>
  write(manager, table, rows, () => '');

/** Inserts rows, or overwrites those with the same key. Columns that no row gives keep what they have. */
export const putRows = (manager: EntityManager, table: SetTable, rows: readonly Row[]): Promise<void> =>
  write(manager, table, rows, (columns) => {
    const others = columns.filter((name) => !table.key.includes(name));
    const key = table.key.map(quoted).join(', ');
    if (others.length === 0) return ` ON CONFLICT (${key}) DO NOTHING`;
    const set = others.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ');
    return ` ON CONFLICT (${key}) DO UPDATE SET ${set}`;
  });

const quoted = (name: string): string => `"${name}"`;

async function write(
  manager: EntityManager,
  { name, columns }: SetTable,
  rows: readonly Row[],
  onConflict: (columns: readonly string[]) => string,
): Promise<void> {
  const dialect = dialectOf(manager);
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    const given = columns.filter((column) => some.some((row) => row[column.name] !== undefined));
    const stated = given.filter((column) => some.some((row) => row[column.name] != null));
    const values = given.map((column) => {
      const position = stated.indexOf(column);
      return position === -1 ? 'NULL' : valueAt[dialect](position, column);
    });
    const names = given.map((column) => column.name);
    await manager.query(
      `INSERT INTO "${name}" (${names.map(quoted).join(', ')}) ${from[dialect](values, stated)}${onConflict(names)}`,
      [JSON.stringify(some.map((row) => stated.map((column) => row[column.name] ?? null)))],
    );
  }
}

type Given = SetTable['columns'];

/** The value of a column, the texts of which are in one array for each row. */
const valueAt: Record<Dialect, (position: number, column: Given[number]) => string> = {
  sqlite: (position) => `given.row ->> ${position}`,
  postgres: (position, { type }) =>
    storageTypes[type] === 'text'
      ? `given.row ->> ${position}`
      : `(given.row ->> ${position})::${storageTypes[type]}`,
};

const from: Record<Dialect, (values: readonly string[], stated: Given) => string> = {
  // Without MATERIALIZED, SQLite would make the text of the row anew for each column.
  sqlite: (values) =>
    `WITH given(row) AS MATERIALIZED (SELECT value FROM json_each($1)) SELECT ${values.join(', ')} FROM given WHERE true`,
  postgres: (values) => `SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) AS given(row)`,
};
