import { checkForm } from '../written/check';
import { textComparisons } from './comparisons';
import { single, type Kind } from './kind';
import { asText, first } from './read-back';
import { cell } from '../row-form';

/** An absolute IRI: a web address or the name of a thing. */
export const iri: Kind = {
  name: 'iri',
  ...single('text'),
  row: cell('text'),
  check: (written, attribute) => checkForm(attribute, written),
  output: () => 'IRI',
  comparisons: () => textComparisons,
  stated: () => ({ object: 'iri' }),
  readBack: first(asText),
};
