/** When a source is harvested next by itself. */
import { createHash } from 'node:crypto';
import { Cron } from 'croner';
import type { HarvestSource, Schedule } from '../harvest-source';

/** The last run of a source. */
export interface LastRun {
  startedAt: string;
  /** Whether it was stopped before it had done all. */
  stopped: boolean;
  /** How many runs, up to this one, never ended, because their process died. */
  died: number;
}

/** The longest that a source waits after its time, in milliseconds: so that not all that are due at three ask at three. */
const longestJitter = 5 * 60_000;

/** The wait after the second run in a row that died with its process, in milliseconds; each further one doubles it, up to a day. */
const waitAfterDeath = 5 * 60_000;
const longestWait = 24 * 3_600_000;

/**
 * The moment of the next run; null if there is none by itself. One that was stopped is repeated at once. So is one whose process died,
 * but only once: the source itself may be what kills it, and what serves beside must not die again and again.
 * @param since when the process began to look, for a source that never ran
 */
export function nextRun(
  { name, schedule }: Pick<HarvestSource, 'name' | 'schedule'>,
  last: LastRun | null,
  since: Date,
): Date | null {
  if (!schedule) return null;
  if (last && last.died > 1) return later(new Date(last.startedAt), backOff(last.died));
  if (last?.stopped) return since;
  if (!last)
    return schedule.kind === 'EVERY' ? since : later(cronAfter(schedule, since), jitter(name, longestJitter));
  const started = new Date(last.startedAt);
  if (schedule.kind === 'CRON') return later(cronAfter(schedule, started), jitter(name, longestJitter));
  const wait = schedule.milliseconds;
  return new Date(started.getTime() + wait + jitter(name, Math.min(longestJitter, wait / 10)));
}

const backOff = (died: number): number => Math.min(waitAfterDeath * 2 ** (died - 2), longestWait);

const cronAfter = ({ written }: Schedule, day: Date): Date | null =>
  new Cron(written, { timezone: 'UTC', mode: '5-part' }).nextRun(day);

const later = (day: Date | null, milliseconds: number): Date | null =>
  day && new Date(day.getTime() + milliseconds);

/** The same for a source each time, so that its runs keep their distance. */
const jitter = (name: string, most: number): number =>
  Math.floor((createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32) * most);
