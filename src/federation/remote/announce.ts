/** Says in the log when a subgraph becomes unavailable and when it is available again: once each, however often it is asked meanwhile. */
import type { SubgraphAnnouncements } from './watch';

export interface AnnouncementLog {
  debug: (details: object, message: string) => void;
  info: (details: object, message: string) => void;
  warn: (details: object, message: string) => void;
}

/** One that comes and goes all the time does not fill the log. */
const mostLines = 10;
const withinMilliseconds = 60_000;

export function announcingTo(
  log: AnnouncementLog,
  now = (): number => performance.now(),
): SubgraphAnnouncements {
  const said = new Map<string, { available: boolean; times: readonly number[] }>();
  const isAvailable: SubgraphAnnouncements['isAvailable'] = (subgraph, available, lastError) => {
    // That it is available is what everybody expects at the start.
    const before = said.get(subgraph) ?? { available: true, times: [] };
    if (before.available === available) return;
    const times = before.times.filter((time) => time > now() - withinMilliseconds);
    if (times.length >= mostLines) return;
    said.set(subgraph, { available, times: [...times, now()] });
    if (available) log.info({ subgraph }, 'A subgraph is available again');
    else log.warn({ subgraph, code: lastError }, 'A subgraph is unavailable');
  };
  return {
    isAvailable,
    // It may hold data of people: whoever wants it in the log asks for it, by LOG_LEVEL.
    errorReported: (subgraph, message) =>
      log.debug({ subgraph, reported: message }, 'A subgraph reported an error'),
  };
}
