/** Comparisons of one cell with given values. Each is true or false, never unknown. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { hasPart, isStorable, itemsOf, type Reader } from '../sql';

/** What no row meets. */
export const never = raw('1 = 0');

/** Whether a text can be stored and therefore be equal to anything: databases accept neither NUL nor unpaired surrogates. */
export const canBeMet = (text: unknown): boolean =>
  typeof text !== 'string' || (isStorable(text) && isWhole(text));
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);

const signs: Readonly<Record<string, Sql>> = { lt: raw('<'), lte: raw('<='), gt: raw('>'), gte: raw('>=') };

/** Whether a cell has no value, or has one. */
export const isUnknown = (cell: Sql, operand: unknown): Sql =>
  operand ? sql`${cell} IS NULL` : sql`${cell} IS NOT NULL`;

/** Whether the value in a cell meets a comparison. */
export function compareCell(reader: Reader, cell: Sql, operator: string, operand: unknown): Sql {
  switch (operator) {
    case 'isNull':
      return isUnknown(cell, operand);
    case 'ne':
      return sql`NOT (${equal(cell, operand)})`;
    case 'in':
      return isAmong(reader, cell, operand as readonly unknown[]);
    default: {
      const sign = signs[operator];
      return sign ? sql`(${cell} IS NOT NULL AND ${cell} ${sign} ${operand})` : equal(cell, operand);
    }
  }
}

export const equal = (cell: Sql, operand: unknown): Sql =>
  canBeMet(operand) ? sql`(${cell} IS NOT NULL AND ${cell} = ${operand})` : never;

/** Whether a value is one of several. They are passed as one parameter, as the number of parameters is limited. */
export function isAmong(reader: Reader, cell: Sql, operands: readonly unknown[]): Sql {
  const wanted = [...new Set(operands.filter(canBeMet))];
  if (wanted.length === 0) return never;
  const value = itemAs(reader, wanted);
  return sql`(${cell} IS NOT NULL AND ${cell} IN (SELECT ${value} FROM ${givenValues(reader, wanted)}))`;
}

/** Given texts or numbers as rows of `wanted` with the column `value`. */
export const givenValues = (reader: Reader, values: readonly unknown[]): Sql =>
  itemsOf(reader, sql`${JSON.stringify(values)}`, 'wanted');

/** An item of the list of given values. PostgreSQL returns the items of a JSON list as texts. */
function itemAs({ dialect }: Reader, values: readonly unknown[]): Sql {
  const value = raw('wanted.value');
  if (dialect === 'sqlite' || typeof values[0] !== 'number') return value;
  return values.every(Number.isSafeInteger)
    ? sql`CAST(${value} AS bigint)`
    : sql`CAST(${value} AS double precision)`;
}

/** Whether a text contains another, or begins with it, exactly. */
export const hasText = (reader: Reader, cell: Sql, part: 'contains' | 'startsWith', text: string): Sql =>
  canBeMet(text) ? hasPart(reader, cell, part, text) : never;
