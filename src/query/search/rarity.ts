/** How much each word of a search counts where some of them suffice: a rare one says more of what is meant than a frequent one. */
import { quality } from './look-ups';
import type { FoundWord } from './vocabulary';

/** A word that is in half as many records counts one more, up to this. */
const mostFactor = 4;

/** Of all that the words of a text count, what a record must have. */
const enough = 0.4;

/** In about how many records a word is. One that has it in several texts is counted once; one that has two of its forms, twice. */
function recordsWith({ matches }: FoundWord): number {
  const words = new Map<string, number>();
  let concepts = 0;
  for (const { kind, word, records } of matches) {
    if (kind === 'concept') concepts = Math.max(concepts, records);
    else words.set(word, Math.max(records, words.get(word) ?? 0));
  }
  return Math.max(
    concepts,
    [...words.values()].reduce((sum, records) => sum + records, 0),
  );
}

/** Whether a word is only found within others, or in quotations: that it is rare then says nothing. */
const isInside = ({ matches }: FoundWord): boolean =>
  matches.every(
    ({ kind, quality: matched }) => kind === 'quoted' || (kind !== 'concept' && matched < quality.beginning),
  );

/** What each word counts: 1 for the most frequent one. Words that are nowhere do not count. */
export function factorsOf(words: readonly FoundWord[]): number[] {
  const most = Math.max(...words.map(recordsWith));
  return words.map((word) =>
    isInside(word) ? 1 : Math.min(mostFactor, 1 + Math.floor(Math.log2(most / recordsWith(word)))),
  );
}

/** What the words of a record must count together, by the factors of the words that are somewhere. The rarest word is always enough. */
export const neededOf = (factors: readonly number[]): number =>
  Math.min(Math.max(...factors), Math.floor(enough * factors.reduce((sum, factor) => sum + factor, 0)));
