/** What an import is told, what it needs of a transaction, and what it reports. */
import type { ImportProblem } from '../errors';
import type { Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import type { Row } from '../resource/values';
import type { Drafting } from './draft-all';

/** What an import needs of a transaction. */
export interface ImportTransaction {
  digests(description: Description, keys: readonly string[]): Promise<Map<string, string>>;
  save(description: Description, rows: readonly Row[]): Promise<void>;
  replaceStatements(
    statements: readonly {
      subject: string;
      identifiers: readonly Identifier[];
      evidence: readonly Evidence[];
    }[],
  ): Promise<void>;
  readonly origins: {
    of(keys: readonly string[]): Promise<Map<string, string>>;
    broughtInBy(origin: string): Promise<string[]>;
    bringIn(origin: string, keys: readonly string[]): Promise<void>;
  };
  referringTo(
    keys: readonly string[],
    classes: readonly Description[],
  ): Promise<{ from: string; to: string }[]>;
  withdraw(description: Description, keys: readonly string[], withdrawnAt: string): Promise<void>;
  raiseVersion(changedAt: string): Promise<void>;
}

/**
 * What becomes of records that an import does not hold any more. `stay`: the import only adds. `go`: they are withdrawn.
 * `few go`: they are withdrawn unless they are suspiciously many, as where a file was lost.
 */
export type VanishedRecords = 'stay' | 'few go' | 'go';

export interface ImportOptions extends Drafting {
  /** The name of the import, such as `seeds`: what it brought in is changed and withdrawn by no other. */
  origin: string;
  /** What becomes of what it brought in before and does not hold any more; by default it stays. */
  vanished?: VanishedRecords;
  /** Finds out what would be done, and does nothing of it. */
  dryRun?: boolean;
  /** Runs a work in one transaction. */
  write: <T>(work: (transaction: ImportTransaction) => Promise<T>) => Promise<T>;
  /** The time of the change. */
  now: () => Date;
  /** Told how many records are written and withdrawn so far, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/** How many records of a class an import has made, changed, found as they were, and taken away. */
export interface ImportCounts {
  type: string;
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
}

/** What an import did, or in a dry run would have done. */
export interface ImportReport {
  /** For each class, in the order in which they are written. */
  counts: ImportCounts[];
  /** The keys that were withdrawn, in order. */
  withdrawn: string[];
  /** Of a dry run: why the import would be refused for these, if it would. */
  tooMany: ImportProblem | null;
}
