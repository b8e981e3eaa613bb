/**
 * Compiles comparisons of one attribute. Every comparison is true or false, never unknown: a record without a value satisfies none
 * of them, so it is found by `not` and `ne`, and by `isNull`.
 */
import sql, { raw, type Sql } from 'sql-template-tag';
import { visible } from '../../resource/canonical/text';
import { formOf } from '../../resource/canonical/value';
import { columnOf, foldedColumn, mainColumn, valueColumns } from '../../resource/columns';
import type { Attribute } from '../../resource/description';
import type { Kind } from '../../resource/kinds/kind';
import { collationKey } from '../../resource/text';
import {
  allOf,
  anyOf,
  column,
  entriesOf,
  hasPart,
  isStorable,
  itemsOf,
  literal,
  spans,
  type Reader,
} from '../sql';

/** Comparisons by operator, such as `{ eq: 'Hessen' }`. Null values count as absent. */
export type Comparisons = Readonly<Record<string, unknown>>;

/** A comparison with an attribute of the row under an alias. */
interface Comparison {
  reader: Reader;
  attribute: Attribute;
  alias: string;
  operator: string;
  /** Normalised like the attribute's values. */
  operand: unknown;
  language: unknown;
}

const conditions: Readonly<Record<Kind['holds'], (comparison: Comparison) => Sql>> = {
  value: onValue,
  values: onList,
  wordings: onTexts,
};

/** The condition that an attribute of the row under `alias` satisfies all comparisons. */
export function compare(reader: Reader, attribute: Attribute, alias: string, comparisons: Comparisons): Sql {
  const { language, currency, ...operators } = comparisons;
  const condition = conditions[attribute.kind.holds];
  const met = Object.entries(operators)
    .filter(([, operand]) => operand != null)
    .map(([operator, given]) => {
      if (isPart(given)) return comparePart(reader, column(alias, columnOf(attribute, operator)), given);
      const operand = inForm(attribute, operator, given);
      return condition({ reader, attribute, alias, operator, operand, language });
    });
  if (currency != null) {
    met.push(equal(column(alias, columnOf(attribute, 'currency')), currency));
  }
  return allOf(met);
}

/** The comparisons of a part of the value, which stands in a column of its own. */
const isPart = (operand: unknown): operand is Comparisons =>
  typeof operand === 'object' && operand !== null && !Array.isArray(operand);

const comparePart = (reader: Reader, cell: Sql, comparisons: Comparisons): Sql =>
  allOf(
    Object.entries(comparisons)
      .filter(([, operand]) => operand != null)
      .map(([operator, operand]) => compareCell(reader, cell, operator, operand)),
  );

/** Normalises an operand like the attribute's values. A part of a text may have spaces at its ends. */
function inForm(attribute: Attribute, operator: string, operand: unknown): unknown {
  if (Array.isArray(operand)) return operand.map((each) => inForm(attribute, operator, each));
  if (typeof operand !== 'string') return operand;
  return operator === 'contains' || operator === 'startsWith' ? visible(operand) : formOf(attribute, operand);
}

const never = raw('1 = 0');

/** Whether a text can be stored and therefore be equal to anything: databases accept neither NUL nor unpaired surrogates. */
const canBeMet = (text: unknown): boolean => typeof text !== 'string' || (isStorable(text) && isWhole(text));
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);

const signs: Readonly<Record<string, Sql>> = { lt: raw('<'), lte: raw('<='), gt: raw('>'), gte: raw('>=') };

const isUnknown = (cell: Sql, operand: unknown): Sql =>
  operand ? sql`${cell} IS NULL` : sql`${cell} IS NOT NULL`;

function onValue({ reader, attribute, alias, operator, operand }: Comparison): Sql {
  const { kind } = attribute;
  const cells = valueColumns(attribute).map(({ name }) => column(alias, name));
  const cell = column(alias, mainColumn(attribute));
  switch (operator) {
    case 'isNull':
      if ((kind.main ?? '') in kind.columns) return isUnknown(cell, operand);
      return sql`${raw(operand ? '' : 'NOT ')}(${allOf(cells.map((each) => isUnknown(each, true)))})`;
    case 'includes': {
      const [from = cell, until = cell] = cells;
      return sql`(NOT (${from} IS NULL AND ${until} IS NULL) AND ${spans(from, until, operand as string)})`;
    }
    case 'contains':
    case 'startsWith': {
      const { text, folded } = partOf(
        operand as string,
        'folded' in (attribute.kind.computed?.(attribute) ?? {}),
      );
      return hasText(reader, folded ? column(alias, foldedColumn(attribute)) : cell, operator, text);
    }
    default:
      return compareCell(reader, cell, operator, operand);
  }
}

