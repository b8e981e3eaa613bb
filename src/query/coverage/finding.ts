/** What is found out about one covered record and one requirement, and what is known to evaluate it by. */
import type { StoredRecord } from '../../resource/record';
import type { Completeness } from './completeness';
import type { Disputes } from './disputes';
import type { Path } from './path';
import type { Explored } from './routes';

/** Why a requirement is met, is not met, or is not known to be met. */
export type Reason =
  'STATED' | 'OTHER_VALUE' | 'NOT_LISTED' | 'NOT_AT_THAT_TIME' | 'DISPUTED' | 'NOT_DATED' | 'NOT_STATED';
export type Verdict = 'YES' | 'NO' | 'UNKNOWN';

export const verdictOf: Readonly<Record<Reason, Verdict>> = {
  STATED: 'YES',
  OTHER_VALUE: 'NO',
  NOT_LISTED: 'NO',
  NOT_AT_THAT_TIME: 'NO',
  DISPUTED: 'UNKNOWN',
  NOT_DATED: 'UNKNOWN',
  NOT_STATED: 'UNKNOWN',
};

/** One way on which a requirement is met. */
export interface Proof {
  value: string;
  links: StoredRecord[];
  /** The record at the end of the links: the one required, or the one that has the value. */
  record: string;
  /** The attribute that holds the value; null where the record is required. */
  property: string | null;
  /** The keys of all records on the way. */
  via: string[];
}

/** What an answer rests on: statements about properties of a record, or all about it. */
export interface Ground {
  key: string;
  properties: string[] | null;
}

/** The answer for one covered record and one requirement. */
export interface Finding {
  reason: Reason;
  proofs: Proof[];
  grounds: Ground[];
}

/** What the judge knows. */
export interface Knowledge {
  explored: ReadonlyMap<Path, Explored>;
  complete: Completeness;
  disputes: Disputes;
  record: (key: string) => StoredRecord | undefined;
  asOf: string | null;
}
