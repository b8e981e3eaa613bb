/** Texts in several languages, and the order in which German and English readers expect them. */

/** Texts by BCP 47 language tag, such as `{ de: 'Netzwerk', en: 'network' }`. */
export type LocalizedTexts = Record<string, string>;

/** The languages in which lists can be ordered and texts asked for. */
export const languages = ['de', 'en'] as const;
export type LanguageTag = (typeof languages)[number];

const fallbacks: Record<LanguageTag, LanguageTag[]> = { de: ['de', 'en'], en: ['en', 'de'] };

/** The text in the language asked for; else the other of German and English, else the first that exists. */
export function inLanguage(texts: LocalizedTexts, language: LanguageTag): string | null {
  for (const tag of fallbacks[language]) {
    const text = texts[tag];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0] ?? null;
}

/**
 * A key by which texts sort alike in every store: letters without accents, `ß` as `ss`, capitals as small letters, nothing that is not seen,
 * as DIN 5007-1 orders a dictionary; the store compares the bytes.
 */
export function collationKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{DI}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
