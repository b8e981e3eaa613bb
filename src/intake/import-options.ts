/** The options of an import, its view of a transaction, and its report. */
import type { ImportProblem } from '../errors';
import type { Description } from '../resource/description';
import type { Import, Origin, RecordCounts } from '../resource/origin';
import type { Row } from '../resource/values';
import type { Draft } from './draft';
import type { Drafting } from './draft-all';

/** The operations that an import needs of a transaction. */
export interface ImportTransaction {
  /** Those of the keys that exist. */
  existing(description: Description, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** The rows of those of the keys that exist. */
  rows(keys: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  readonly origins: {
    digests(origin: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
    keysOf(origin: string): Promise<string[]>;
    others(origin: string, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
    record(done: Import): Promise<void>;
  };
  declareOrigin(origin: Origin, classes: readonly Description[], at: string): Promise<boolean>;
  readonly stated: {
    state(description: Description, records: readonly StatedRecord[], by: Importing): Promise<void>;
    retract(description: Description, keys: readonly string[], by: Importing): Promise<void>;
  };
  referringTo(
    keys: readonly string[],
    classes: readonly Description[],
    except: string,
  ): Promise<{ from: string; to: string; origin: string }[]>;
  raiseVersion(changedAt: string): Promise<number>;
}

/** What an import states of one record or link. */
interface StatedRecord extends Pick<Draft, 'key' | 'row' | 'identifiers' | 'evidence'> {
  digest: string;
}

/** Which import writes, by its origin and the version that it makes, and when. */
interface Importing {
  origin: string;
  version: number;
  at: string;
}

/**
 * What happens to records that the import no longer contains. `stay`: nothing. `go`: they are withdrawn.
 * `few go`: they are withdrawn unless there are suspiciously many, for instance because a file is missing.
 */
export type VanishedRecords = 'stay' | 'few go' | 'go';

export interface ImportOptions extends Drafting {
  /** The origin of the records. What other origins state is not changed. */
  origin: Origin;
  /** What happens to its former records that the import no longer contains. Default: `stay`. */
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
export interface ImportCounts extends RecordCounts {
  type: string;
}

/** What an import did, or would do in a dry run. */
export interface ImportReport {
  /** By class, in the order of writing. */
  counts: ImportCounts[];
  /** The keys that the origin no longer states, sorted. */
  withdrawn: string[];
  /** Those of them whose records remain because another origin states them. */
  remaining: string[];
  /** For a dry run: why the import would be refused because of the number of withdrawals. */
  tooMany: ImportProblem | null;
}
