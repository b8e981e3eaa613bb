/** Localized texts, and their order for German and English readers. */
import type { TextLanguage } from '../vocabulary/language';

/** Texts by BCP 47 language tag, such as `{ de: 'Netzwerk', en: 'network' }`. */
export type LocalizedTexts = Record<string, string>;

/** The languages in which lists can be ordered, and which `Accept-Language` chooses from. */
export const languages = ['de', 'en'] as const;
export type LanguageTag = (typeof languages)[number];

const fallbacks: readonly LanguageTag[] = ['en', 'de'];

/** The text in the language asked for; else in English or German, else the first that exists. */
export function inLanguage(texts: LocalizedTexts, language: TextLanguage): string | null {
  for (const tag of [language, ...fallbacks]) {
    const text = texts[tag];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0] ?? null;
}

/** Texts without accents, and without letters of other scripts. */
const isAscii = /^[ -~]*$/;

/**
 * A sort key that gives the same order in every database, by bytes: lower case, without accents and invisible characters, `ß` as
 * `ss`, following DIN 5007-1 (dictionaries).
 */
export function collationKey(text: string): string {
  if (isAscii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{DI}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
