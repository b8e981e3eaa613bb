/** Lists and vocabularies as the JSON-LD that search engines read. https://schema.org/CollectionPage */
import type { LanguageTag } from '../../resource/text';
import { conceptsOf, type ConceptScheme } from '../../vocabulary/concept-scheme';
import type { NamedCatalogue } from './structured-data';

/** A list with a page of its members. */
export interface StructuredList {
  readonly iri: string;
  readonly name: string;
  readonly language: LanguageTag;
  /** How many members the whole list has. */
  readonly total: number;
  /** The address of the next page; null on the last one. */
  readonly next: string | null;
  readonly members: readonly { readonly iri: string; readonly name: string }[];
  /** The catalogue to which the list belongs; null if no record describes one. */
  readonly catalogue: NamedCatalogue | null;
}

export const catalogueThing = ({ iri, name }: NamedCatalogue) => ({
  '@type': 'DataCatalog',
  '@id': iri,
  name,
  url: iri,
});

/** A page of a list. Positions are those on the page, as its cursor does not tell how many came before. */
export const structuredList = ({ iri, name, language, total, next, members, catalogue }: StructuredList) => ({
  '@context': 'https://schema.org/',
  '@type': 'CollectionPage',
  '@id': iri,
  name,
  url: iri,
  inLanguage: language,
  ...(catalogue && { isPartOf: catalogueThing(catalogue) }),
  ...(next !== null && { relatedLink: next }),
  mainEntity: {
    '@type': 'ItemList',
    name,
    numberOfItems: total,
    itemListElement: members.map((member, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: member.iri,
      name: member.name,
    })),
  },
});

/** A vocabulary with its concepts. https://schema.org/DefinedTermSet */
export function structuredScheme(scheme: ConceptScheme, iri: string, language: LanguageTag) {
  const terms = conceptsOf(scheme, iri).map(({ code, iri: id, concept }) => ({
    '@type': 'DefinedTerm',
    '@id': id,
    termCode: code,
    name: concept[language],
    description: concept.about,
  }));
  return {
    '@context': 'https://schema.org/',
    '@type': 'DefinedTermSet',
    '@id': iri,
    name: scheme.name,
    description: scheme.about,
    url: iri,
    hasDefinedTerm: terms,
  };
}
