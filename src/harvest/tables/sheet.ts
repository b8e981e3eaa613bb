/** A table as it was read from a file, before it is known what its columns mean. */
import type { Finding } from '../finding';

/** What a cell holds. A date is midnight in UTC. */
export type CellValue = string | number | boolean | Date | null;

export interface ReadCell {
  readonly value: CellValue;
  /** Where a link of the cell leads. */
  readonly link?: string;
  /** The formula whose last result the value is. */
  readonly formula?: string;
}

export interface ReadRow {
  /** The number of the row, from 1, as the spreadsheet shows it. */
  readonly number: number;
  /** Where it stands for an editor: in CSV a row may have several lines. */
  readonly line: number;
  readonly cells: readonly ReadCell[];
}

export interface ReadSheet {
  /** Null in CSV, which has one table and no name for it. */
  readonly name: string | null;
  readonly rows: readonly ReadRow[];
  /** The cells that were merged with one before them, by `row,column`, both from 1: the first cell of each group by them. */
  readonly merged: ReadonlyMap<string, string>;
}

/** A file with tables. */
export interface ReadTables {
  readonly format: 'XLSX' | 'CSV';
  readonly sheets: readonly ReadSheet[];
  readonly findings: readonly Finding[];
}

/** The letters of a column, from 1: 28 is AB. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
