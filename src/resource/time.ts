/** Dates as sources state them: a day, a month or a year. */
import type { DatePrecision } from '../vocabulary/date-precision';

/** A day with the precision of the source. */
export interface StatedDay {
  day: string;
  precision: DatePrecision;
}

/**
 * Parses an ISO 8601 date of reduced precision (`2022`, `2022-09`, `2022-09-01`), as in FHIR's `date`.
 * @param boundary whether a month or year stands for its first or its last day
 * @returns null when the text is not such a date
 */
export function readStatedDay(text: string, boundary: 'start' | 'end'): StatedDay | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (day) return isDay(text) ? { day: text, precision: 'DAY' } : null;
  const precision = month ? 'MONTH' : 'YEAR';
  const first = `${year}-${month ?? (boundary === 'start' ? '01' : '12')}-01`;
  if (!isDay(first)) return null;
  return { day: boundary === 'start' ? first : lastDayOfMonth(first), precision };
}

/** Whether a text is a valid calendar day, such as `2022-02-28`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function lastDayOfMonth(firstDay: string): string {
  const date = new Date(`${firstDay}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}

/** A stretch of days, its first and last one included. */
export interface Span {
  from: string;
  until: string;
}

/** The days of a stated day, month or year. Null if the text is not such a date. */
export function spanOf(stated: string): Span | null {
  const [from, until] = [readStatedDay(stated, 'start'), readStatedDay(stated, 'end')];
  return from && until ? { from: from.day, until: until.day } : null;
}

/** From the first day of some spans to the last. */
export const hullOf = ([first, ...others]: readonly Span[]): Span | null =>
  first
    ? others.reduce(
        (hull, { from, until }) => ({
          from: from < hull.from ? from : hull.from,
          until: until > hull.until ? until : hull.until,
        }),
        first,
      )
    : null;

/** Whether two spans have a day in common. */
export const overlap = (one: Span, other: Span): boolean =>
  one.from <= other.until && other.from <= one.until;
