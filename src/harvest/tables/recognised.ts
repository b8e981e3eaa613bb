/** Finds out what a sheet is: where its head stands, which fields its columns are, and of which class its rows. */
import type { Description } from '../../resource/description';
import { namesOfClass } from '../../resource/labels';
import { collationKey } from '../../resource/text';
import type { Registry } from '../../resource/registry';
import type { Finding } from '../finding';
import { fieldsOf, nameOfColumn, type Column, type TableField } from './column';
import { tableFinding } from './finding-texts';
import { classInHead, columnOfHead, likelyColumn } from './head';
import { textOf } from './read-cell';
import { lettersOf, type ReadRow, type ReadSheet } from './sheet';

export interface RecognisedSheet {
  readonly sheet: ReadSheet;
  readonly description: Description;
  readonly fields: readonly TableField[];
  /** The columns by their place; null for those that are not read. */
  readonly columns: readonly (Column | null)[];
  readonly rows: readonly ReadRow[];
  readonly findings: readonly Finding[];
}

/** Why a sheet has no records that can be read. */
export interface Unrecognised {
  readonly sheet: ReadSheet;
  /** The classes that its head may mean. */
  readonly classes: readonly Description[];
}

/** Heads stand above the records; above them may be a title. */
const rowsAboveHead = 20;

/** @param fileName what a file with one table is called, without ending */
export function recognised(
  sheet: ReadSheet,
  registry: Registry,
  { fileName, document }: { fileName: string; document: string },
): RecognisedSheet | Unrecognised {
  const candidates = candidatesFor(sheet, registry, fileName);
  const ranked = candidates
    .map((description) => ({ description, ...bestHead(sheet, fieldsOf(description, registry)) }))
    .sort((one, other) => other.hits - one.hits);
  const [best, second] = ranked;
  if (!best || best.hits === 0) return { sheet, classes: [] };
  // Tables of others have a column or two that are called like ours.
  const isNamed = candidates.length === 1;
  if (!isNamed && best.hits * 2 <= filledIn(best.head)) return { sheet, classes: [] };
  if (second?.hits === best.hits)
    return {
      sheet,
      classes: ranked.filter(({ hits }) => hits === best.hits).map(({ description }) => description),
    };
  const { description, fields, head } = best;
  const rows = sheet.rows.filter(({ number }) => number > head.number);
  const { columns, findings } = columnsIn(sheet, head, { description, fields, document });
  return {
    sheet,
    description,
    fields,
    columns,
    rows,
    findings: [...findings, ...withoutHead(sheet, head, rows, document)],
  };
}

/** The class that the head, the sheet or the file names; else any. */
function candidatesFor(
  { rows, name }: ReadSheet,
  registry: Registry,
  fileName: string,
): readonly Description[] {
  const classes = [...registry.resources, ...registry.links];
  for (const { cells } of rows.slice(0, rowsAboveHead))
    for (const { value } of cells) {
      const named = classes.find(({ type }) => type === classInHead(textOf(value)));
      if (named) return [named];
    }
  const called = collationKey(name ?? fileName.replace(/[-_. ].*$/, ''));
  const named = classes.find((description) =>
    namesIn(description).some((each) => collationKey(each) === called),
  );
  return named ? [named] : classes;
}

const namesIn = (description: Description): string[] => {
  const { de, en } = namesOfClass(description);
  return [description.type, description.path, de.one, de.many, en.one, en.many];
};

interface Head {
  readonly fields: readonly TableField[];
  readonly head: ReadRow;
  /** How many of its cells name a field. */
  readonly hits: number;
}

const filledIn = ({ cells }: ReadRow): number => cells.filter(({ value }) => textOf(value) !== '').length;

function bestHead({ rows }: ReadSheet, fields: readonly TableField[]): Head {
  const none: Head = { fields, head: { number: 0, line: 0, cells: [] }, hits: 0 };
  return rows.slice(0, rowsAboveHead).reduce<Head>((best, head) => {
    const hits = head.cells.filter(({ value }) => columnOfHead(textOf(value), fields) !== null).length;
    return hits > best.hits ? { fields, head, hits } : best;
  }, none);
}

function columnsIn(
  { name }: ReadSheet,
  head: ReadRow,
  {
    description,
    fields,
    document,
  }: { description: Description; fields: readonly TableField[]; document: string },
): Pick<RecognisedSheet, 'columns' | 'findings'> {
  const findings: Finding[] = [];
  const known = new Set<string>();
  const columns = head.cells.map(({ value }, index) => {
    const text = textOf(value);
    if (text === '') return null;
    const column = columnOfHead(text, fields);
    const say = (id: Parameters<typeof tableFinding>[0], words: Record<string, string> = {}) => {
      const place = { document, line: head.line, column: name === null ? null : index + 1 };
      const cell = cellName(name, index + 1, head.number);
      findings.push(tableFinding(id, { place, words: { cell, text, class: description.type, ...words } }));
      return null;
    };
    if (!column) {
      const likely = likelyColumn(text, fields);
      return likely === null ? say('column-unknown') : say('column-misspelt', { likely });
    }
    if (known.has(nameOfColumn(column))) return say('column-repeated');
    known.add(nameOfColumn(column));
    return column;
  });
  return { columns, findings };
}

/** Cells that are filled in below no head, once for each column. */
function withoutHead(
  { name }: ReadSheet,
  head: ReadRow,
  rows: readonly ReadRow[],
  document: string,
): Finding[] {
  const reported = new Set<number>();
  return rows.flatMap(({ cells, number, line }) =>
    cells.flatMap(({ value }, index) => {
      if (textOf(value) === '' || reported.has(index) || textOf(head.cells[index]?.value ?? null) !== '')
        return [];
      reported.add(index);
      const place = { document, line, column: name === null ? null : index + 1 };
      const words = { cell: cellName(name, index + 1, number), text: textOf(value) };
      return [tableFinding('column-without-head', { place, words })];
    }),
  );
}

/** A cell as people name it: `Datasets!C5`, and `C5` in CSV. */
export const cellName = (sheet: string | null, column: number, row: number): string =>
  `${sheet === null ? '' : `${sheet}!`}${lettersOf(column)}${row}`;
