/** Where days lie on a bar: stated times, days for which something is shown, and the years between which they lie. Pure. */
import type { DatePrecision } from '../../../vocabulary/date-precision';
import type { Timed } from '../answered';

/** The first and last moment of a bar, in milliseconds. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
}

/** A part of a bar, in per cent of its width. */
export interface Segment {
  readonly kind: 'stated' | 'attested' | 'begin' | 'end';
  readonly x: number;
  readonly width: number;
}

const begin = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The end of the day, month or year that a source states. */
function endOf(day: string, precision: DatePrecision | null): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (precision === 'YEAR') return Date.UTC(year + 1, 0, 1);
  return precision === 'MONTH' ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, date + 1);
}

/** The moments that sources name for something. */
const momentsOf = ({ startsOn, endsOn, endsOnPrecision, attestedFrom, attestedUntil }: Timed): number[] => [
  ...(startsOn === null ? [] : [begin(startsOn)]),
  ...(endsOn === null ? [] : [endOf(endsOn, endsOnPrecision)]),
  ...(attestedFrom === null ? [] : [begin(attestedFrom)]),
  ...(attestedUntil === null ? [] : [endOf(attestedUntil, null)]),
];

const yearOf = (moment: number): number => new Date(moment).getUTCFullYear();

/** The whole years in which everything lies; null where no source names a day. */
export function scaleOf(all: readonly Timed[]): TimeScale | null {
  const moments = all.flatMap(momentsOf);
  if (moments.length === 0) return null;
  const first = yearOf(Math.min(...moments));
  // A year that ends on the first moment of the next one does not need that; a beginning on 1 January needs its year.
  const last = Math.max(first, yearOf(Math.max(...moments) - 1));
  return { from: Date.UTC(first, 0, 1), to: Date.UTC(last + 1, 0, 1) };
}

/** The parts of a bar. What lies between and beside them is unknown. */
export function segmentsOf(of: Timed, { from, to }: TimeScale): Segment[] {
  const at = (moment: number): number => Math.round(((moment - from) / (to - from)) * 1e4) / 100;
  const { startsOn, endsOn, endsOnPrecision, attestedFrom, attestedUntil } = of;
  const [starts, ends] = [
    startsOn === null ? null : at(begin(startsOn)),
    endsOn === null ? null : at(endOf(endsOn, endsOnPrecision)),
  ];
  const segment = (kind: Segment['kind'], x: number, until: number): Segment => ({
    kind,
    x,
    width: Math.max(0, Math.round((until - x) * 100) / 100),
  });
  return [
    ...(attestedFrom === null || attestedUntil === null
      ? []
      : [segment('attested', at(begin(attestedFrom)), at(endOf(attestedUntil, null)))]),
    ...(starts !== null && ends !== null ? [segment('stated', starts, ends)] : []),
    ...(starts !== null && ends === null ? [segment('begin', starts, starts)] : []),
    ...(starts === null && ends !== null ? [segment('end', ends, ends)] : []),
  ];
}

/** At most so many years are named. */
const mostYears = 6;

/** The years of a scale, each with its place in per cent. */
export function yearsOf({ from, to }: TimeScale): { year: number; x: number }[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  const step = Math.max(1, Math.ceil((last - first) / mostYears));
  const years = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, index) => first + index * step,
  );
  return years
    .filter((year) => year < last)
    .map((year) => ({ year, x: Math.round(((Date.UTC(year, 0, 1) - from) / (to - from)) * 1e4) / 100 }));
}
