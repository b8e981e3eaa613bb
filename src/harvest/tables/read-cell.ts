/** Understands what a cell holds by the form of its column. Only what can mean one thing alone is mended. */
import { codeCalled } from '../../resource/codes-called';
import { codesOf } from '../../vocabulary/concept-scheme';
import { meantDate } from '../../rdf/repair/quads/dates';
import { meantCount, truth } from '../../rdf/repair/quads/numbers';
import { closest } from './closest';
import type { Column } from './column';
import type { CellFindingId } from './finding-texts';
import { parted } from './lists';
import type { CellValue, ReadCell } from './sheet';

/** What is to be said of a cell. */
export interface CellNote {
  readonly id: CellFindingId;
  readonly before?: string;
  readonly after?: string;
  readonly words?: Readonly<Record<string, string>>;
}

export interface Understood {
  /** Undefined if nothing is stated, or nothing can be understood. */
  readonly value?: unknown;
  readonly notes: readonly CellNote[];
}

const asIs = (value: unknown): Understood => ({ value, notes: [] });
const mended = (value: unknown, before: string, id: CellFindingId): Understood => ({
  value,
  notes: [{ id, before, after: String(value) }],
});
const refused = (id: CellFindingId, words: Record<string, string> = {}): Understood => ({
  notes: [{ id, words }],
});

/** What spreadsheets show where a formula has no result. */
const errorValues = /^#(?:N\/A|NV|REF!|BEZUG!|VALUE!|WERT!|NAME\?|DIV\/0!|NUM!|ZAHL!|NULL!)$/;

export function understoodCell(cell: ReadCell, column: Column): Understood {
  const { value, formula, link } = cell;
  const text = textOf(value);
  if (formula !== undefined && text === '') return refused('formula-without-result', { formula });
  if (text === '') return asIs(undefined);
  if (errorValues.test(text)) return refused('cell-error', { text });
  const isAddress = column.form === 'text' && column.field.attribute?.address !== undefined;
  const understood =
    isAddress && link !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(text)
      ? mended(link, text, 'link-instead-of-text')
      : ofForm(value, text, column);
  if (formula === undefined) return understood;
  return { ...understood, notes: [...understood.notes, { id: 'formula', words: { formula } }] };
}

/** A cell as text. */
export function textOf(value: CellValue): string {
  if (value === null) return '';
  return value instanceof Date ? dayOf(value) : String(value).trim();
}

const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

function ofForm(value: CellValue, text: string, column: Column): Understood {
  switch (column.form) {
    case 'date':
    case 'day':
      return dateIn(value, text, column.form);
    case 'whole':
      return wholeIn(text);
    case 'decimal':
      return decimalIn(text);
    case 'amount':
      return amountIn(text);
    case 'flag':
      return flagIn(text);
    case 'code':
      return codeIn(text, column);
    case 'codes':
      return codesIn(text, column);
    default:
      // A version such as 1.2 becomes the first of February when a spreadsheet is left to itself.
      if (value instanceof Date) return refused('date-in-text', { date: text });
      return asIs(column.form === 'texts' ? parted(text) : text);
  }
}

function dateIn(value: CellValue, text: string, form: 'date' | 'day'): Understood {
  if (value instanceof Date) return asIs(text);
  const [, month = '', year = ''] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const written = year !== '' && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : text;
  const [, wholeYear = '', second = '', third = ''] =
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(written) ?? [];
  const meant = meantDate(
    wholeYear === '' ? written : `${wholeYear}-${second.padStart(2, '0')}-${third.padStart(2, '0')}`,
  );
  const day = meant?.value.slice(0, 10);
  const fits = day !== undefined && (form === 'date' || day.length === 10) && Number(day.slice(0, 4)) >= 1000;
  if (!fits) return refused(meant === null ? 'date-not-clear' : 'day-wanted', { text });
  return day === text ? asIs(day) : mended(day, text, 'date-form');
}

function wholeIn(text: string): Understood {
  if (/^-?\d+$/.test(text)) return asIs(Number(text));
  const plain = /^-?\d{1,3}(?:\.\d{3})+,0+$/.test(text) ? text.replace(/,0+$/, '').replaceAll('.', '') : text;
  const meant = plain === text ? meantCount(text) : plain;
  return meant === null ? refused('number-not-clear', { text }) : mended(Number(meant), text, 'number-form');
}

function decimalIn(text: string): Understood {
  if (/^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(text)) return asIs(Number(text));
  return /^-?\d+,\d+$/.test(text)
    ? mended(Number(text.replace(',', '.')), text, 'number-form')
    : refused('number-not-clear', { text });
}

/** Thousands of an amount, in the German and in the English way, with or without cents. One group alone may be a fraction. */
const groupedAmounts: readonly (readonly [RegExp, thousands: RegExp])[] = [
  [/^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$|^\d+,\d{1,2}$/, /\./g],
  [/^\d{1,3}(?:,\d{3})+\.\d{1,2}$|^\d{1,3}(?:,\d{3}){2,}$/, /,/g],
  [/^\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?$/, /[ '’\u00a0\u202f]/g],
];

function amountIn(text: string): Understood {
  if (/^\d+(?:\.\d{1,2})?$/.test(text)) return asIs(Number(text));
  const [, thousands] = groupedAmounts.find(([pattern]) => pattern.test(text)) ?? [];
  return thousands
    ? mended(Number(text.replace(thousands, '').replace(',', '.')), text, 'number-form')
    : refused('number-not-clear', { text });
}

function flagIn(text: string): Understood {
  const meant = { ...truth, x: 'true' }[text.toLowerCase()];
  return meant === undefined ? refused('flag-not-clear', { text }) : asIs(meant === 'true');
}

function codeIn(text: string, { scheme }: Column): Understood {
  if (!scheme) return asIs(text);
  const code = codeCalled(scheme, text);
  if (code !== null) return asIs(code);
  // Of names that are as like, people rather mean a label than a code.
  const named = (of: 'de' | 'en') => codesOf(scheme).flatMap((each) => scheme.concepts[each]?.[of] ?? []);
  const likely = closest(text, [...named('de'), ...named('en'), ...codesOf(scheme)]);
  return likely === null
    ? refused('code-unknown', { text, some: some(labelsOf(scheme)) })
    : refused('code-misspelt', { text, likely });
}

const labelsOf = (scheme: NonNullable<Column['scheme']>): string[] =>
  codesOf(scheme).map((code) => scheme.concepts[code]?.en ?? code);

const some = (texts: readonly string[]): string =>
  texts.length > 8 ? `${texts.slice(0, 7).join(', ')}, …` : texts.join(', ');

/** Labels may have commas: a list with commas between its items is tried last. */
function codesIn(text: string, column: Column): Understood {
  const whole = codeIn(text, column);
  if (whole.value !== undefined) return asIs([whole.value]);
  const items = parted(text);
  const byCommas = text.split(',').map((item) => item.trim());
  const isByCommas =
    items.length === 1 &&
    byCommas.length > 1 &&
    byCommas.every((item) => codeIn(item, column).value !== undefined);
  const read = (isByCommas ? byCommas : items).map((item) => codeIn(item, column));
  const codes = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const notes = read.flatMap((each) => each.notes);
  return { ...(codes.length > 0 && { value: [...new Set(codes)] }), notes };
}
