/** A matrix as a cross table: a row for each of its rows, a column for each of its columns, in the cells what the query asks of their links. */
import type { AddedNames } from './added-names';
import { rowOf } from './cells';
import type { Column } from './column';
import type { ColumnOptions } from './column-options';
import { columnsBelow } from './columns';
import type { Cross } from './list';
import { below, type Surroundings } from './selection';

/** How a cross table is made of a matrix. */
export interface CrossPlan {
  /** The response names of its parts. */
  readonly rows: string;
  readonly columns: string;
  readonly cells: string;
  readonly row: string;
  readonly column: string;
  /** What is shown of a row, of a column as its heading, and in a cell. */
  readonly ofRow: readonly Column[];
  readonly ofColumn: readonly Column[];
  readonly ofCell: readonly Column[];
}

export function crossPlan(
  { rows, columns, cells, row, column }: Cross,
  around: Surroundings,
  options: ColumnOptions,
): CrossPlan {
  const inCell = below(cells, around).filter(({ name }) => name !== row.name && name !== column.name);
  const of = (fields: Parameters<typeof columnsBelow>[0]) => columnsBelow(fields, around, options);
  return {
    rows: rows.name,
    columns: columns.name,
    cells: cells.name,
    row: row.name,
    column: column.name,
    ofRow: of(below(rows, around)),
    ofColumn: of(below(columns, around)),
    ofCell: of(inCell),
  };
}

/** The columns and records of a cross table. */
export interface CrossTable {
  readonly columns: readonly Column[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Makes the table of the answer. Where no link is known, the cell is empty. */
export function crossTable(matrix: Fields, plan: CrossPlan, added: AddedNames): CrossTable {
  const [rows, heads, cells] = [plan.rows, plan.columns, plan.cells].map((name) => matrix[name] as Fields[]);
  if (!rows || !heads || !cells) throw new Error('A matrix has rows, columns and cells.');
  const places = new Map(heads.map((head, index) => [head[added.id], `cell${index}`]));
  const byRow = new Map<unknown, Record<string, unknown>>(rows.map((row) => [row[added.id], { row }]));
  for (const cell of cells) {
    const place = places.get((cell[plan.column] as Fields)[added.id]);
    const record = byRow.get((cell[plan.row] as Fields)[added.id]);
    if (place && record) record[place] = textOf(cell, plan.ofCell, added);
  }
  const columns = [
    ...plan.ofRow.map((column) => ({ ...column, steps: [stepTo('row'), ...column.steps] })),
    ...namesOf(heads, plan.ofColumn, added).map((name, index): Column => ({
      name,
      of: 'record',
      steps: [stepTo(`cell${index}`)],
      many: false,
      decimal: false,
    })),
  ];
  return { columns, records: [...byRow.values()] };
}

const stepTo = (name: string) => ({ name, ofPage: false, levels: 0 });

/** What is said in a cell; true if the query asks nothing of its links. */
const textOf = (cell: Fields, columns: readonly Column[], added: AddedNames): string | true => {
  const values = shown(cell, columns, added);
  return values.length > 0 ? values.join('; ') : true;
};

const shown = (record: Fields, columns: readonly Column[], added: AddedNames): string[] =>
  rowOf(columns, { record, query: null }, added)
    .filter((value) => value !== null)
    .map(String);

/** The headings; those that would be the same are numbered. */
function namesOf(heads: readonly Fields[], columns: readonly Column[], added: AddedNames): string[] {
  const count = new Map<string, number>();
  return heads.map((head) => {
    const name = shown(head, columns, added).join(', ');
    const number = (count.get(name) ?? 0) + 1;
    count.set(name, number);
    return number > 1 ? `${name} (${number})` : name;
  });
}
