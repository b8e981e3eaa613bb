/** Readers turn the documents of a source into records. There is one for each kind of source. */
import type { SourceDocument } from './document';
import type { HarvestKind, HarvestSource } from './harvest-source';

/** What a reader knows besides the documents. */
export interface ReadingContext {
  readonly source: HarvestSource;
  /** Aborts when the run is stopped. */
  readonly signal: AbortSignal;
}

/**
 * Reads documents of one kind. A broken document or record becomes findings and costs that document or record alone.
 * @typeParam Part what it gives: records, and findings about them
 */
export interface Reader<Part> {
  readonly kind: HarvestKind;
  read(documents: AsyncIterable<SourceDocument>, context: ReadingContext): AsyncIterable<Part>;
}
