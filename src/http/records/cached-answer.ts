/** Answers at the addresses of records in the cache of answers, until a class that they were read from is written. */
import { ReadSet } from '../../query/read-set';
import type { Versions } from '../../resource/versions';
import { AnswerText } from '../answer-text';
import type { ResponseCache } from '../graphql/response-cache';

/** A text with the headers that belong to it. */
export class WrittenText extends AnswerText {
  /**
   * @param headers in the form of `response.set`
   * @param form the name of the representation: two of them may have the same text, as Turtle and TriG, but are told apart
   */
  constructor(
    text: string,
    readonly headers: Readonly<Record<string, string>>,
    private readonly form: string,
  ) {
    super(Buffer.from(text));
  }

  override get etag(): string {
    return super.etag.replace(/"$/, `-${this.form}"`);
  }

  override get size(): number {
    return super.size + JSON.stringify(this.headers).length;
  }
}

export interface CachedAnswersOptions {
  /** Null if answers are not cached. */
  readonly responses: ResponseCache | null;
  readonly versions: () => Versions | Promise<Versions>;
}

/** Keys of parameters that nobody needs would fill the cache. */
const longestKey = 2_000;

/** The cache, for the answer with one key. */
export class CachedAnswer {
  readonly reads = new ReadSet();

  private constructor(
    private readonly responses: ResponseCache,
    private readonly key: string,
    private readonly versions: Versions,
  ) {}

  /** @returns null if the answer cannot be cached */
  static async at(key: string, { responses, versions }: CachedAnswersOptions): Promise<CachedAnswer | null> {
    if (!responses || key.length > longestKey) return null;
    const now = await Promise.resolve(versions()).catch(() => null);
    return now && new CachedAnswer(responses, key, now);
  }

  get answer(): WrittenText | null {
    const found = this.responses.get(this.key, this.versions);
    return found instanceof WrittenText ? found : null;
  }

  /** Keeps an answer that was read through `reads`. */
  set(answer: WrittenText): void {
    const { classes } = this.reads;
    if (classes === 'everything' || classes.length > 0)
      this.responses.set(this.key, answer, { versions: this.versions, classes });
  }

  /** Counts the compressed form, which was made when the answer was sent. */
  grow(answer: WrittenText): void {
    this.responses.grow(this.key, answer);
  }
}
