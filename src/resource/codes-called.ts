/** Finds the code of a vocabulary by what people call it. */
import { codesOf, type ConceptScheme } from '../vocabulary/concept-scheme';
import { collationKey } from './text';

/** The code that is called so, in any language, or written so; null if none is, or several are. */
export function codeCalled(scheme: ConceptScheme, text: string): string | null {
  const codes = codesOf(scheme);
  const exact = codes.find((code) => code === text || scheme.concepts[code]?.iri === text);
  if (exact !== undefined) return exact;
  const wanted = collationKey(text);
  const called = (names: (code: string) => readonly (string | undefined)[]) =>
    codes.filter((code) => names(code).some((name) => name !== undefined && collationKey(name) === wanted));
  const namesOf = (code: string) => {
    const concept = scheme.concepts[code];
    return [code, concept?.de, concept?.en];
  };
  for (const names of [namesOf, (code: string) => scheme.concepts[code]?.otherLabels ?? []]) {
    const [only, ...others] = called(names);
    if (only !== undefined) return others.length === 0 ? only : null;
  }
  return null;
}
