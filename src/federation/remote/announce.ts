/** Logs when a subgraph becomes unavailable and when it is available again: once each, not for every fetch. */
import type { SubgraphAnnouncements } from './watch';

export interface AnnouncementLog {
  debug: (details: object, message: string) => void;
  info: (details: object, message: string) => void;
  warn: (details: object, message: string) => void;
}

/** Limits the log lines about a subgraph that fails and recovers all the time. */
const mostLines = 10;
const withinMilliseconds = 60_000;

export function announcingTo(
  log: AnnouncementLog,
  now = (): number => performance.now(),
): SubgraphAnnouncements {
  const announced = new Map<string, { available: boolean; times: readonly number[] }>();
  const isAvailable: SubgraphAnnouncements['isAvailable'] = (subgraph, available, lastError) => {
    // At the start a subgraph is expected to be available, so that is not logged.
    const before = announced.get(subgraph) ?? { available: true, times: [] };
    if (before.available === available) return;
    const times = before.times.filter((time) => time > now() - withinMilliseconds);
    if (times.length >= mostLines) return;
    announced.set(subgraph, { available, times: [...times, now()] });
    if (available) log.info({ subgraph }, 'A subgraph is available again');
    else {
      const { code = null, detail: reason = null } = lastError ?? {};
      log.warn({ subgraph, code, ...(reason && { reason }) }, 'A subgraph is unavailable');
    }
  };
  return {
    isAvailable,
    // The message may contain personal data, so it is logged only if the operator sets LOG_LEVEL to debug.
    errorReported: (subgraph, message) =>
      log.debug({ subgraph, reported: message }, 'A subgraph reported an error'),
  };
}
