import { dcat, dct, xsd } from '../../vocabulary/namespaces';
import { isDay } from '../time';
import { checkMap, WrongValue } from '../written/check';
import { dateComparisons, isNull, operator } from './comparisons';
import { composed, type Kind } from './kind';

/** A period of days; either end may be unknown. */
export interface DaySpan {
  from: string | null;
  until: string | null;
}

const bound = (name: string) =>
  ({ predicate: dcat(name), object: 'literal', datatype: xsd('date') }) as const;

export const period: Kind = {
  name: 'period',
  ...composed({ from: 'text', until: 'text' }),
  read: (from: string | null, until: string | null): DaySpan | null =>
    from === null && until === null ? null : { from, until },
  check: (written) => {
    const takes = '{ from, until }, each a day such as 2022-09-01, at least one of them, in this order';
    const { from = null, until = null, ...rest } = checkMap(written, takes);
    const right = [from, until].every((each) => each === null || (typeof each === 'string' && isDay(each)));
    const ordered = typeof from !== 'string' || typeof until !== 'string' || from <= until;
    if (!right || !ordered || (from === null && until === null) || Object.keys(rest).length > 0)
      throw new WrongValue(takes);
    return { from, until };
  },
  output: () => ({
    name: 'PeriodOfTime',
    about: 'A span of days; either end may be unknown.',
    fields: {
      from: ['Date', 'First day.', 'nullable'],
      until: ['Date', 'Last day.', 'nullable'],
    },
  }),
  comparisons: () => ({
    name: 'PeriodOfTimeFilter',
    about: 'Conditions on a span of days.',
    of: 'Date',
    operators: [
      operator('includes', 'one', 'This day is in it; an end that is not known does not limit it.'),
      operator('from', dateComparisons, 'Conditions on its first day.'),
      operator('until', dateComparisons, 'Conditions on its last day.'),
      isNull,
    ],
  }),
  stated: () => ({
    object: 'node',
    class: dct('PeriodOfTime'),
    parts: { from: bound('startDate'), until: bound('endDate') },
  }),
};
