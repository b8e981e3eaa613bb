/** Writes a template of one class as CSV, as spreadsheets open it in a language. */
import { stringify } from 'csv-stringify/sync';
import { headOf } from './head';
import type { TemplateSheet } from './template';
import { writtenRow, type TableLanguage } from './write-cell';

/** A German spreadsheet takes commas for those of numbers. */
const separators = { de: ';', en: ',' } as const;

/** @param records what is filled in already */
export function writeCsv(
  { description, columns }: TemplateSheet,
  lang: TableLanguage,
  records: readonly Readonly<Record<string, unknown>>[] = [],
): string {
  const heads = columns.map((column, index) => headOf(column, lang, index === 0 ? description : undefined));
  const rows = records.map((data) => writtenRow(columns, data, lang));
  return stringify([heads, ...rows], {
    bom: true,
    delimiter: separators[lang],
    record_delimiter: 'windows',
    // Spreadsheets and readers tell an empty text from none by nothing: lines within texts need their quotation marks.
    quoted_match: /[\r\n;\t]/,
    cast: { date: (date) => date.toISOString().slice(0, 10) },
  });
}
