import { conceptScheme, type CodeOf, type Concept } from './concept-scheme';
import { euTable } from './namespaces';

const table = euTable('language');

/** @param code its code of ISO 639-3, which the EU table of languages uses */
const language = (code: string, de: string, en: string): Concept => ({
  de,
  en,
  about: `${en}.`,
  iri: `${table}/${code}`,
});

/** Languages of texts: the official ones of the European Union by their ISO 639-1 codes, as catalogues of data portals use them. */
export const Language = conceptScheme(
  'Language',
  'Languages of texts, by their ISO 639-1 codes.',
  {
    DE: language('DEU', 'Deutsch', 'German'),
    EN: language('ENG', 'Englisch', 'English'),
    BG: language('BUL', 'Bulgarisch', 'Bulgarian'),
    CS: language('CES', 'Tschechisch', 'Czech'),
    DA: language('DAN', 'Dänisch', 'Danish'),
    EL: language('ELL', 'Griechisch', 'Greek'),
    ES: language('SPA', 'Spanisch', 'Spanish'),
    ET: language('EST', 'Estnisch', 'Estonian'),
    FI: language('FIN', 'Finnisch', 'Finnish'),
    FR: language('FRA', 'Französisch', 'French'),
    GA: language('GLE', 'Irisch', 'Irish'),
    HR: language('HRV', 'Kroatisch', 'Croatian'),
    HU: language('HUN', 'Ungarisch', 'Hungarian'),
    IT: language('ITA', 'Italienisch', 'Italian'),
    LT: language('LIT', 'Litauisch', 'Lithuanian'),
    LV: language('LAV', 'Lettisch', 'Latvian'),
    MT: language('MLT', 'Maltesisch', 'Maltese'),
    NL: language('NLD', 'Niederländisch', 'Dutch'),
    PL: language('POL', 'Polnisch', 'Polish'),
    PT: language('POR', 'Portugiesisch', 'Portuguese'),
    RO: language('RON', 'Rumänisch', 'Romanian'),
    SK: language('SLK', 'Slowakisch', 'Slovak'),
    SL: language('SLV', 'Slowenisch', 'Slovene'),
    SV: language('SWE', 'Schwedisch', 'Swedish'),
  },
  { iri: table, title: { de: 'Sprache', en: 'Language' } },
);
export type Language = CodeOf<typeof Language>;

/** Language tag of BCP 47, as texts are stored by it: `de`. */
export type TextLanguage = Lowercase<Language>;

export const tagOf = (language: Language): TextLanguage => language.toLowerCase() as TextLanguage;

/** The language of a tag; null where it is none of these. */
export function languageOf(tag: string): Language | null {
  const code = tag.toUpperCase();
  return Object.hasOwn(Language.concepts, code) ? (code as Language) : null;
}
