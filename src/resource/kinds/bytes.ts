import { xsd } from '../../vocabulary/namespaces';
import { WrongValue } from '../written/check';
import { equality, isNull, order } from './comparisons';
import { single, type Kind } from './kind';
import { asWhole, first } from './read-back';
import { cell } from '../row-form';

/** A number of bytes. Files are larger than the integers of GraphQL and PostgreSQL, which have 32 bits; a 64-bit float is exact up to 2^53. */
export const bytes: Kind = {
  name: 'bytes',
  ...single('real'),
  indexed: true,
  row: cell('whole'),
  check: (written) => {
    if (typeof written === 'number' && Number.isSafeInteger(written) && written >= 0) return written;
    throw new WrongValue(
      `a whole number of bytes from 0 to ${Number.MAX_SAFE_INTEGER}, in digits only, such as 245000000`,
    );
  },
  output: () => 'Float',
  comparisons: () => ({
    name: 'ByteSizeFilter',
    about: 'Conditions on a number of bytes.',
    of: 'Float',
    operators: [...equality, ...order, isNull],
  }),
  stated: () => ({ object: 'literal', datatype: xsd('nonNegativeInteger') }),
  readBack: first(asWhole),
};
