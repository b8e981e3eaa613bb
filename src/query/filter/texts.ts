/** Comparisons of texts by language. */
import sql, { raw, type Sql } from 'sql-template-tag';
import { columnOf, foldedColumn } from '../../resource/columns';
import { allOf, column, entriesOf, hasPart } from '../sql';
import { canBeMet, equal, hasText, never } from './cells';
import { partOf, type Comparison } from './comparison';

/** Whether a text in any language, or in the named one, satisfies a comparison. */
export function onTexts({ reader, attribute, alias, operator, operand, language }: Comparison): Sql {
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
