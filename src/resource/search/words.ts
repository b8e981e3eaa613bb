/** Splits a text into words. Words joined only by punctuation also count as one word. */
import { fold, withoutDigraphs, type Folded } from './fold';

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
    if (/^\s/u.test(run)) close();
    else group.push(wordAt(folded, index, index + run.length));
  }
  close();
  return words;
}

function wordAt({ text, starts, ends }: Folded, from: number, to: number): Word {
  const until = from + cut(text.slice(from, to)).length;
  const spelt = text.slice(from, until);
  const folded = withoutDigraphs({
    text: spelt,
    starts: starts.slice(from, until),
    ends: ends.slice(from, until),
  });
  return {
    word: folded.text,
    spelt,
    start: starts[from] ?? 0,
    end: ends[to - 1] ?? 0,
    folded,
    joined: false,
  };
}

function joinedOf(group: readonly Word[]): Word[] {
  const [first, last] = [group.at(0), group.at(-1)];
  const spelt = group.map((part) => part.spelt).join('');
  if (!first || !last || group.length < 2 || group.length > mostJoined || spelt.length > longestWord)
    return [];
  const folded = {
    text: group.map(({ word }) => word).join(''),
    starts: group.flatMap((part) => part.folded.starts),
    ends: group.flatMap((part) => part.folded.ends),
  };
  return [{ word: folded.text, spelt, start: first.start, end: last.end, folded, joined: true }];
}

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
