/** Reads workbooks of Excel. */
import type { Sheet } from 'hucre/xlsx';
import { reasonOf } from '../../errors';
import { UnreadableDocument } from '../../rdf/reading/document';
import { tableFinding } from './finding-texts';
import { isForReading } from './sheet-names';
import { lettersOf, type ReadCell, type ReadSheet, type ReadTables } from './sheet';

const startsWith = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('hex').startsWith(hex);

/** Whether it is a workbook, or another document of an office that has to be saved as one. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  startsWith(bytes, '504b0304') || startsWith(bytes, 'd0cf11e0');

/** @param document its address @throws UnreadableDocument with what to do */
export async function readXlsx(bytes: Uint8Array, document: string): Promise<ReadTables> {
  if (startsWith(bytes, 'd0cf11e0'))
    throw new UnreadableDocument({
      de: 'Das ist eine Mappe von Excel 97 bis 2003, oder eine mit Kennwort. Sie als .xlsx speichern, ohne Kennwort.',
      en: 'This is a workbook of Excel 97 to 2003, or one with a password. Save it as .xlsx, without a password.',
    });
  // Loaded with the first workbook, as few processes read one.
  const { readXlsx: readWorkbook } = await import('hucre/xlsx');
  const { sheets } = await readWorkbook(bytes).catch((error: unknown) => {
    throw new UnreadableDocument({
      de: `Das ist keine Mappe, die sich lesen lässt (${reasonOf(error)}). Sie als .xlsx speichern, als Mappe von Excel.`,
      en: `This is no workbook that can be read (${reasonOf(error)}). Save it as .xlsx, the workbook of Excel.`,
    });
  });
  const isShown = ({ hidden, veryHidden }: Sheet) => hidden !== true && veryHidden !== true;
  const place = { document, line: null, column: null };
  return {
    format: 'XLSX',
    sheets: sheets.filter(isShown).map(sheetOf),
    findings: sheets
      .filter((sheet) => !isShown(sheet) && sheet.rows.length > 0 && !isForReading(sheet.name))
      .map(({ name }) => tableFinding('sheet-hidden', { place, words: { sheet: name } })),
  };
}

function sheetOf({ name, rows, cells, merges = [] }: Sheet): ReadSheet {
  const cellAt = (row: number, column: number): ReadCell => {
    const { formula, hyperlink } = cells?.get(`${row},${column}`) ?? {};
    return {
      value: rows[row]?.[column] ?? null,
      ...(formula !== undefined && { formula }),
      ...(hyperlink?.target && { link: hyperlink.target }),
    };
  };
  const merged = new Map<string, string>();
  for (const { startRow, endRow, startCol, endCol } of merges)
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row += 1)
      for (let column = startCol; column <= endCol; column += 1)
        if (row !== startRow || column !== startCol)
          merged.set(`${row + 1},${column + 1}`, `${lettersOf(startCol + 1)}${startRow + 1}`);
  return {
    name,
    rows: rows.map((row, index) => ({
      number: index + 1,
      line: index + 1,
      cells: row.map((_, column) => cellAt(index, column)),
    })),
    merged,
  };
}