/** Whether the value in a cell meets a comparison. */
function compareCell(reader: Reader, cell: Sql, operator: string, operand: unknown): Sql {
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

const equal = (cell: Sql, operand: unknown): Sql =>
  canBeMet(operand) ? sql`(${cell} IS NOT NULL AND ${cell} = ${operand})` : never;

/** Whether a value is one of several. They are passed as one parameter, as the number of parameters is limited. */
export function isAmong(reader: Reader, cell: Sql, operands: readonly unknown[]): Sql {
  const wanted = [...new Set(operands.filter(canBeMet))];
  if (wanted.length === 0) return never;
  const value =
    typeof wanted[0] === 'number' ? wholeNumber(reader, raw('wanted.value')) : raw('wanted.value');
  return sql`(${cell} IS NOT NULL AND ${cell} IN (SELECT ${value} FROM ${givenValues(reader, wanted)}))`;
}

/** Given texts or numbers as rows of `wanted` with the column `value`. */
const givenValues = (reader: Reader, values: readonly unknown[]): Sql =>
  itemsOf(reader, sql`${JSON.stringify(values)}`, 'wanted');

/** PostgreSQL returns the items of a JSON list as texts. */
const wholeNumber = ({ dialect }: Reader, value: Sql): Sql =>
  dialect === 'postgres' ? sql`CAST(${value} AS bigint)` : value;

/** The text to search for: folded, to ignore case and accents. A text that folds to nothing, such as `%`, is used unchanged. */
function partOf(text: string, folds: boolean): { text: string; folded: boolean } {
  const key = folds && canBeMet(text) ? collationKey(text) : '';
  return key === '' ? { text, folded: false } : { text: key, folded: true };
}

/** Whether a text contains another, or begins with it, exactly. */
export const hasText = (reader: Reader, cell: Sql, part: 'contains' | 'startsWith', text: string): Sql =>
  canBeMet(text) ? hasPart(reader, cell, part, text) : never;

/** Whether a text in any language, or in the named one, satisfies a comparison. */
function onTexts({ reader, attribute, alias, operator, operand, language }: Comparison): Sql {
  const some = (meets: (value: Sql) => Sql, texts = columnOf(attribute)) => {
    const only = language == null ? [] : [sql`texts.key = ${(language as string).toLowerCase()}`];
    const conditions = allOf([...only, meets(raw('texts.value'))]);
    return sql`EXISTS (SELECT 1 FROM ${entriesOf(reader, column(alias, texts), 'texts')} WHERE ${conditions})`;
  };
  /** Checks first whether the column contains the text at all, which is false for most records. Only then is the JSON parsed. */
  const whereWritten = (text: string, meets: (value: Sql) => Sql, texts = columnOf(attribute)) => {
    const written = JSON.stringify(text).slice(1, -1);
    return sql`(${hasPart(reader, column(alias, texts), 'contains', written)} AND ${some(meets, texts)})`;
  };
  if (operator === 'isNull') {
    const cell = column(alias, columnOf(attribute));
    const exists =
      language == null ? sql`(${cell} IS NOT NULL AND ${cell} <> '{}')` : some(() => raw('1 = 1'));
    return operand ? sql`NOT ${exists}` : exists;
  }
  if (!canBeMet(operand)) return never;
  if (operator === 'eq') return whereWritten(operand as string, (value) => equal(value, operand));
  const { text, folded } = partOf(operand as string, true);
  const meets = (value: Sql) => hasText(reader, value, operator as 'contains', text);
  return whereWritten(text, meets, folded ? foldedColumn(attribute) : undefined);
}

/** Up to this number of values are searched in the text of a JSON list one by one, which is faster than parsing the list. */
export const fewValues = 8;

/**
 * Whether the text of a JSON list (without spaces) contains a value. Quotation marks within values are escaped, so an unescaped
 * pair encloses a whole value, or the comma between two values.
 */
const isWrittenIn = (reader: Reader, cell: Sql, value: string): Sql =>
  hasPart(reader, cell, 'contains', JSON.stringify(value));
const isComma = (value: string): boolean => value === ',';

/**
 * Whether a list contains one of several values, or all of them. Each list is parsed once, however many values are given. The given
 * values do not depend on the row, so a database prepares them once for all rows.
 */
function onList({ reader, attribute, alias, operator, operand }: Comparison): Sql {
  const cell = column(alias, columnOf(attribute));
  if (operator === 'isEmpty') return isUnknown(cell, operand);
  const wanted = [operand].flat() as string[];
  const all = operator === 'hasAll';
  const possible = [...new Set(wanted.filter(canBeMet))];
  if (all && possible.length < new Set(wanted).size) return never;
  if (possible.length === 0) return all ? raw('1 = 1') : never;
  if (possible.length <= fewValues && !possible.some(isComma)) {
    const written = possible.map((value) => isWrittenIn(reader, cell, value));
    return all ? sql`(${allOf(written)})` : anyOf(written);
  }
  const items = itemsOf(reader, cell, 'items');
  const given = sql`items.value IN (SELECT wanted.value FROM ${givenValues(reader, possible)})`;
  // PostgreSQL would prepare the given values again for each row below EXISTS, but not below a count.
  return all
    ? sql`(SELECT count(DISTINCT items.value) FROM ${items} WHERE ${given}) = ${literal(possible.length)}`
    : sql`(SELECT count(*) FROM ${items} WHERE ${given}) > 0`;
}
