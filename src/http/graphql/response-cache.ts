/** A cache of answers by operation, variables and language. An entry is valid until a class that it was read from is written. */
import { LRUCache } from 'lru-cache';
import type { ReadClasses, Versions } from '../../resource/versions';
import type { AnswerText } from '../answer-text';

/** Overhead per entry, and per class of an entry. */
const weightOfEntry = 300;
const weightOfClass = 8;

/** A single answer may not take a larger part of the memory. */
const largestShare = 1 / 8;

/** What an answer was made from. */
export interface MadeOf {
  /** The versions of the data before anything was read. */
  readonly versions: Versions;
  /** The classes that it was read from. */
  readonly classes: ReadClasses;
}

interface Cached {
  readonly answer: AnswerText;
  /** The overall version before anything was read. Valid as long as no later write touched one of the classes. */
  readonly number: number;
  readonly classes: ReadClasses;
}

export class ResponseCache {
  private readonly cached: LRUCache<string, Cached>;
  private epoch = 0;

  /** @param memory maximum bytes, 0 for no caching; the least recently used are evicted */
  constructor(memory: number) {
    this.cached = new LRUCache({
      maxSize: Math.max(1, memory),
      maxEntrySize: Math.max(1, Math.floor(memory * largestShare)),
      sizeCalculation: ({ answer, classes }, key) =>
        answer.size + 2 * key.length + weightOfEntry + weightOfClass * classes.length,
    });
  }

  /** The answer that is valid for these versions of the data. */
  get(key: string, versions: Versions): AnswerText | undefined {
    if (!this.isOfEpoch(versions)) return undefined;
    const found = this.cached.get(key);
    return found && versions.of(found.classes) <= found.number ? found.answer : undefined;
  }

  set(key: string, answer: AnswerText, { versions, classes }: MadeOf): void {
    if (this.isOfEpoch(versions)) this.cached.set(key, { answer, number: versions.number, classes });
  }

  /** Updates the size of an answer, if it is still cached. */
  grow(key: string, answer: AnswerText): void {
    const found = this.cached.peek(key);
    if (found?.answer === answer) this.cached.set(key, { ...found });
  }

  clear(): void {
    this.cached.clear();
  }

  /** Whether versions can be compared with those of the entries. A new epoch evicts all of them. */
  private isOfEpoch({ epoch }: Versions): boolean {
    if (epoch > this.epoch) {
      this.epoch = epoch;
      this.clear();
    }
    return epoch === this.epoch;
  }
}
