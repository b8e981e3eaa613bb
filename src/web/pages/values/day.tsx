/** A day as people write it, and for programs. */
import type { DatePrecision } from '../../../vocabulary/date-precision';
import type { Site } from '../site';
import { isoDay, writtenDay } from './days';

interface DayOptions {
  site: Site;
  day: string;
  precision?: DatePrecision | null;
  /** Words around it, such as `from …`. */
  around?: (day: string) => string;
}

export const Day = ({ site, day, precision = null, around = (text) => text }: DayOptions) => (
  <time dateTime={isoDay(day, precision)}>{around(writtenDay(day, precision, site.language))}</time>
);
