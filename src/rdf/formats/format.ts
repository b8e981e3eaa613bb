/** An RDF format: how quads become text. */
import type { Quad } from '@rdfjs/types';
import type { Encoder } from './encoder';
import type { UnwritableQuad } from './unwritable';

/** Quads in batches, such as one for each record. */
export type Batches = Iterable<readonly Quad[]> | AsyncIterable<readonly Quad[]>;

/** A serialisation of RDF. */
export interface RdfFormat {
  /** Its name on the command line, such as `turtle`. */
  readonly name: string;
  /** The file extension, without the dot. */
  readonly extension: string;
  /** The media types that select it in `Accept`; answers have the first. */
  readonly types: readonly string[];
  /** The value of `Content-Type`; with the charset, where the media type has that parameter. */
  readonly contentType: string;
  /** Whether it can state named graphs. */
  readonly graphs: boolean;
  /** Opens a document that is put together by the caller, such as one whose parts are written at the same time. */
  open(): Encoder;
  /**
   * The text of quads that fit into memory: the same as `write` gives.
   * @throws UnwritableQuad
   */
  text(quads: readonly Quad[]): string;
  /**
   * The text of quads that come in batches, piece by piece, with constant memory. A subject's quads stand together if they do so in
   * the batch. Deterministic: the same batches give the same text.
   * @param refused is told of each quad that cannot be written and is left out; without it, such a quad ends the text
   * @throws UnwritableQuad
   */
  write(batches: Batches, refused?: (error: UnwritableQuad) => void): AsyncIterable<string>;
}
