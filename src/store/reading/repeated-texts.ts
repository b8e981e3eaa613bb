/** Which statements come again, so that only these are prepared: a text that is made for one request would be prepared for nothing. */
import { LRUCache } from 'lru-cache';

/** A statement longer than this, in characters, is not prepared: each connection would keep it, and clients decide how long it is. */
const longestText = 20_000;
/** The same for all texts that are remembered. */
const mostCharacters = 2_000_000;

/** Remembers so many texts, those that were seen last. */
export class RepeatedTexts {
  private readonly seen: LRUCache<string, true>;

  /** @param most how many texts are remembered. */
  constructor(most: number) {
    this.seen = new LRUCache({
      max: most,
      maxSize: mostCharacters,
      maxEntrySize: longestText,
      sizeCalculation: (_, text) => Math.max(1, text.length),
    });
  }

  /** Whether a text was seen before; from now on it was. */
  again(text: string): boolean {
    const isSeen = this.seen.get(text) ?? false;
    if (!isSeen) this.seen.set(text, true);
    return isSeen;
  }
}
