/** A controlled vocabulary as JSON. */
import { codesOf, type ConceptScheme } from '../../vocabulary/concept-scheme';

/** @param iri of the vocabulary */
export function vocabularyJson(scheme: ConceptScheme, iri: string): string {
  const concepts = codesOf(scheme).flatMap((code) => {
    const concept = scheme.concepts[code];
    if (!concept) return [];
    const { de, en, about } = concept;
    return [{ code, iri: concept.iri ?? `${iri}#${code}`, labels: { de, en }, about }];
  });
  const { name, about } = scheme;
  return JSON.stringify({ data: { vocabulary: { iri, name, about, concepts } }, extensions: { next: null } });
}
