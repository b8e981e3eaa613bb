/** The options of an import, its view of a transaction, and its report. */
import type { ImportProblem } from '../errors';
import type { Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import type { Row } from '../resource/values';
import type { Drafting } from './draft-all';

/** The operations that an import needs of a transaction. */
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
 * What happens to records that the import no longer contains. `stay`: nothing. `go`: they are withdrawn.
 * `few go`: they are withdrawn unless there are suspiciously many, for instance because a file is missing.
 */
export type VanishedRecords = 'stay' | 'few go' | 'go';

export interface ImportOptions extends Drafting {
  /** The name of the import, such as `seeds`. It owns its records; no other import changes or withdraws them. */
  origin: string;
  /** What happens to its former records that it no longer contains. Default: `stay`. */
  vanished?: VanishedRecords;
  /** Reports what would be done, without writing. */
  dryRun?: boolean;
  /** Runs a function in one transaction. */
  write: <T>(work: (transaction: ImportTransaction) => Promise<T>) => Promise<T>;
  /** Time of the change. */
  now: () => Date;
  /** Called with the number of records written and withdrawn so far, and the total. */
  onProgress?: (done: number, total: number) => void;
}

/** Number of records of a class that were created, updated, unchanged and withdrawn. */
export interface ImportCounts {
  type: string;
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
}

/** What an import did, or would do in a dry run. */
export interface ImportReport {
  /** By class, in the order of writing. */
  counts: ImportCounts[];
  /** The withdrawn keys, sorted. */
  withdrawn: string[];
  /** For a dry run: why the import would be refused because of the number of withdrawals. */
  tooMany: ImportProblem | null;
}
