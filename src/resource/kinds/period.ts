import { dcat, dct, xsd } from '../../vocabulary/namespaces';
import { isDay } from '../time';
import { checkMap, WrongValue } from '../written/check';
import { dateComparisons, isNull, operator } from './comparisons';
import { composed, type Kind } from './kind';
import { asDay } from './read-back';

/** A period of days; either end may be unknown. */
export interface DaySpan {
  startsOn: string | null;
  endsOn: string | null;
}

const bound = (name: string) =>
  ({ predicate: dcat(name), object: 'literal', datatype: xsd('date') }) as const;

export const period: Kind = {
  name: 'period',
  ...composed({ startsOn: 'text', endsOn: 'text' }),
  row: { of: 'parts', parts: { startsOn: { form: 'day' }, endsOn: { form: 'day' } } },
  read: (startsOn: string | null, endsOn: string | null): DaySpan | null =>
    startsOn === null && endsOn === null ? null : { startsOn, endsOn },
  check: (written) => {
    const takes = '{ startsOn, endsOn }, each a day such as 2022-09-01, at least one of them, in this order';
    const { startsOn = null, endsOn = null, ...rest } = checkMap(written, takes);
    const days = [startsOn, endsOn];
    const right = days.every((each) => each === null || (typeof each === 'string' && isDay(each)));
    const ordered = typeof startsOn !== 'string' || typeof endsOn !== 'string' || startsOn <= endsOn;
    if (!right || !ordered || days.every((each) => each === null) || Object.keys(rest).length > 0)
      throw new WrongValue(takes);
    return { startsOn, endsOn };
  },
  output: () => ({
    name: 'PeriodOfTime',
    about: 'A span of days; either end may be unknown.',
    fields: {
      startsOn: ['Date', 'First day.', 'nullable'],
      endsOn: ['Date', 'Last day.', 'nullable'],
    },
  }),
  comparisons: () => ({
    name: 'PeriodOfTimeFilter',
    about: 'Conditions on a span of days.',
    of: 'Date',
    operators: [
      operator('includes', 'one', 'This day is in it; an end that is not known does not limit it.'),
      operator('startsOn', dateComparisons, 'Conditions on its first day.'),
      operator('endsOn', dateComparisons, 'Conditions on its last day.'),
      isNull,
    ],
  }),
  stated: () => ({
    object: 'node',
    class: dct('PeriodOfTime'),
    parts: { startsOn: bound('startDate'), endsOn: bound('endDate') },
  }),
  readParts: ({ startsOn, endsOn }) => {
    const days = { startsOn: firstDay(startsOn), endsOn: lastDay(endsOn) };
    return days.startsOn === null && days.endsOn === null ? undefined : days;
  },
  readText: (text) => {
    const [, startsOn, endsOn] = interval.exec(text.trim()) ?? [];
    return startsOn === undefined || endsOn === undefined
      ? undefined
      : period.readParts?.({ startsOn, endsOn });
  },
};

/** An interval of ISO 8601, such as `2019-01-01/2020-12-31`; `..` is an end that is open. */
const interval = /^([^/\s]+)\/([^/\s]+)$/;

const yearOrMonth = /^(\d{4})(?:-(\d{2}))?$/;

/** A period from a year or month on begins with its first day. */
function firstDay(text: string | undefined): string | null {
  const [, year, month = '01'] = yearOrMonth.exec(text ?? '') ?? [];
  return (year === undefined ? asDay(text) : asDay(`${year}-${month}-01`)) ?? null;
}

/** A period to a year or month ends with its last day. */
function lastDay(text: string | undefined): string | null {
  const [, year, month = '12'] = yearOrMonth.exec(text ?? '') ?? [];
  if (year === undefined) return asDay(text) ?? null;
  const day = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return asDay(`${year}-${month}-${day}`) ?? null;
}
