/** What the sheets of a template are called. */
import type { Description } from '../../resource/description';
import { namesOfClass } from '../../resource/labels';
import type { TableLanguage } from './write-cell';

/** The sheets that explain the others. */
export const sheetsForReading = {
  de: { about: 'Anleitung', codes: 'Codelisten' },
  en: { about: 'About', codes: 'Code lists' },
} as const;

const forReading: ReadonlySet<string> = new Set(
  Object.values(sheetsForReading).flatMap(({ about, codes }) => [about, codes]),
);

/** Whether a sheet explains others and holds no records. */
export const isForReading = (name: string | null): boolean => name !== null && forReading.has(name);

/** Excel takes at most 31 characters. */
const longest = 31;

/** The name of the sheet with the records of a class. */
export function sheetOfClass(description: Description, lang: TableLanguage): string {
  const { many } = namesOfClass(description)[lang];
  return many.replace(/[:\\/?*[\]]/g, ' ').slice(0, longest);
}
