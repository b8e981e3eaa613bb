/** What a run asks of the linking: which record a mention is, which record of ours a harvested one is, and how new ones are called. */
import type { HarvestedRecord, Mentioned, MentionedName } from '../harvested-record';
import type { Outcome, Reason } from './outcome';

/** Which record of ours a harvested record is. */
export interface Identity {
  /** The record that is here already; null for a new one. */
  readonly key: string | null;
  /** The slug that it has, or gets. */
  readonly slug: string;
  /** Why; null for a new record. */
  readonly reason: Reason | null;
}

/** A record that has no slug yet. */
export interface NewRecord {
  /** Name of its class. */
  readonly type: string;
  readonly iri: string | null;
  readonly names: readonly MentionedName[];
}

/**
 * One run's linking. It keeps no data of the catalogue but what it was made with, and remembers the records that this run identified,
 * so that mentions of them are found by their address, and no slug is given twice.
 */
export interface Reconciler {
  /** Which record a mention is. */
  reconcile: (mention: Mentioned) => Outcome;
  /** Which record of ours a resource is: by address or identifier, never by its title. Null for links, whose key is that of their ends. */
  identify: (record: HarvestedRecord) => Identity | null;
  /** The slug of something mentioned that is unknown: the same for the same thing. */
  slugFor: (record: NewRecord) => string;
}
