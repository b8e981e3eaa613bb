/** A table as CSV (RFC 4180): UTF-8, commas, CRLF. Cells are protected against formula injection. */
import { stringify } from 'csv-stringify/sync';
import type { Cell } from './cells';

/**
 * First characters that make spreadsheets take a text for a formula, with full-width forms: https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const negativeNumber = /^-\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** Puts an apostrophe before a text that would be a formula. Negative numbers are harmless. */
const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && formula.test(cell) && !negativeNumber.test(cell) ? `'${cell}` : cell;

/** Readers treat these differently without quotes: empty texts, single CR or LF, leading or trailing white space. */
const quoted = /^$|[\r\n]|^\s|\s$/;

/** Writes rows. An empty text is quoted, to distinguish it from null. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    // A row with one null would be an empty line, which readers skip.
    rows.map((row) => (row.length === 1 && row[0] === null ? [''] : row.map(harmless))),
    { record_delimiter: 'windows', quoted_match: quoted, cast: { boolean: String } },
  );
