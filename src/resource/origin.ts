/** Origins: whose imports state what. Each origin is replaced as a whole, and none touches what another one states. */
import type { OriginKind } from '../vocabulary/origin-kind';

/** Where imports come from, such as the seeds. */
export interface Origin {
  /** Unique in a catalogue, such as `seeds`. */
  name: string;
  kind: OriginKind;
  /** Where origins state different values of a record, that of the origin with the smallest rank is shown; of equal ranks, that of the first name. */
  rank: number;
}

/** How many records an import made, changed, found as they were, and took away. */
export interface RecordCounts {
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
}

/** One import of an origin that changed something. It is one transaction, and known by the version of the data that it made. */
export interface Import {
  version: number;
  origin: string;
  /** When it began to read, as an ISO 8601 instant. */
  startedAt: string;
  finishedAt: string;
  counts: RecordCounts;
}
