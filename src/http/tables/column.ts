/** A column of a table: where its values stand in the answer to a query. */

export interface Column {
  /** Names of the fields down to the value, with dots between. */
  readonly name: string;
  /** Whether the value stands in each record of the list, or beside the list and is the same in all rows. */
  readonly of: 'record' | 'query';
  /** What leads to the value in the answer. */
  readonly steps: readonly Step[];
  /** Whether there may be several values, as a list stands on the way. */
  readonly many: boolean;
}

/** A column of which it is not decided yet what it is called. */
export type NamelessColumn = Omit<Column, 'name'>;

/** A field on the way to a value. */
export interface Step {
  /** Its name in the answer. */
  readonly name: string;
  /** Whether it has the records of a page, which may go on, and not what a connection says of its whole list. */
  readonly ofPage: boolean;
  /** How many levels of lists the schema gives it; 0 for a single value. */
  readonly levels: number;
}
