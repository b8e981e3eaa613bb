/** A table as CSV after RFC 4180: UTF-8, commas, CRLF; no cell is taken for a formula by a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import type { Cell } from './cells';

/** What makes spreadsheets take a text for a formula, https://owasp.org/www-community/attacks/CSV_Injection; the wide forms too. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const negativeNumber = /^-\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; negative numbers are harmless. */
const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && formula.test(cell) && !negativeNumber.test(cell) ? `'${cell}` : cell;

/** Readers disagree on these where they stand without quotes: empty texts, single ends of lines, spaces at an end. */
const quoted = /^$|[\r\n]|^\s|\s$/;

/** Some rows as text. An empty text has quotes, so that it differs from a value that nobody states. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    // A row of one empty cell would be an empty line, which readers skip.
    rows.map((row) => (row.length === 1 && row[0] === null ? [''] : row.map(harmless))),
    { record_delimiter: 'windows', quoted_match: quoted, cast: { boolean: String } },
  );
