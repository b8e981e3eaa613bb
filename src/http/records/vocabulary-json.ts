/** A controlled vocabulary as JSON. */
import { conceptsOf, type ConceptScheme } from '../../vocabulary/concept-scheme';

/** @param address of the vocabulary */
export function vocabularyJson(scheme: ConceptScheme, address: string): string {
  const concepts = conceptsOf(scheme, address).map(({ code, iri, concept: { de, en, about } }) => ({
    code,
    iri,
    labels: { de, en },
    about,
  }));
  const { name, about } = scheme;
  return JSON.stringify({
    data: { vocabulary: { iri: address, name, about, concepts } },
    extensions: { next: null },
  });
}
