/** What a full run did not see: since when, and what is withdrawn because of it. */
import type { HarvestSource } from '../harvest-source';
import type { NotSeen } from './report';

/** What was missing before, by key. */
export type Missing = ReadonlyMap<string, { since: string; runs: number }>;

export interface SeenByRun {
  /** The keys of all records that the source has stated. */
  held: Iterable<string>;
  /** Those that are in the source now, whether they could come in or not. */
  seen: ReadonlySet<string>;
  missing: Missing;
  /** When the run began. */
  startedAt: string;
}

/** The records that a full run did not see, sorted by key. */
export function notSeenBy({ held, seen, missing, startedAt }: SeenByRun): NotSeen[] {
  return [...held]
    .filter((key) => !seen.has(key))
    .sort()
    .map((key) => {
      const before = missing.get(key);
      return { key, since: before?.since ?? startedAt, runs: (before?.runs ?? 0) + 1 };
    });
}

/** `all`: whatever was not seen is withdrawn. `due`: what enough full runs have not seen. */
export type Withdrawals = 'due' | 'all';

/** The keys that are withdrawn now. */
export const withdrawnNow = (
  notSeen: readonly NotSeen[],
  { withdrawAfter }: Pick<HarvestSource, 'withdrawAfter'>,
  which: Withdrawals,
): string[] =>
  notSeen
    .filter(({ runs }) => which === 'all' || (withdrawAfter !== null && runs >= withdrawAfter))
    .map(({ key }) => key);
