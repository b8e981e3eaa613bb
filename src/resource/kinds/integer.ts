import { xsd } from '../../vocabulary/namespaces';
import { WrongValue } from '../written/check';
import { WrittenNumber } from '../written/number';
import { equality, isNull, order } from './comparisons';
import { single, type Kind } from './kind';
import { asWhole, first } from './read-back';
import { cell } from '../row-form';

/** Integers of GraphQL and PostgreSQL have 32 bits. */
const [smallest, largest] = [-(2 ** 31), 2 ** 31 - 1];

/** An integer, written in digits such as 1000. */
export const integer: Kind = {
  name: 'integer',
  ...single('integer'),
  indexed: true,
  row: cell('whole'),
  check: (written, { min = smallest }) => {
    if (typeof written === 'number' && Number.isInteger(written) && written >= min && written <= largest)
      return written;
    throw new WrongValue(`a whole number from ${min} to ${largest}, in digits only${instead(written)}`);
  },
  output: () => 'Int',
  comparisons: () => ({
    name: 'IntFilter',
    about: 'Conditions on a whole number.',
    of: 'Int',
    operators: [...equality, ...order, isNull],
  }),
  measure: { name: 'IntSpan', about: 'From where to where the whole numbers of a group go.' },
  stated: ({ min = smallest }) => ({
    object: 'literal',
    datatype: xsd(min < 0 ? 'integer' : 'nonNegativeInteger'),
  }),
  readBack: first(asWhole),
};

/** Suggests what was probably meant. */
function instead(written: unknown): string {
  const source = written instanceof WrittenNumber ? written.source : written;
  if (typeof source !== 'string') return '';
  // Thousands are separated by dots, spaces or apostrophes in German and Swiss texts, and by underscores in programs.
  const grouped = /^-?\d{1,3}(?:[.,_'’ \u00A0\u202F]\d{3})+$/.test(source);
  const digits = grouped ? source.replace(/[^-\d]/g, '') : String(Number(source));
  return /^-?\d+$/.test(digits) && source !== '' ? `: ${digits} without quotes, not ${source}` : '';
}
