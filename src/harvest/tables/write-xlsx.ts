/** Writes a template as a workbook: sheets to fill in, one that explains them, and one with the code lists. */
import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import { workbookText } from '../../resource/canonical/workbook-text';
import { namesOfClass } from '../../resource/labels';
import { bold, codeLists, type CodeLists } from './code-lists';
import { hasParagraphs, type Column } from './column';
import { validationOf } from './drop-downs';
import { explainedColumn } from './explained-column';
import { meaningOfClass } from './german-meanings';
import { headOf } from './head';
import { sheetOfClass, sheetsForReading } from './sheet-names';
import type { CellValue } from './sheet';
import type { TemplateSheet } from './template';
import { templateWords } from './template-words';
import { writtenRow, type TableLanguage } from './write-cell';

/** Records by class, for a template that is filled in. */
export type RecordsByClass = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const dated: CellStyle = { numFmt: 'yyyy-mm-dd' };

/** @param records what is filled in already */
export function writeWorkbook(
  template: readonly TemplateSheet[],
  lang: TableLanguage,
  records: RecordsByClass = {},
): Promise<Uint8Array> {
  const lists = codeLists(template, lang);
  const filled = template.map((sheet) => sheetOf(sheet, { template, lang, lists, records }));
  return writeXlsx({ sheets: [...filled, aboutSheet(template, lang), lists.sheet] });
}

const held = (value: CellValue): CellValue => (typeof value === 'string' ? workbookText(value) : value);

interface SheetParts {
  readonly template: readonly TemplateSheet[];
  readonly lang: TableLanguage;
  readonly lists: CodeLists;
  readonly records: RecordsByClass;
}

function sheetOf(sheet: TemplateSheet, { template, lang, lists, records }: SheetParts): WriteSheet {
  const { description, columns } = sheet;
  const rows = (records[description.type] ?? []).map((data) => writtenRow(columns, data, lang));
  const heads = columns.map((column, index) => headOf(column, lang, index === 0 ? description : undefined));
  const cells = new Map<string, object>(
    columns.map((column, index) => {
      const { about, form, example } = explainedColumn(column, lang);
      const shown = example instanceof Date ? example.toISOString().slice(0, 10) : String(example);
      const text = `${about}\n${form}\n${shown}`;
      return [`0,${index}`, { value: heads[index], type: 'string', style: bold, comment: { text } }];
    }),
  );
  rows.forEach((row, at) =>
    row.forEach((value, index) => {
      if (value instanceof Date) cells.set(`${at + 1},${index}`, { value, type: 'date', style: dated });
    }),
  );
  return {
    name: sheetOfClass(description, lang),
    rows: [heads, ...rows.map((row) => row.map(held))],
    cells,
    columns: columns.map((column, index) => ({ width: widthOf(column, heads[index] ?? '') })),
    freezePane: { rows: 1, columns: 1 },
    dataValidations: columns.flatMap((column, index) =>
      validationOf(column, index, { template, lang, lists }),
    ),
  };
}

const widthOf = (column: Column, head: string): number =>
  Math.min(Math.max(head.length + 2, 14), hasParagraphs(column) ? 60 : 40);

function aboutSheet(template: readonly TemplateSheet[], lang: TableLanguage): WriteSheet {
  const words = templateWords[lang];
  const [first] = template;
  const intro = words.intro(first ? namesOfClass(first.description)[lang].many : '').map((line) => [line]);
  const rows = template.flatMap(({ description, columns }) => [
    [sheetOfClass(description, lang), '', meaningOfClass(description)[lang], '', '', ''],
    ...columns.map((column, index) => {
      const { about, form, needed, example } = explainedColumn(column, lang);
      const head = headOf(column, lang, index === 0 ? description : undefined);
      return [sheetOfClass(description, lang), head, about, form, needed, example];
    }),
  ]);
  const cells = new Map<string, object>();
  words.head.forEach((value, index) =>
    cells.set(`${intro.length + 1},${index}`, { value, type: 'string', style: bold }),
  );
  rows.forEach(([, head, about], at) => {
    cells.set(`${intro.length + 2 + at},2`, {
      value: about,
      type: 'string',
      style: head === '' ? bold : wrapped,
    });
  });
  return {
    name: sheetsForReading[lang].about,
    rows: [...intro, [], [...words.head], ...rows],
    cells,
    columns: [22, 42, 70, 44, 12, 34].map((width) => ({ width })),
  };
}
