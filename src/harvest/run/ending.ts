/** How a run ended, and its report. */
import { reasonOf } from '../../errors';
import type { HarvestOutcome } from '../../vocabulary/harvest-outcome';
import type { GatheredFindings } from './collect';
import type { LinkedDrafts } from './linked-drafts';
import type { HarvestReport } from './report';
import type { ReadingEnd } from './source-reading';
import type { Unseen } from './withdrawing';
import type { Written } from './writing';

/** What a run came to. Parts that it did not reach are null. */
export interface Ended {
  source: string;
  number: number | null;
  startedAt: string;
  stopped: boolean;
  failure: string | null;
  findings: GatheredFindings;
  phases: Record<string, number>;
  unchanged: number;
  read: ReadingEnd | null;
  linked: LinkedDrafts | null;
  written: Written | null;
  unseen: Unseen | null;
}

export function ending(ended: Ended): HarvestReport {
  const { source, number, startedAt, findings, phases, unchanged, read, linked, written, unseen } = ended;
  const refused = [...(linked?.refused ?? []), ...(written?.refused ?? [])];
  const [created, updated] = [written?.created ?? [], written?.updated ?? []];
  const [notSeen, withdrawn] = [unseen?.notSeen ?? [], unseen?.withdrawn ?? []];
  return {
    source,
    number,
    startedAt,
    outcome: outcomeOf(ended),
    error: ended.failure ?? firstFault(findings),
    created,
    updated,
    refused,
    notSeen,
    withdrawn,
    counts: {
      documents: read?.documents ?? 0,
      created: created.length,
      updated: updated.length,
      unchanged,
      refused: refused.length,
      notSeen: notSeen.length,
      withdrawn: withdrawn.length,
      persons: findings.persons,
    },
    findings: findings.all,
    severities: findings.severities,
    proposals: linked?.proposals.length ?? 0,
    milliseconds: 0,
    phases,
  };
}

function outcomeOf({ stopped, failure, findings, read, linked, written }: Ended): HarvestOutcome {
  if (stopped && !(written && !written.stopped)) return 'STOPPED';
  if (failure !== null || findings.isIncomplete)
    return written && (linked?.drafts.size ?? 0) > 1 ? 'INCOMPLETE' : 'FAILED';
  return read?.unchanged ? 'UNCHANGED' : 'COMPLETE';
}

/** Of a run that could not read a part of its source: the first reason. */
const firstFault = ({ firstLost }: GatheredFindings): string | null =>
  firstLost && `${firstLost.place.document}: ${firstLost.message.en}`;

/** An error in words. One that nobody expected is told to `onError`, and only said to have happened. */
export function failureOf(error: unknown, onError: ((error: unknown) => void) | undefined): string {
  if (error instanceof Error && (isKnown(error) || 'extensions' in error)) return reasonOf(error);
  onError?.(error);
  return 'Something unexpected went wrong; the log says what.';
}

const known: ReadonlySet<string> = new Set([
  'WriteFailed',
  'StartFailed',
  'ImportRefused',
  'WrongConfiguration',
  'Unavailable',
]);

const isKnown = ({ name }: Error): boolean => known.has(name);
