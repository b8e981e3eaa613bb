/** The words of texts, and the concepts that they name. */
import { LRUCache } from 'lru-cache';
import { getOrMake } from '../../maps';
import { conceptsIn } from '../../resource/search/concepts';
import { wordsOf, type Word } from '../../resource/search/words';

/** What a text consists of, whatever is searched for. */
class ReadText {
  readonly words: readonly Word[];
  private named: ReturnType<typeof conceptsIn> | undefined;

  constructor(
    text: string,
    private readonly language: string | null,
  ) {
    this.words = wordsOf(text);
  }

  get concepts(): ReturnType<typeof conceptsIn> {
    this.named ??= conceptsIn(this.words, this.language);
    return this.named;
  }
}

/** The texts of records that many searches find are read once. */
const readTexts = new LRUCache<string, ReadText>({
  /** Characters of the texts. */
  maxSize: 200_000,
  sizeCalculation: (_, key) => key.length,
});

/** A text as it is read, whatever is searched for in it. */
export const readText = (text: string, language: string | null): ReadText =>
  getOrMake(readTexts, `${language ?? ''} ${text}`, () => new ReadText(text, language));
