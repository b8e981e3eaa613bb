/** A worksheet, written while its rows are read: head frozen and with a filter, days as dates, addresses as links. */
import type { Cell } from '../cells';
import { TooManyRecords } from '../failures';
import { cellXml, lettersOf, targetOf } from './cell-xml';
import { worksheetStart } from './parts';

/** A sheet to be written. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** Some of its first rows, by which the columns get their width. */
  readonly sample?: readonly (readonly Cell[])[];
  /** Whether it is a page to read, with long texts in several lines and without a filter. */
  readonly isProse?: true;
}

/** Excel's maximum of rows, and of links of a sheet. */
const mostRows = 1_048_576;
const mostLinks = 65_530;
const widest = 60;
const narrowest = 10;
const chunk = 65_536;

/** Yields the XML of a sheet, and collects the addresses of its links. */
export async function* sheetXml(sheet: Sheet, targets: string[]): AsyncGenerator<string> {
  const { header, isProse = false } = sheet;
  const links: string[] = [];
  const last = lettersOf(header.length - 1);
  let text = `${worksheetStart}${viewXml}${columnsXml(sheet)}<sheetData>${rowXml(
    1,
    header.map((name, index) => cellXml(`${lettersOf(index)}1`, name, 'head')),
  )}`;
  let row = 1;
  for await (const cells of sheet.rows) {
    row += 1;
    if (row > mostRows) throw new TooManyRecords(mostRows - 1);
    const written = cells.map((cell, index) => {
      const place = `${lettersOf(index)}${row}`;
      const target = links.length < mostLinks ? targetOf(cell) : null;
      if (target === null) return cellXml(place, cell, isProse ? 'wrapped' : 'plain');
      targets.push(target);
      links.push(`<hyperlink ref="${place}" r:id="rId${targets.length}"/>`);
      return cellXml(place, cell, 'link');
    });
    text += rowXml(row, written);
    if (text.length < chunk) continue;
    yield text;
    text = '';
  }
  const filter = isProse ? '' : `<autoFilter ref="A1:${last}${row}"/>`;
  const linked = links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
  yield `${text}</sheetData>${filter}${linked}</worksheet>`;
}

const rowXml = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join('')}</row>`;

const viewXml =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>';

function columnsXml({ header, sample = [] }: Sheet): string {
  // The button of the filter takes some room.
  const longest = header.map((name, index) =>
    Math.max(name.length + 4, narrowest, ...sample.map((row) => String(row[index] ?? '').length + 1)),
  );
  const columns = longest.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.min(width, widest)}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

const forbidden = /[\\/?*[\]:]/g;
const longestName = 31;

/** Names that Excel takes: short, without some signs, and different whatever their case. */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>();
  return wished.map((wish) => {
    const plain =
      wish
        .replace(forbidden, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Table';
    let name = plain.slice(0, longestName);
    for (let number = 2; taken.has(name.toLowerCase()) || name.toLowerCase() === 'history'; number += 1)
      name = `${plain.slice(0, longestName - 1 - String(number).length)}_${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
