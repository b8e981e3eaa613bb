/** Makes a document of batches, in pieces that are worth sending. */
import type { Quad } from '@rdfjs/types';
import type { RdfFormat } from './format';
import { UnwritableQuad } from './unwritable';

/** Writes one document. */
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

/** Characters of a piece. A shorter document declares only the prefixes that it uses. */
const pieceLength = 65_536;

/** The methods of a format. @param open makes the encoder of a document */
export const streamed = (open: () => Encoder): Pick<RdfFormat, 'text' | 'write'> => ({
  text(quads) {
    const encoder = open();
    const body = encoder.encode(quads);
    return encoder.head(body.length >= pieceLength) + body + encoder.tail;
  },

  async *write(batches, refused) {
    const encoder = open();
    let [text, isBegun, isSent] = ['', false, false];
    for await (const quads of batches) {
      const part = encoded(encoder, quads, refused);
      if (part === '') continue;
      text += isBegun ? encoder.between + part : part;
      isBegun = true;
      if (text.length < pieceLength) continue;
      yield isSent ? text : encoder.head(true) + text;
      [text, isSent] = ['', true];
    }
    yield (isSent ? text : encoder.head(false) + text) + encoder.tail;
  },
});

/** The text of what can be written of some quads. */
function encoded(
  encoder: Encoder,
  quads: readonly Quad[],
  refused: Parameters<RdfFormat['write']>[1],
): string {
  for (let rest = quads; ;) {
    try {
      return encoder.encode(rest);
    } catch (error) {
      if (!refused || !(error instanceof UnwritableQuad)) throw error;
      refused(error);
      rest = rest.filter((quad) => quad !== error.quad);
    }
  }
}
