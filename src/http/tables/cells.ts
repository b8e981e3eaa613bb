/** The cells of a row: the values to which the columns lead in one record of the answer. */
import type { AddedNames } from './added-names';
import type { Column, Step } from './column';
import { isCut } from './cut-lists';

/** What stands in a cell; several values of one record are one text. */
export type Cell = string | number | boolean | null;

/** What an answer holds: the record of a row, and the whole of its page. */
export interface Answered {
  record: unknown;
  query: unknown;
}

/** Stands between the values of one cell; a bar within a value has a backslash before it. */
const separator = ' | ';

/** Says in a cell that the list of its values goes on beyond the page that was read. */
const goesOn = '…';

/** The cells of one row. */
export const rowOf = (columns: readonly Column[], answered: Answered, added: AddedNames): Cell[] =>
  columns.map(({ of, steps, many }) => {
    const values = valuesAt(answered[of], steps, added);
    return many ? joined(values) : cellOf(values[0]);
  });

/** The values at the end of the steps, in their order; each list on the way is followed by what says that it goes on. */
function valuesAt(value: unknown, steps: readonly Step[], added: AddedNames): unknown[] {
  const [step, ...further] = steps;
  if (value == null || step === undefined) return [value];
  const fields = value as Record<string, unknown>;
  const inner = itemsOf(fields[step.name], step.levels).flatMap((item) => valuesAt(item, further, added));
  const more = (step.ofPage && listGoesOn(fields[added.rest])) || isCut(fields, step.name, added);
  return more ? [...inner, goesOn] : inner;
}

/** What a list holds, and the lists within it as far as the schema has them: a scalar may be a list by itself. */
const itemsOf = (value: unknown, levels: number): unknown[] =>
  levels > 0 && Array.isArray(value) ? value.flatMap((item) => itemsOf(item, levels - 1)) : [value];

const listGoesOn = (pageInfo: unknown): boolean =>
  Object.values((pageInfo ?? {}) as Record<string, unknown>).includes(true);

/** Several values as one text. Places of values that nobody states stay, as the columns of one list belong together. */
const joined = (values: readonly unknown[]): Cell =>
  values.every((value) => value == null) && values.length < 2
    ? null
    : values.map((value) => String(cellOf(value) ?? '').replaceAll('|', '\\|')).join(separator);

function cellOf(value: unknown): Cell {
  if (value == null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
