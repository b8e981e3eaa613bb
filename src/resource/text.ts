/** Localized texts, and their order for German and English readers. */

/** Texts by BCP 47 language tag, such as `{ de: 'Netzwerk', en: 'network' }`. */
export type LocalizedTexts = Record<string, string>;

/** The languages for order and texts. */
export const languages = ['de', 'en'] as const;
export type LanguageTag = (typeof languages)[number];

const fallbacks: Record<LanguageTag, LanguageTag[]> = { de: ['de', 'en'], en: ['en', 'de'] };

/** The text in a language; otherwise the other of German and English, otherwise the first one. */
export function inLanguage(texts: LocalizedTexts, language: LanguageTag): string | null {
  for (const tag of fallbacks[language]) {
    const text = texts[tag];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0] ?? null;
}

/**
 * A sort key that gives the same order in every database, by bytes: lower case, without accents and invisible characters, `ß` as
 * `ss`, following DIN 5007-1 (dictionaries).
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
