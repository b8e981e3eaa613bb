/** How a value stands in the cells of a table that people fill in, one record in each row. */
import type { ConceptScheme } from '../vocabulary/concept-scheme';

/**
 * What one cell holds. `texts` and `codes` are lists, with a separator between their items. `date` is as precise as it is stated, `day`
 * is a whole day. `amount` has two decimals at most.
 */
export type CellForm =
  'text' | 'texts' | 'code' | 'codes' | 'date' | 'day' | 'whole' | 'decimal' | 'amount' | 'flag';

/** One part of a value that has a column of its own. */
export interface CellPart {
  readonly form: CellForm;
  /** The vocabulary of a code. */
  readonly scheme?: ConceptScheme;
}

/**
 * `cell`: one column. `languages`: one for each language. `parts`: one for each part. `several`: a list of values with parts, in
 * numbered columns.
 */
export type RowForm =
  | { readonly of: 'cell'; readonly form: CellForm }
  | { readonly of: 'languages' }
  | { readonly of: 'parts' | 'several'; readonly parts: Readonly<Record<string, CellPart>> };

/** A value in one cell. */
export const cell = (form: CellForm): RowForm => ({ of: 'cell', form });
