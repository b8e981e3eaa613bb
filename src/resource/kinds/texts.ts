import { checkEach, checkForm, checkList, distinct } from '../written/check';
import { listComparisons } from './comparisons';
import { iri } from './iri';
import { list, type Kind } from './kind';
import { asText, each } from './read-back';
import { cell } from '../row-form';

/** Several texts, such as keywords. */
export const texts: Kind = {
  name: 'texts',
  holds: 'values',
  ...list,
  row: cell('texts'),
  check: (written, attribute) =>
    distinct(checkEach(checkList(written, 'a list of texts'), (text) => checkForm(attribute, text))),
  output: () => ['String'],
  comparisons: () => listComparisons('StringListFilter', 'texts', 'String'),
  searched: (values: string[]) => values.map((text) => ({ text, language: null })),
  stated: (attribute) => (attribute.address ? iri.stated(attribute) : { object: 'literal' }),
  readBack: each(asText),
};
