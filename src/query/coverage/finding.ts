/** The types of findings, and what evaluation is based on. */
import type { StoredRecord } from '../../resource/record';
import type { Completeness } from './completeness';
import type { Disputes } from './disputes';
import type { Path } from './path';
import type { Explored } from './routes';

/** Why a requirement is met, not met, or unknown. */
export type Reason =
  | 'STATED'
  | 'CONTINUED'
  | 'OTHER_VALUE'
  | 'NOT_LISTED'
  | 'NOT_AT_THAT_TIME'
  | 'DISPUTED'
  | 'NOT_DATED'
  | 'NOT_YET_SEEN'
  | 'NOT_STATED';
export type Verdict = 'YES' | 'NO' | 'UNKNOWN';

export const verdictOf: Readonly<Record<Reason, Verdict>> = {
  STATED: 'YES',
  CONTINUED: 'YES',
  OTHER_VALUE: 'NO',
  NOT_LISTED: 'NO',
  NOT_AT_THAT_TIME: 'NO',
  DISPUTED: 'UNKNOWN',
  NOT_DATED: 'UNKNOWN',
  NOT_YET_SEEN: 'UNKNOWN',
  NOT_STATED: 'UNKNOWN',
};

/** A path by which a requirement is met. */
export interface Proof {
  value: string;
  links: StoredRecord[];
  /** The record at its end: the required one, or the one with the value. */
  record: string;
  /** The attribute with the value; null if a record is required. */
  property: string | null;
  /** The keys of all records on the path. */
  via: string[];
}

/** The basis of an answer: statements about some properties of a record, or (null) all statements about it. */
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

/** The data that evaluation uses. */
export interface Knowledge {
  explored: ReadonlyMap<Path, Explored>;
  complete: Completeness;
  disputes: Disputes;
  record: (key: string) => StoredRecord | undefined;
  /** The keys of required records that do not hold on the day. */
  refuted: ReadonlySet<string>;
}
