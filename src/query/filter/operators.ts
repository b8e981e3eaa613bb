/**
 * What one attribute is compared with. Every comparison is true or false, never unknown:
 * a record without a value meets none of them, and is therefore found by `not` and `ne`; `isNull` asks for it.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { columnOf, foldedColumn } from '../../resource/columns';
import type { Attribute } from '../../resource/description';
import { collationKey } from '../../resource/text';
import { allOf, anyOf, column, entriesOf, hasPart, isStorable, itemsOf, type Reader } from '../sql';

/** Comparisons by operator, such as `{ eq: 'Hessen' }`; null is not given. */
export type Comparisons = Readonly<Record<string, unknown>>;

/** The condition that an attribute of the row under `alias` meets all comparisons. */
export function compare(reader: Reader, attribute: Attribute, alias: string, comparisons: Comparisons): Sql {
  const { language, currency, ...operators } = comparisons;
  const cell = column(alias, columnOf(attribute, attribute.kind === 'money' ? 'amount' : undefined));
  const conditions = Object.entries(operators)
    .filter(([, operand]) => operand != null)
    .map(([operator, operand]) => {
      if (operator === 'isNull' || operator === 'isEmpty')
        return operand ? sql`${cell} IS NULL` : sql`${cell} IS NOT NULL`;
      if (!storable(operand)) return operator === 'ne' ? raw('1 = 1') : raw('1 = 0');
      if (operator === 'ne') return sql`NOT (${equal(cell, operand)})`;
      if (attribute.kind === 'localized')
        return inTexts(reader, attribute, alias, operator, operand as string, language);
      if (attribute.kind === 'texts' || attribute.kind === 'concepts')
        return inList(reader, cell, operator, operand);
      if (operator === 'contains' || operator === 'startsWith') {
        const folds = attribute.kind === 'text';
        const searched = folds ? column(alias, foldedColumn(attribute)) : cell;
        return hasPart(
          reader,
          searched,
          operator,
          folds ? collationKey(operand as string) : (operand as string),
        );
      }
      return single(cell, operator, operand);
    });
  if (currency != null) conditions.push(equal(column(alias, columnOf(attribute, 'currency')), currency));
  return allOf(conditions);
}

/** No stored text can meet one that a database cannot hold. */
const storable = (operand: unknown): boolean =>
  [operand].flat().every((one) => typeof one !== 'string' || isStorable(one));

const signs: Readonly<Record<string, Sql>> = { lt: raw('<'), lte: raw('<='), gt: raw('>'), gte: raw('>=') };

function single(cell: Sql, operator: string, operand: unknown): Sql {
  const sign = signs[operator];
  if (sign) return sql`(${cell} IS NOT NULL AND ${cell} ${sign} ${operand})`;
  return operator === 'in' ? among(cell, operand as readonly unknown[]) : equal(cell, operand);
}

const equal = (cell: Sql, operand: unknown): Sql => sql`(${cell} IS NOT NULL AND ${cell} = ${operand})`;

const among = (cell: Sql, operands: readonly unknown[]): Sql =>
  operands.length === 0 ? raw('1 = 0') : sql`(${cell} IS NOT NULL AND ${cell} IN (${join(operands)}))`;

/** Whether a text in any language, or in the one named, equals another or has a part, whatever its case and accents. */
function inTexts(
  reader: Reader,
  attribute: Attribute,
  alias: string,
  operator: string,
  text: string,
  language: unknown,
): Sql {
  const exact = operator === 'eq';
  const value = raw('texts.value');
  const meets = exact
    ? sql`${value} = ${text}`
    : hasPart(reader, value, operator as 'contains', collationKey(text));
  const only = language == null ? raw('1 = 1') : sql`texts.key = ${(language as string).toLowerCase()}`;
  const texts = column(alias, exact ? columnOf(attribute) : foldedColumn(attribute));
  return sql`EXISTS (SELECT 1 FROM ${entriesOf(reader, texts, 'texts')} WHERE ${only} AND ${meets})`;
}

/** Whether a list holds a value, any or all of several. */
function inList(reader: Reader, cell: Sql, operator: string, operand: unknown): Sql {
  const wanted = [operand].flat();
  const conditions = wanted.map(
    (value) => sql`EXISTS (SELECT 1 FROM ${itemsOf(reader, cell, 'items')} WHERE items.value = ${value})`,
  );
  return operator === 'hasAll' ? allOf(conditions) : anyOf(conditions);
}
