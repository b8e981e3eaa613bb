/** Walks give the documents of a source, one after the other, wherever they lead from one to the next. */
import type { SourceDocument } from '../document';
import type { Fetcher } from '../fetching/fetcher';
import type { Finding } from '../finding';
import type { RdfOf } from '../reading/rdf-of';

export interface Walking {
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly rdfOf: RdfOf;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Tells what a steward should know. An ERROR means that a part of the source was not read. */
  readonly report: (finding: Finding) => void;
  /** The most documents of one source. */
  readonly mostDocuments: number;
}

/** Where the walk begins: an address, or the path of a file or folder. */
export type Walk = (start: string, walking: Walking) => AsyncGenerator<SourceDocument>;

export const mostDocuments = 10_000;
