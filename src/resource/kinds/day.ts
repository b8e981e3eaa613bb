import { DatePrecision } from '../../vocabulary/date-precision';
import { xsd } from '../../vocabulary/namespaces';
import { line } from '../canonical/text';
import { readStatedDay, type StatedDay } from '../time';
import { statedDate, WrongValue } from '../written/check';
import { dateComparisons } from './comparisons';
import type { Kind, StatedLiteral } from './kind';
import { asDate, first } from './read-back';
import { cell } from '../row-form';

/** A day with the precision of the source. */
export const day: Kind = {
  name: 'day',
  holds: 'value',
  columns: { '': 'text', precision: 'text' },
  write: (stated: StatedDay | null) => ({ '': stated?.day ?? null, precision: stated?.precision ?? null }),
  read: (stored) => stored,
  beside: {
    part: 'precision',
    suffix: 'Precision',
    output: DatePrecision,
    about: (name) => `How exactly a source states \`${name}\`; null where it is unknown.`,
  },
  indexed: true,
  row: cell('date'),
  check: (written, { boundary }) => {
    const stated = typeof written === 'string' ? readStatedDay(line(written), boundary) : null;
    if (stated) return stated;
    throw new WrongValue(statedDate);
  },
  output: () => 'Date',
  comparisons: () => dateComparisons,
  measure: { name: 'DateSpan', about: 'From where to where the dates of a group go.' },
  stated: () => ({ object: 'literal', datatype: xsd('date') }),
  literals: (value: string, _attribute, precision) => [dateLiteral(value, precision)],
  readBack: first(asDate),
};

/** A day as precisely as it is stated, so that nothing is stated that the source did not say. */
export function dateLiteral(value: string, precision: unknown): StatedLiteral {
  if (precision === 'YEAR') return { text: value.slice(0, 4), datatype: xsd('gYear') };
  if (precision === 'MONTH') return { text: value.slice(0, 7), datatype: xsd('gYearMonth') };
  return { text: value, datatype: xsd('date') };
}
