/** What a run needs of its surroundings. All that reads or writes is handed in. */
import type { PartTransaction } from '../../intake/partial/import-part';
import type { Harvest, HarvestedSource } from '../../resource/harvests';
import type { Registry } from '../../resource/registry';
import type { HarvestSource } from '../harvest-source';
import type { Reconciler } from '../reconcile/reconciler';
import type { Missing, Withdrawals } from './not-seen';
import type { ReadSource } from './source-reading';

/** Which process does a work that only one may do at a time. */
export interface LeaseState {
  take(asked: {
    name: string;
    holder: string;
    now: string;
    until: string;
    isDead?: (holder: string) => boolean;
  }): Promise<string>;
  release(name: string, holder: string): Promise<void>;
}

/** What is kept of harvests, within one transaction. */
export interface HarvestState {
  readonly leases: LeaseState;
  lastRun(slug: string): Promise<{ startedAt: string; stopped: boolean; died: number } | null>;
  begin(source: HarvestedSource, startedAt: string): Promise<number>;
  finish(run: Harvest): Promise<void>;
  source(slug: string): Promise<HarvestedSource | null>;
  saveSource(source: HarvestedSource): Promise<void>;
  addresses(origin: string): Promise<ReadonlyMap<string, string>>;
  rememberAddresses(origin: string, addresses: ReadonlyMap<string, string>): Promise<void>;
  missing(origin: string): Promise<Missing>;
  saveMissing(origin: string, missing: Missing): Promise<void>;
  saveProposals(slug: string, proposals: readonly { readonly id: string }[]): Promise<void>;
  documents(slug: string): Promise<ReadonlyMap<string, unknown>>;
  saveDocuments(slug: string, documents: ReadonlyMap<string, unknown>): Promise<void>;
}

export interface HarvestTransaction extends PartTransaction {
  readonly harvests: HarvestState;
}

/** Runs a function in one transaction. */
export type WriteHarvest = <T>(work: (transaction: HarvestTransaction) => Promise<T>) => Promise<T>;

/** How far a run is. The total is unknown while it reads. */
export interface HarvestProgress {
  phase: 'read' | 'link' | 'write';
  done: number;
  total: number | null;
}

/** The linking of one run. @param addresses the keys of records, by the address under which the source knows them */
export type MakeReconciler = (
  source: HarvestSource,
  addresses: ReadonlyMap<string, string>,
) => Promise<Reconciler>;

export interface RunParts {
  registry: Registry;
  read: ReadSource;
  reconcilerFor: MakeReconciler;
  write: WriteHarvest;
  now: () => Date;
  /** Stops the run: between two groups, or while it reads. */
  signal: AbortSignal;
  /** `try`: nothing is written, and nothing kept of the run. */
  mode: 'write' | 'try';
  withdrawals: Withdrawals;
  /** Whether documents are read again that have not changed since the last run. */
  unchangedDocuments: 'skip' | 'read';
  /** Groups of records are written in one transaction up to so many records; by default 2,000. */
  mostTogether?: number;
  onProgress?: (progress: HarvestProgress) => void;
  /** Gets an error that nobody expected, for the log. */
  onError?: (error: unknown) => void;
}
