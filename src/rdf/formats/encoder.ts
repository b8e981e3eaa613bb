/** What writes one document of an RDF format, batch by batch. */
import type { Quad } from '@rdfjs/types';

export interface Encoder {
  /**
   * The text of quads, complete in itself.
   * @throws UnwritableQuad, after which further batches can be written
   */
  encode(quads: readonly Quad[]): string;
  /** What stands between two such texts. */
  readonly between: string;
  /**
   * The beginning of the document.
   * @param all declare all prefixes, as it is not known yet which ones will be used
   */
  head(all: boolean): string;
  readonly tail: string;
}
