// The days of the objects of an answer, which can stand on a line of time.
import type { AnsweredObject } from './objects';
import { textIn } from './records';

export const days = ['startsOn', 'endsOn', 'attestedFrom', 'attestedUntil'] as const;
type Day = (typeof days)[number];

/** The days of an object that can stand on a line; what was not asked is null, as what nobody states. */
export const daysOf = (object: AnsweredObject): Record<Day, string | null> =>
  Object.fromEntries(days.map((day) => [day, textIn(object, day) ?? null])) as Record<Day, string | null>;
