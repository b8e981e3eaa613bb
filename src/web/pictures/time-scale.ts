/** From days to places on an axis of years. */

const dayLength = 86_400_000;

/** The moment at which a day begins. */
const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** An axis from the beginning of a year to the end of another one. */
export interface TimeScale {
  readonly years: readonly number[];
  /** Where a day begins. Days beyond the axis are at its ends. */
  startOf(day: string): number;
  /** Where a day ends. */
  endOf(day: string): number;
}

/** The years of some days, with at least one. */
export function timeScale(days: readonly string[], left: number, right: number): TimeScale {
  const sorted = [...days].sort();
  const first = Number((sorted[0] ?? '2020').slice(0, 4));
  const last = Number((sorted.at(-1) ?? String(first)).slice(0, 4));
  const begins = Date.UTC(first, 0, 1);
  const ends = Date.UTC(last + 1, 0, 1);
  const at = (moment: number) =>
    left + ((right - left) * (Math.min(Math.max(moment, begins), ends) - begins)) / (ends - begins);
  return {
    years: Array.from({ length: last - first + 2 }, (_, index) => first + index),
    startOf: (day) => at(momentOf(day)),
    endOf: (day) => at(momentOf(day) + dayLength),
  };
}
