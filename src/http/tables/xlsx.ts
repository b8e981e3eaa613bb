/** A table as an Excel workbook with one sheet, written while rows are read. */
import { workbookText } from '../../resource/canonical/workbook-text';
import type { Cell } from './cells';

/** Excel's maximum length of a cell. */
const longestText = 32_767;
const widestColumn = 60;
const narrowestColumn = 14;

/** The bytes of a workbook. Rows are read on demand. */
export async function* xlsx(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array, void> {
  // Loaded with the first workbook, as few processes write one.
  const { writeXlsxStream } = await import('hucre/xlsx');
  yield* writeXlsxStream(cellsOf(header, rows), {
    name: 'Table',
    freezePane: { rows: 1 },
    columns: header.map((name) => ({
      width: Math.min(Math.max(name.length + 2, narrowestColumn), widestColumn),
    })),
  });
}

async function* cellsOf(header: readonly string[], rows: AsyncIterable<readonly Cell[]>) {
  yield header.map(cellOf);
  for await (const row of rows) yield row.map(cellOf);
}

/** Texts are written as strings and never as formulas, so injection is impossible. */
const cellOf = (cell: Cell): Cell => (typeof cell === 'string' ? textOf(cell) : cell);

const textOf = (text: string): string => workbookText(text.length > longestText ? cut(text) : text);

const cut = (text: string): string => `${text.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
