import { xsd } from '../../vocabulary/namespaces';
import { WrongValue } from '../written/check';
import { order } from './comparisons';
import { single, type Kind } from './kind';

/** A time that the gateway records. */
export const instant: Kind = {
  name: 'instant',
  ...single('text'),
  indexed: true,
  check: () => {
    throw new WrongValue('no value: the gateway sets it itself');
  },
  output: () => 'DateTime',
  comparisons: () => ({
    name: 'DateTimeFilter',
    about: 'Conditions on a moment.',
    of: 'DateTime',
    operators: order,
  }),
  stated: () => ({ object: 'literal', datatype: xsd('dateTime') }),
};
