/** Makes the cells of a row from a record of the answer. */
import type { AddedNames } from './added-names';
import type { Column, Step } from './column';
import { isCut } from './truncation-fields';

/** A day, which a workbook shows as a date. */
export class Day {
  constructor(readonly iso: string) {}

  toString(): string {
    return this.iso;
  }
}

/** The content of a cell. Several values of a record are joined to one text. */
export type Cell = string | number | boolean | Day | null;

/** The record of a row, and the answer that contains it. */
export interface Answered {
  record: unknown;
  query: unknown;
}

/** Separates values in one cell. A bar within a value is escaped with a backslash. */
const separator = ' | ';

/** Marks a list with more values than were read. */
const goesOn = '…';

const isDecimal = (cell: Cell): boolean => typeof cell === 'string' && /^-?\d+(?:\.\d+)?$/.test(cell);

/** The cells of one row. */
export const rowOf = (columns: readonly Column[], answered: Answered, added: AddedNames): Cell[] =>
  columns.map((column) => {
    const { of, steps, many, decimal, day } = column;
    const values = valuesAt(answered[of], steps, added).map((value) => labelled(value, column));
    if (many) return joined(values);
    const cell = cellOf(values[0]);
    if (decimal && isDecimal(cell)) return Number(cell);
    return day && typeof cell === 'string' && isDay(answered[of], day, added) ? new Day(cell) : cell;
  });

const labelled = (value: unknown, { labels }: Column): unknown =>
  typeof value === 'string' ? (labels?.[value] ?? value) : value;

/** Whether a date is stated to the day, or of its nature a day. */
function isDay(answered: unknown, day: NonNullable<Column['day']>, added: AddedNames): boolean {
  const [precision] = day.precision ? valuesAt(answered, day.precision, added) : [null];
  return precision == null || precision === 'DAY';
}

/** The values at the end of the steps, in order. After each truncated list follows the mark. */
function valuesAt(value: unknown, steps: readonly Step[], added: AddedNames): unknown[] {
  const [step, ...further] = steps;
  if (value == null || step === undefined) return [value];
  const fields = value as Record<string, unknown>;
  const inner = itemsOf(fieldAt(fields, step), step.levels).flatMap((item) => valuesAt(item, further, added));
  const more = (step.ofPage && listGoesOn(fields[added.rest])) || isCut(fields, step.name, added);
  return more ? [...inner, goesOn] : inner;
}

const fieldAt = (fields: Record<string, unknown>, { name, at }: Step): unknown =>
  at === undefined ? fields[name] : (fields[name] as unknown[] | null)?.[at];

/** Flattens a list as deep as the schema has nested lists. A scalar may itself be an array. */
const itemsOf = (value: unknown, levels: number): unknown[] =>
  levels > 0 && Array.isArray(value) ? value.flatMap((item) => itemsOf(item, levels - 1)) : [value];

const listGoesOn = (pageInfo: unknown): boolean =>
  Object.values((pageInfo ?? {}) as Record<string, unknown>).includes(true);

/** Joins values to one text. Nulls keep their place, because columns of the same list belong together. */
const joined = (values: readonly unknown[]): Cell =>
  values.every((value) => value == null) && values.length < 2
    ? null
    : values.map((value) => String(cellOf(value) ?? '').replaceAll('|', '\\|')).join(separator);

function cellOf(value: unknown): Cell {
  if (value == null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
