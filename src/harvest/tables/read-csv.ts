/** Reads CSV, whatever its encoding and the sign between its columns. */
import { CsvError, parse } from 'csv-parse/sync';
import { emptyDocument, UnreadableDocument } from '../../rdf/reading/document';
import { decodeAny } from '../../rdf/repair/text/decode';
import type { Label } from '../../vocabulary/label';
import type { Finding } from '../finding';
import { tableFinding } from './finding-texts';
import type { ReadRow, ReadTables } from './sheet';

const separators = [';', ',', '\t', '|'] as const;

/** @param document its address @throws UnreadableDocument for what is no text */
export function readCsv(bytes: Uint8Array, type: string | null, document: string): ReadTables {
  const { text, findings } = decodeAny(bytes, type, document);
  if (text.trim() === '') throw new UnreadableDocument(emptyDocument);
  // Excel may say in a first line which sign it is.
  const [stated = '', said] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const { rows, broken } = rowsIn(text.slice(stated.length), said ?? separatorOf(text), document);
  const shifted =
    stated === '' ? rows : rows.map((row) => ({ ...row, number: row.number + 1, line: row.line + 1 }));
  return {
    format: 'CSV',
    sheets: [{ name: null, rows: shifted, merged: new Map() }],
    findings: [...findings, ...broken],
  };
}

/** The sign that divides the head best. Signs within quotation marks divide nothing. */
function separatorOf(text: string): string {
  const head = text.slice(0, 65_536).replace(/"(?:[^"]|"")*"/g, '');
  const line = head.split(/\r?\n/).find((each) => each.trim() !== '') ?? '';
  const counts = separators.map((sign) => ({ sign, number: line.split(sign).length }));
  return counts.reduce((best, each) => (each.number > best.number ? each : best)).sign;
}

function rowsIn(text: string, delimiter: string, document: string): { rows: ReadRow[]; broken: Finding[] } {
  const rows: ReadRow[] = [];
  const broken: Finding[] = [];
  let line = 1;
  const add = ({ record, info }: { record: string[]; info: { lines: number } }) => {
    rows.push({
      number: rows.length + 1,
      line,
      cells: record.map((value) => ({ value: value === '' ? null : value })),
    });
    line = info.lines + 1;
    return null;
  };
  try {
    parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: add as never,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = { document, line, column: null };
    const { de: reasonDe, en: reasonEn } = reasons[error.code] ?? { de: 'CSV', en: 'CSV' };
    broken.push(tableFinding('quotes-broken', { place, words: { row: line, reasonDe, reasonEn } }));
  }
  return { rows, broken };
}

const reasons: Readonly<Record<string, Label>> = {
  CSV_QUOTE_NOT_CLOSED: {
    de: 'ein Anführungszeichen wird nicht geschlossen',
    en: 'a quotation mark is not closed',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    de: 'nach einem schließenden Anführungszeichen folgt noch etwas',
    en: 'something follows a closing quotation mark',
  },
};
