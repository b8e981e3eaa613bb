import { skos } from '../../vocabulary/namespaces';
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import type { Attribute } from '../description';
import { checkCode } from '../written/check';
import { equality, isNull, type Comparisons } from './comparisons';
import { single, type Kind } from './kind';
import { asText, first } from './read-back';
import { cell } from '../row-form';

/** The vocabulary of an attribute with codes. @throws Error when it was declared without one */
export function schemeOf({ name, scheme }: Attribute): ConceptScheme {
  if (scheme) return scheme;
  throw new Error(`"${name}" takes codes and names no vocabulary.`);
}

/** What kinds with codes have in common: search looks in the labels. */
export const coded: Pick<Kind, 'few' | 'searched' | 'stated' | 'literals'> = {
  few: true,
  searched: (codes: string | string[], attribute) =>
    [codes].flat().flatMap((code) => {
      const { de, en, otherLabels = [] } = schemeOf(attribute).concepts[code] ?? {};
      return [
        ...Object.entries({ de, en }).flatMap(([language, text]) => (text ? [{ text, language }] : [])),
        ...otherLabels.map((text) => ({ text, language: null })),
      ];
    }),
  stated: () => ({ object: 'iri', class: skos('Concept') }),
  literals: (codes: string | string[], attribute) =>
    [codes].flat().flatMap((code) => {
      const { de, en } = schemeOf(attribute).concepts[code] ?? { de: code, en: code };
      return [
        { text: de, language: 'de' },
        { text: en, language: 'en' },
      ];
    }),
};

/** The comparisons of a code. */
export const conceptComparisons = (of: ConceptScheme): Comparisons => ({
  name: `${of.name}Filter`,
  about: `Conditions on a value of ${of.name}.`,
  of,
  operators: [...equality, isNull],
});

/** A code of a controlled vocabulary. */
export const concept: Kind = {
  name: 'concept',
  ...single('text'),
  ...coded,
  indexed: true,
  row: cell('code'),
  check: (written, attribute) => checkCode(schemeOf(attribute), written),
  output: schemeOf,
  readBack: first(asText),
  comparisons: (attribute) => conceptComparisons(schemeOf(attribute)),
};
