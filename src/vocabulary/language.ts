import { conceptScheme, type CodeOf, type Concept } from './concept-scheme';

const language = (de: string, en: string): Concept => ({ de, en, about: `${en}.` });

/** Languages of texts: the official ones of the European Union by their ISO 639-1 codes, as catalogues of data portals use them. */
export const Language = conceptScheme('Language', 'Languages of texts, by their ISO 639-1 codes.', {
  DE: language('Deutsch', 'German'),
  EN: language('Englisch', 'English'),
  BG: language('Bulgarisch', 'Bulgarian'),
  CS: language('Tschechisch', 'Czech'),
  DA: language('Dänisch', 'Danish'),
  EL: language('Griechisch', 'Greek'),
  ES: language('Spanisch', 'Spanish'),
  ET: language('Estnisch', 'Estonian'),
  FI: language('Finnisch', 'Finnish'),
  FR: language('Französisch', 'French'),
  GA: language('Irisch', 'Irish'),
  HR: language('Kroatisch', 'Croatian'),
  HU: language('Ungarisch', 'Hungarian'),
  IT: language('Italienisch', 'Italian'),
  LT: language('Litauisch', 'Lithuanian'),
  LV: language('Lettisch', 'Latvian'),
  MT: language('Maltesisch', 'Maltese'),
  NL: language('Niederländisch', 'Dutch'),
  PL: language('Polnisch', 'Polish'),
  PT: language('Portugiesisch', 'Portuguese'),
  RO: language('Rumänisch', 'Romanian'),
  SK: language('Slowakisch', 'Slovak'),
  SL: language('Slowenisch', 'Slovene'),
  SV: language('Schwedisch', 'Swedish'),
});
export type Language = CodeOf<typeof Language>;

/** Language tag of BCP 47, as texts are stored by it: `de`. */
export type TextLanguage = Lowercase<Language>;

export const tagOf = (language: Language): TextLanguage => language.toLowerCase() as TextLanguage;

/** The language of a tag; null where it is none of these. */
export function languageOf(tag: string): Language | null {
  const code = tag.toUpperCase();
  return Object.hasOwn(Language.concepts, code) ? (code as Language) : null;
}
