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
import { allOf, column, spans, type Reader } from '../sql';
import { compareCell, equal, hasText, isUnknown } from './cells';
import { partOf, type Comparison } from './comparison';
import { onList } from './lists';
import { onTexts } from './texts';

/** Comparisons by operator, such as `{ eq: 'Hessen' }`. Null values count as absent. */
export type Comparisons = Readonly<Record<string, unknown>>;

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
