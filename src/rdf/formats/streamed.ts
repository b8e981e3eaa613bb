/** Makes a document of batches, in pieces that are worth sending. */
import type { Quad } from '@rdfjs/types';
import type { Encoder } from './encoder';
import type { Batches, RdfFormat } from './format';
import { UnwritableQuad } from './unwritable';

/** Characters of a piece. A shorter document declares only the prefixes that it uses. */
const pieceLength = 65_536;

/** Whether a document that begins with these texts declares all prefixes. */
export const isLong = ({ length }: string): boolean => length >= pieceLength;

type Refused = (error: UnwritableQuad) => void;

/** The methods of a format. @param open makes the encoder of a document */
export const streamed = (open: () => Encoder): Pick<RdfFormat, 'open' | 'text' | 'write'> => ({
  open,

  text(quads) {
    const encoder = open();
    const body = encoder.encode(quads);
    return encoder.head(isLong(body)) + body + encoder.tail;
  },

  async *write(batches, refused) {
    const encoder = open();
    let isBegun = false;
    for await (const piece of bodyOf(encoder, batches, refused)) {
      yield isBegun ? piece : encoder.head(isLong(piece)) + piece;
      isBegun = true;
    }
    yield isBegun ? encoder.tail : encoder.head(false) + encoder.tail;
  },
});

/** The pieces of a document between its head and its tail. */
export async function* bodyOf(
  encoder: Encoder,
  batches: Batches,
  refused?: Refused,
): AsyncGenerator<string, void> {
  let text = '';
  let isBegun = false;
  for await (const quads of batches) {
    const part = encoded(encoder, quads, refused);
    if (part === '') continue;
    text += isBegun ? encoder.between + part : part;
    isBegun = true;
    if (!isLong(text)) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** The text of what can be written of some quads. */
function encoded(encoder: Encoder, quads: readonly Quad[], refused?: Refused): string {
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
