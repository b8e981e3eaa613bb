/** Readers turn the documents of a source into records. There is one for each kind of source. */
import type { Registry } from '../resource/registry';
import type { SourceDocument } from './document';
import type { Finding } from './finding';
import type { HarvestedRecord } from './harvested-record';
import type { HarvestSource } from './harvest-source';
import type { ReadStream } from './readers/rdf-stream';
import type { RdfOf } from './reading/rdf-of';

/** What a reader gives: records, and what a steward should know of them and of the documents. */
export type ReadPart = HarvestedRecord | Finding;

/** What a reader knows besides the documents. */
export interface ReadingContext {
  readonly source: HarvestSource;
  readonly registry: Registry;
  readonly rdfOf: RdfOf;
  /** How documents are read that are too large to be held; by default in this thread. */
  readonly readStream?: ReadStream;
  /** Aborts when the run is stopped. */
  readonly signal: AbortSignal;
}

/** Reads documents of one kind. What is broken becomes findings, and costs that document or record alone. */
export interface Reader {
  read(documents: AsyncIterable<SourceDocument>, context: ReadingContext): AsyncIterable<ReadPart>;
}

/** Whether a part is a record. */
export const isRecord = (part: ReadPart): part is HarvestedRecord => 'data' in part;
