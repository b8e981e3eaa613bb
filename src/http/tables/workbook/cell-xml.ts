/** The cells of a worksheet as XML (SpreadsheetML, ECMA-376 part 1). */
import { isWebAddress, unusableInIri } from '../../../resource/canonical/address';
import { Day, type Cell } from '../cells';
import { styleOf } from './parts';
import { xmlText } from './xml-text';

/** Excel's maximum length of a cell. */
const longestText = 32_767;
const oneDay = 86_400_000;
/** Excel counts days from here; it takes 1900 for a leap year, so that only days from March 1900 on have the same number everywhere. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = Date.UTC(1900, 2, 1);

/** The letters of a column: A, B, … Z, AA. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Where a cell leads to: a web page or a mail address; null if its text is neither. */
export function targetOf(cell: Cell): string | null {
  if (typeof cell !== 'string' || cell.length > longestTarget) return null;
  // An address that no browser takes would make Excel offer a repair.
  if (isWebAddress(cell)) return unusableInIri(cell) === null ? cell : null;
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(cell) ? `mailto:${cell}` : null;
}

/** What Excel takes as an address. */
const longestTarget = 2_079;

/** A cell. Texts are stored as texts and never as formulas, so that injection is impossible. */
export function cellXml(place: string, cell: Cell, style?: keyof typeof styleOf): string {
  const styled = style === undefined ? '' : ` s="${styleOf[style]}"`;
  if (cell === null) return '';
  if (cell instanceof Day) return dayXml(place, cell.iso);
  if (typeof cell === 'boolean') return `<c r="${place}"${styled} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${place}"${styled}><v>${cell}</v></c>`;
  const kept = /^\s|\s$|[\n\t]/.test(cell) ? ' xml:space="preserve"' : '';
  return `<c r="${place}"${styled} t="inlineStr"><is><t${kept}>${storedText(cell)}</t></is></c>`;
}

/** A day as a number that is shown as a date. Earlier days than Excel knows stay texts. */
function dayXml(place: string, iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || time < firstDay) return cellXml(place, iso);
  return `<c r="${place}" s="${styleOf.day}"><v>${(time - dayZero) / oneDay}</v></c>`;
}

const storedText = (text: string): string => xmlText(text.length > longestText ? cut(text) : text);

const cut = (text: string): string => `${text.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
