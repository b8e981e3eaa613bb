/** What is decided about something that a document mentions: which record it is, which it may be, or that it is unknown. */

/** A reason in words, for the steward who reads the report. */
export interface Reason {
  readonly de: string;
  readonly en: string;
}

/** A record that something mentioned may be. */
export interface Candidate {
  /** Key of the record. */
  readonly key: string;
  /** From 0 to 1, with two decimals. It orders candidates; whether a link is sure is decided by rules, not by a number. */
  readonly score: number;
  readonly reason: Reason;
}

export type Outcome = (
  | /** It is this record: by an identifier, by a name that belongs to no other, or as a person decided. */
    ({ readonly outcome: 'SURE' } & Candidate)
    /** It may be one of these, the most likely one first. Nothing is linked until a person decides. */
  | { readonly outcome: 'DOUBTFUL'; readonly candidates: readonly Candidate[] }
  /** It is none that is known, so it becomes a record of its own. */
  | { readonly outcome: 'UNKNOWN' }
) & {
  /** The key that a person decided for, if there is no such record, so that the decision does nothing. */
  readonly withoutRecord?: string;
};
