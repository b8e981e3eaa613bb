import { xsd } from '../../vocabulary/namespaces';
import { WrongValue } from '../written/check';
import { dateComparisons } from './comparisons';
import { single, type Kind } from './kind';

/** A day that the gateway derives from what sources state. */
export const derivedDay: Kind = {
  name: 'derivedDay',
  ...single('text'),
  check: () => {
    throw new WrongValue('no value: the gateway sets it itself');
  },
  output: () => 'Date',
  comparisons: () => dateComparisons,
  measure: { name: 'DateSpan', about: 'From where to where the dates of a group go.' },
  stated: () => ({ object: 'literal', datatype: xsd('date') }),
};
