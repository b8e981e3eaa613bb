/** A cache of answers by operation, variables and language. Each entry belongs to a version of the data. */
import { LRUCache } from 'lru-cache';
import type { AnswerText } from '../answer-text';

/** Overhead per entry. */
const weightOfEntry = 300;

/** A single answer may not take a larger part of the memory. */
const largestShare = 1 / 8;

interface Cached {
  readonly version: number;
  readonly answer: AnswerText;
}

export class ResponseCache {
  private readonly cached: LRUCache<string, Cached>;

  /** @param memory maximum bytes, 0 for no caching; the least recently used are evicted */
  constructor(memory: number) {
    this.cached = new LRUCache({
      maxSize: Math.max(1, memory),
      maxEntrySize: Math.max(1, Math.floor(memory * largestShare)),
      sizeCalculation: ({ answer }, key) => answer.size + 2 * key.length + weightOfEntry,
    });
  }

  /** The answer for a version of the data. */
  get(key: string, version: number): AnswerText | undefined {
    const found = this.cached.get(key);
    return found?.version === version ? found.answer : undefined;
  }

  set(key: string, version: number, answer: AnswerText): void {
    this.cached.set(key, { version, answer });
  }

  /** Updates the size of an answer, if it is still cached. */
  grow(key: string, version: number, answer: AnswerText): void {
    if (this.cached.peek(key)?.answer === answer) this.set(key, version, answer);
  }

  clear(): void {
    this.cached.clear();
  }
}
