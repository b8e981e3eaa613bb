/** An RDF format: how quads become text. */
import type { Quad } from '@rdfjs/types';

/** A serialisation of RDF. */
export interface RdfFormat {
  /** Its name on the command line, such as `turtle`. */
  readonly name: string;
  /** The file extension, without the dot. */
  readonly extension: string;
  /** The media types that select it in `Accept`; answers have the first. */
  readonly types: readonly string[];
  /** Whether it can state named graphs. */
  readonly graphs: boolean;
  /**
   * The text of quads that come in batches, piece by piece, with constant memory. A subject's quads stand together.
   * Deterministic: the same batches give the same text.
   */
  write(batches: Iterable<readonly Quad[]> | AsyncIterable<readonly Quad[]>): AsyncIterable<string>;
}
