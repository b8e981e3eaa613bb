/** A record with all that is stated of it: what its RDF document, its readiness and its FAIR assessment are made of. */
import type { Description, Side } from './description';
import type { Identifier, StatedEvidence } from './evidence';
import type { StoredRecord } from './record';

/** The most records of a list, and links of one kind, that a whole record has. */
export const mostListed = 1000;

/** An identifier of a record. */
export interface DescribedIdentifier extends Identifier {
  /** Whether other records have it as well. */
  readonly shared?: boolean;
}

/** A record with what it refers to. */
export interface DescribedRecord {
  readonly description: Description;
  readonly record: StoredRecord;
  readonly identifiers: readonly DescribedIdentifier[];
  /** The records to which its references lead, and of a link those at its ends, by the name of the reference or end; those that lead nowhere are absent. */
  readonly references: ReadonlyMap<string, DescribedRecord>;
  /** The records of its lists that are stated in RDF (`List.term`), by the name of the list. */
  readonly lists: ReadonlyMap<string, readonly DescribedRecord[]>;
}

/** A link of a record. */
export interface WholeLink {
  readonly description: Description;
  readonly record: StoredRecord;
  /** Which end the record is. */
  readonly side: Side;
  readonly other: DescribedRecord;
}

/**
 * A record with its evidence and links. What stands in `references`, in `lists` and at the other ends of links has references and lists
 * of its own, and those have none.
 */
export interface WholeRecord extends DescribedRecord {
  readonly evidence: readonly StatedEvidence[];
  /** The sources that the evidence cites, by key. */
  readonly sources: ReadonlyMap<string, StoredRecord>;
  /** In the order of their keys. Those that state something about the record itself are always among them; of the others, a page may be. */
  readonly links: readonly WholeLink[];
  /** The cursor after which there are more links; null if there are none. */
  readonly nextLinks: string | null;
  /** Its lists of which only the first `mostListed` records were read, by name; `links` for those that state something about it. */
  readonly cut?: readonly string[];
}
