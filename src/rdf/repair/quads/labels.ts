/** Codes by what people write in their place. */
import { codesOf, type ConceptScheme } from '../../../vocabulary/concept-scheme';
import { licences } from '../../../vocabulary/licences';
import { getOrMake } from '../../../maps';

/** Upper and lower case, blanks and hyphens make no difference. */
const folded = (label: string) =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_–—-]+/g, ' ')
    .trim();

/** The IRI of each label; null if several codes have it. */
type ByLabel = ReadonlyMap<string, string | null>;

const bySchemes = new Map<ConceptScheme, ByLabel>();

function byLabelOf(scheme: ConceptScheme): ByLabel {
  return getOrMake(bySchemes, scheme, () => {
    const found = new Map<string, string | null>();
    for (const code of codesOf(scheme)) {
      const { de, en, iri, otherLabels = [] } = scheme.concepts[code] ?? { de: code, en: code };
      if (iri === undefined) continue;
      for (const label of new Set([de, en, ...otherLabels, code, iri.replace(/^.*[/#]/, '')].map(folded)))
        found.set(label, (found.get(label) ?? iri) === iri ? iri : null);
    }
    return found;
  });
}

/** The only code that is called so; null if there is none, or more than one. */
export function labelled(label: string, schemes: readonly ConceptScheme[]): string | null {
  const found = schemes.flatMap((scheme) => byLabelOf(scheme).get(folded(label)) ?? []);
  const [only, another] = new Set(found);
  return another === undefined ? (only ?? null) : null;
}

const licenceNames = new Map(
  Object.entries(licences).flatMap(([id, { iri, names }]) =>
    [id, ...names].map((name) => [folded(name), iri]),
  ),
);

/** The licence that is called so. */
export const licenceNamed = (name: string): string | null => licenceNames.get(folded(name)) ?? null;
