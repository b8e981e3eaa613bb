/** Makes a document of batches, in pieces that are worth sending. */
import type { Quad } from '@rdfjs/types';
import type { Encoder } from './encoder';
import type { Batches, RdfFormat } from './format';
import { same } from './terms';
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
  for await (const quads of batches)
    for (const some of inSlices(quads)) {
      const part = encoded(encoder, some, refused);
      if (part === '') continue;
      text += isBegun ? encoder.between + part : part;
      isBegun = true;
      if (!isLong(text)) continue;
      yield text;
      text = '';
    }
  if (text !== '') yield text;
}

/** Quads that become one text: V8 asks the system for the memory of each text of more than 128 KB, which takes longer than writing it. */
const mostAtOnce = 200;

/** Quads in slices, of which each ends with all that is said of a node: so their texts are those of all quads together. */
function* inSlices(quads: readonly Quad[]): Generator<readonly Quad[]> {
  let from = 0;
  for (let place = mostAtOnce; place < quads.length; place += 1) {
    if (!isNewNode(quads[place - 1], quads[place])) continue;
    yield quads.slice(from, place);
    from = place;
    place += mostAtOnce;
  }
  yield from === 0 ? quads : quads.slice(from);
}

/** Whether a quad begins another node, outside of named graphs. */
const isNewNode = (before: Quad | undefined, quad: Quad | undefined): boolean =>
  before !== undefined &&
  quad !== undefined &&
  before.graph.termType === 'DefaultGraph' &&
  quad.graph.termType === 'DefaultGraph' &&
  !same(before.subject, quad.subject);

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
