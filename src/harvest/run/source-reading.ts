/** How a run reads a source: what it publishes now, and whether that has changed since. */
import type { Finding } from '../finding';
import type { HarvestedRecord } from '../harvested-record';
import type { HarvestSource } from '../harvest-source';

/** What reading a source gives. */
export type ReadPart = HarvestedRecord | Finding;

/** A source that is being read. */
export interface SourceReading {
  readonly parts: AsyncIterable<ReadPart>;
  /** What is known when all parts were read. */
  readonly ended: () => ReadingEnd;
}

export interface ReadingEnd {
  /** How many documents were read. */
  documents: number;
  /** Whether the source says that nothing has changed since the last run, so that nothing was read. */
  unchanged: boolean;
  /** What servers said of the documents, by address, for the next run. */
  states: ReadonlyMap<string, unknown>;
  /** When the publisher last changed a document, as an instant, by address. */
  lastModified: ReadonlyMap<string, string>;
}

/** Begins to read a source. @param states what servers said of the documents last time; empty to read all anew */
export type ReadSource = (
  source: HarvestSource,
  asked: { signal: AbortSignal; states: ReadonlyMap<string, unknown> },
) => SourceReading;
