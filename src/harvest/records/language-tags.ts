/** Which of several texts in one language stands for it. */
import type { Quad } from '@rdfjs/types';

/** Extensions of a tag: easy language (`de-x-leicht`), or what a machine has translated (`en-t-de-t0-mtec`). */
const extended = /-[a-z\d]-/i;

const rankOf = ({ object }: Quad): number =>
  object.termType !== 'Literal'
    ? 0
    : extended.test(object.language)
      ? 2
      : object.language.includes('-')
        ? 1
        : 0;

/** The text of the language itself counts before those of a region, and these before what is adapted or translated. */
export const plainTagsFirst = (quads: readonly Quad[]): readonly Quad[] =>
  quads.some((quad) => rankOf(quad) > 0)
    ? [...quads].sort((one, other) => rankOf(one) - rankOf(other))
    : quads;
