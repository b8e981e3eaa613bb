/** Concepts of the thesaurus, in the terms of SKOS (https://www.w3.org/TR/skos-reference/). */

type Texts = Readonly<Record<'de' | 'en', string>>;
type Labels = Readonly<Record<'de' | 'en', readonly string[]>>;

/** Words that mean the same in a search, in both languages. */
export interface ThesaurusConcept {
  /** Letters and digits, unique in the thesaurus. It stands for the concept in the search index. */
  readonly id: string;
  readonly prefLabel: Texts;
  readonly altLabel: Labels;
  /** `skos:exactMatch`: the concept in a public vocabulary; null where none is known. */
  readonly exactMatch: string | null;
}

const mesh = (descriptor: string): string => `http://id.nlm.nih.gov/mesh/${descriptor}`;
const wikidata = (item: string): string => `http://www.wikidata.org/entity/${item}`;

const known = { mesh, wikidata };

/**
 * Declares a concept. Labels are separated by `|`, the preferred one first.
 * @param source its descriptor in MeSH or item in Wikidata, such as `mesh D001344`
 */
export function concept(
  id: string,
  de: string,
  en: string,
  source?: `${keyof typeof known} ${string}`,
): ThesaurusConcept {
  const [german = '', ...moreGerman] = de.split('|');
  const [english = '', ...moreEnglish] = en.split('|');
  const [vocabulary, code] = source?.split(' ') ?? [];
  return {
    id,
    prefLabel: { de: german, en: english },
    altLabel: { de: moreGerman, en: moreEnglish },
    exactMatch: vocabulary && code ? known[vocabulary as keyof typeof known](code) : null,
  };
}
