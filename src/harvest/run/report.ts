/** What a harvest did, or would do: for the command, the log and the table of runs. */
import type { ChangedRecord, RefusedDraft } from '../../intake/partial/parts';
import type { HarvestCounts } from '../../resource/harvests';
import type { HarvestOutcome } from '../../vocabulary/harvest-outcome';
import type { Finding } from '../finding';

/** A record that the source has stated before, and that this run did not see. */
export interface NotSeen {
  key: string;
  /** The start of the first full run that did not see it. */
  since: string;
  /** How many full runs have not seen it, with this one. */
  runs: number;
}

export interface HarvestReport {
  /** Name of the source. */
  source: string;
  /** Number of the run; null for a dry run, of which nothing is kept. */
  number: number | null;
  startedAt: string;
  outcome: HarvestOutcome;
  /** Why it failed or is incomplete, in words; null where nothing went wrong. */
  error: string | null;
  created: string[];
  updated: ChangedRecord[];
  refused: RefusedDraft[];
  notSeen: NotSeen[];
  withdrawn: string[];
  counts: HarvestCounts;
  /** All findings, as far as there is room. */
  findings: Finding[];
  /** How many there were of each severity. */
  severities: { errors: number; warnings: number; infos: number };
  /** How many doubtful links wait for a person. */
  proposals: number;
  milliseconds: number;
  /** How long each part took, in milliseconds. */
  phases: Record<string, number>;
}
