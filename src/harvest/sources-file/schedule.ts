/** When a source is harvested by itself, as it is written in the file of sources. */
import { Cron } from 'croner';
import { reasonOf } from '../../errors';
import type { Schedule } from '../harvest-source';

const minute = 60_000;
const [hour, day] = [60 * minute, 24 * 60 * minute];
/** More often nobody changes a catalogue, and many a server would lock us out. */
const shortest = minute;

export const takesSchedule =
  'an interval such as PT6H or P1D, or a cron pattern in UTC such as "0 3 * * *" (every day at 03:00)';

/** An ISO 8601 duration of weeks, days, hours and minutes; years and months differ in length. */
const duration = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/;

/** @returns the schedule, or what is wrong with it */
export function scheduleIn(written: string): Schedule | { readonly wrong: string } {
  return /^P/i.test(written) ? interval(written) : cron(written);
}

function interval(written: string): Schedule | { wrong: string } {
  const [, ...parts]: (string | undefined)[] = duration.exec(written) ?? [];
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = parts.map((part = '0') => Number(part));
  const milliseconds = (weeks * 7 + days) * day + hours * hour + minutes * minute;
  if (milliseconds < shortest)
    return { wrong: `${takesSchedule}; the shortest interval is PT1M, and years and months are not taken` };
  return { kind: 'EVERY', written, milliseconds };
}

function cron(written: string): Schedule | { wrong: string } {
  try {
    const next = new Cron(written, { timezone: 'UTC', mode: '5-part' }).nextRun();
    return next ? { kind: 'CRON', written } : { wrong: `${takesSchedule}; this one names no day that comes` };
  } catch (error) {
    return { wrong: `${takesSchedule}; ${reasonOf(error).replace(/^CronPattern: /, '')}` };
  }
}
