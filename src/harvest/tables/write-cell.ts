/** Writes values of records into cells. */
import { isDay } from '../../resource/time';
import { codeCalled } from '../../resource/codes-called';
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import type { Column } from './column';
import { joined } from './lists';
import type { CellValue } from './sheet';

export type TableLanguage = 'de' | 'en';

export const yesAndNo = { de: ['ja', 'nein'], en: ['yes', 'no'] } as const;

/** What people call a code: its label, unless another code of the vocabulary is called so. */
export function shownCode(scheme: ConceptScheme, code: string, lang: TableLanguage): string {
  const label = scheme.concepts[code]?.[lang];
  return label !== undefined && codeCalled(scheme, label) === code && !label.includes(';') ? label : code;
}

/** @param value a part of a record's data, as an import states it */
export function writtenCell({ form, scheme }: Column, stated: unknown, lang: TableLanguage): CellValue {
  if (stated === null || stated === undefined) return null;
  const value = stated as string | number | boolean | readonly string[];
  const [yes, no] = yesAndNo[lang];
  switch (form) {
    case 'texts':
      return Array.isArray(value) && value.length > 0 ? joined(value.map(String)) : null;
    case 'codes':
      return Array.isArray(value) && value.length > 0
        ? joined(value.map((code) => (scheme ? shownCode(scheme, String(code), lang) : String(code))))
        : null;
    case 'code':
      return scheme ? shownCode(scheme, String(value), lang) : String(value);
    case 'flag':
      return value === true ? yes : no;
    case 'date':
    case 'day':
      return isDay(String(value)) ? new Date(`${String(value)}T00:00:00Z`) : String(value);
    case 'whole':
    case 'decimal':
    case 'amount':
      return Number(value);
    default:
      return String(value);
  }
}

/** The cells of a record. */
export const writtenRow = (
  columns: readonly Column[],
  data: Readonly<Record<string, unknown>>,
  lang: TableLanguage,
): CellValue[] => columns.map((column) => writtenCell(column, partOf(data, column.path), lang));

/** Numbers of several values count from 1. */
const partOf = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Array.isArray(value)
      ? (value as unknown[])[Number(step) - 1]
      : (value as Record<string, unknown>)[step];
  }, data);
