/** A column of a table: where its values are in the answer. */

export interface Column {
  /** The field names down to the value, joined by dots. */
  readonly name: string;
  /** Whether the value is in each record of the list, or beside the list and so the same in all rows. */
  readonly of: 'record' | 'query';
  /** The path to the value in the answer. */
  readonly steps: readonly Step[];
  /** Whether its values are texts of numbers, which tables have as numbers. */
  readonly decimal: boolean;
  /** Whether there can be several values, because the path goes through a list. */
  readonly many: boolean;
  /** For a date that a workbook has as a date: where the answer says how exactly it is stated; null if it is always a day. */
  readonly day?: { readonly precision: readonly Step[] | null };
  /** The labels of its codes, if the table has labels. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A column before it is named. */
export type NamelessColumn = Omit<Column, 'name'>;

/** A field on the path to a value. */
export interface Step {
  /** Its response name. */
  readonly name: string;
  /** Whether it contains the records of a page (`nodes`, `edges`), and not information about the whole list. */
  readonly ofPage: boolean;
  /** The place of the value in a list that has one value for each column. */
  readonly at?: number;
  /** What stands for it in the names of columns, if not its name. */
  readonly shown?: string;
  /** Nesting depth of lists in its type; 0 for a single value. */
  readonly levels: number;
}
