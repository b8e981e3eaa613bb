/** Detects statements that are repeated. Only these are prepared: for a one-off text that would be wasted. */
import { LRUCache } from 'lru-cache';

/** Longer statements are never prepared, because each connection would keep them, and their length depends on clients. */
const longestText = 20_000;
/** Total length of all remembered texts. */
const mostCharacters = 2_000_000;

/** Remembers the most recent texts. */
export class RepeatedTexts {
  private readonly seen: LRUCache<string, true>;

  /** @param most number of texts to remember */
  constructor(most: number) {
    this.seen = new LRUCache({
      max: most,
      maxSize: mostCharacters,
      maxEntrySize: longestText,
      sizeCalculation: (_, text) => Math.max(1, text.length),
    });
  }

  /** Whether the text was seen before. Remembers it. */
  again(text: string): boolean {
    const isSeen = this.seen.get(text) ?? false;
    if (!isSeen) this.seen.set(text, true);
    return isSeen;
  }
}
