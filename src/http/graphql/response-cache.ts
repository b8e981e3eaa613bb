/** Answers by operation, variables and language, each of one version of the data. */
import { LRUCache } from 'lru-cache';
import type { AnswerText } from '../answer-text';

/** What an entry takes beside its text and its key. */
const weightOfEntry = 300;

/** One answer must not push out all others. */
const largestShare = 1 / 8;

interface Cached {
  readonly version: number;
  readonly answer: AnswerText;
}

export class ResponseCache {
  private readonly cached: LRUCache<string, Cached>;

  /** @param memory bytes for all of them, 0 for none; the least recently used are forgotten first. */
  constructor(memory: number) {
    this.cached = new LRUCache({
      maxSize: Math.max(1, memory),
      maxEntrySize: Math.max(1, Math.floor(memory * largestShare)),
      sizeCalculation: ({ answer }, key) => answer.size + 2 * key.length + weightOfEntry,
    });
  }

  /** The answer to a question over one version of the data. */
  get(key: string, version: number): AnswerText | undefined {
    const found = this.cached.get(key);
    return found?.version === version ? found.answer : undefined;
  }

  set(key: string, version: number, answer: AnswerText): void {
    this.cached.set(key, { version, answer });
  }

  /** Counts anew what an answer takes, if it is still cached. */
  grow(key: string, version: number, answer: AnswerText): void {
    if (this.cached.peek(key)?.answer === answer) this.set(key, version, answer);
  }

  clear(): void {
    this.cached.clear();
  }
}
