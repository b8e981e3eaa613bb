/** Answers that are kept until the data changes: the same question in the same language gets the same text. */
import { LRUCache } from 'lru-cache';
import type { AnswerText } from '../answer-text';

/** What an entry takes beside its text and its key. */
const weightOfEntry = 300;

/** One answer must not push out all others. */
const largestShare = 1 / 8;

interface Kept {
  readonly version: number;
  readonly answer: AnswerText;
}

export class KeptAnswers {
  private readonly kept: LRUCache<string, Kept>;

  /** @param memory bytes for all of them; the least recently used are forgotten first. */
  constructor(memory: number) {
    this.kept = new LRUCache({
      maxSize: memory,
      maxEntrySize: Math.max(1, Math.floor(memory * largestShare)),
      sizeCalculation: ({ answer }, key) => answer.size + 2 * key.length + weightOfEntry,
    });
  }

  /** The answer to a question over one version of the data. */
  get(key: string, version: number): AnswerText | undefined {
    const found = this.kept.get(key);
    return found?.version === version ? found.answer : undefined;
  }

  keep(key: string, version: number, answer: AnswerText): void {
    this.kept.set(key, { version, answer });
  }

  /** Counts anew what an answer takes, if it is still kept. */
  grow(key: string, version: number, answer: AnswerText): void {
    if (this.kept.peek(key)?.answer === answer) this.keep(key, version, answer);
  }

  forget(): void {
    this.kept.clear();
  }
}
