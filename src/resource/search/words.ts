/** Splits a text into words. Words joined only by punctuation also count as one word. */
import { comparable, fold, withoutDigraphs, type Folded } from './fold';
import { remembered } from './remembered';

/** A word in a text. */
export interface Word {
  /** In compared form, which is the same for every spelling: `universitatsklinikum`. */
  readonly word: string;
  /** Folded but with digraphs, from which stems are made: `universitaetsklinikum`. */
  readonly spelt: string;
  /** Its range in the text. */
  readonly start: number;
  readonly end: number;
  /** Its letters with their positions. */
  readonly folded: Folded;
  /** Whether it consists of several words joined by punctuation, such as `aktinnum` for AKTIN@NUM. */
  readonly joined: boolean;
}

/** Words are cut to this length. */
export const longestWord = 64;
const mostJoined = 5;

/** The words of a text in order. Words joined by punctuation are followed by their combination. */
export function wordsOf(text: string): Word[] {
  const folded = fold(text);
  const words: Word[] = [];
  let group: Word[] = [];
  const close = (): void => {
    words.push(...group, ...joinedOf(group));
    group = [];
  };
  for (const { 0: run, index } of folded.text.matchAll(/[\p{L}\p{N}]+|\s+/gu)) {
    if (isSpace(run)) close();
    else group.push(wordAt(folded, index, index + run.length));
  }
  close();
  return words;
}

/** Where its letters stand is asked of few words. */
class WordOfText implements Word {
  readonly word: string;
  readonly joined = false;

  constructor(
    private readonly text: Folded,
    private readonly from: number,
    private readonly to: number,
    readonly spelt: string,
  ) {
    this.word = inComparedForm(spelt);
  }

  get start(): number {
    return this.text.starts[this.from] ?? 0;
  }

  get end(): number {
    return this.text.ends[this.to - 1] ?? 0;
  }

  get folded(): Folded {
    const { text, from, spelt } = this;
    const until = from + spelt.length;
    return withoutDigraphs({
      text: spelt,
      starts: text.starts.slice(from, until),
      ends: text.ends.slice(from, until),
    });
  }
}

const inComparedForm = remembered(comparable);

const wordAt = (folded: Folded, from: number, to: number): Word =>
  new WordOfText(folded, from, to, cut(folded.text.slice(from, to)));

function joinedOf(group: readonly Word[]): Word[] {
  if (group.length < 2 || group.length > mostJoined) return [];
  const [first, last] = [group.at(0), group.at(-1)];
  const spelt = group.map((part) => part.spelt).join('');
  if (!first || !last || spelt.length > longestWord) return [];
  const folded = {
    text: group.map(({ word }) => word).join(''),
    starts: group.flatMap((part) => part.folded.starts),
    ends: group.flatMap((part) => part.folded.ends),
  };
  return [{ word: folded.text, spelt, start: first.start, end: last.end, folded, joined: true }];
}

const isSpace = (run: string): boolean => run === ' ' || /^\s/u.test(run);

const cut = (word: string): string =>
  word.length <= longestWord ? word : word.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/, '');

const mostInWhole = 12;
const longestWhole = 100;

/** All words of a short text as one, to find texts that match a search exactly; null for longer texts. */
export function wholeOf(words: readonly Word[]): string | null {
  const parts = words.filter(({ joined }) => !joined);
  const whole = parts.map(({ word }) => word).join('');
  const fits = parts.length > 0 && parts.length <= mostInWhole && whole.length <= longestWhole;
  return fits ? whole : null;
}

/** Whether a word is not only a number. */
export const hasLetters = (word: string): boolean => /\p{L}/u.test(word);
