import { xsd } from '../../vocabulary/namespaces';
import { WrongValue } from '../written/check';
import { eq, isNull } from './comparisons';
import { single, type Kind } from './kind';
import { first } from './read-back';
import { cell } from '../row-form';

/** True, false or unknown. */
export const flag: Kind = {
  name: 'flag',
  ...single('boolean'),
  // SQLite stores true as 1.
  read: (stored) => (stored === null ? null : Boolean(stored)),
  few: true,
  row: cell('flag'),
  check: (written) => {
    if (typeof written === 'boolean') return written;
    throw new WrongValue('true or false');
  },
  output: () => 'Boolean',
  comparisons: () => ({
    name: 'BooleanFilter',
    about: 'Conditions on a value that is true, false or unknown.',
    of: 'Boolean',
    operators: [{ ...eq, about: 'It is this.' }, isNull],
  }),
  counted: (text) => String(text === '1' || text === 'true'),
  stated: () => ({ object: 'literal', datatype: xsd('boolean') }),
  readBack: first(({ text }) =>
    /^(?:true|1)$/.test(text) ? true : /^(?:false|0)$/.test(text) ? false : undefined,
  ),
};
