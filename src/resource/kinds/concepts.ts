import { checkCode, checkEach, checkList, distinct } from '../written/check';
import { listComparisons } from './comparisons';
import { coded, schemeOf } from './concept';
import { list, type Kind } from './kind';
import { asText, each } from './read-back';
import { cell } from '../row-form';

/** Several codes of a controlled vocabulary. */
export const concepts: Kind = {
  name: 'concepts',
  holds: 'values',
  ...list,
  ...coded,
  row: cell('codes'),
  check: (written, attribute) =>
    distinct(
      checkEach(checkList(written, 'a list of codes'), (code) => checkCode(schemeOf(attribute), code)),
    ),
  output: (attribute) => [schemeOf(attribute)],
  readBack: each(asText),
  comparisons: (attribute) => {
    const scheme = schemeOf(attribute);
    return listComparisons(`${scheme.name}ListFilter`, `values of ${scheme.name}`, scheme);
  },
};
