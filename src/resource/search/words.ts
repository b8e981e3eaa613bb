/** The words of a text: what stands between signs and spaces, and what only signs hold together as one. */
import { fold, withoutDigraphs, type Folded } from './fold';

/** A word of a text. */
export interface Word {
  /** As it is compared: `universitatsklinikum` for every spelling. */
  readonly word: string;
  /** As it is folded but still spelt, `universitaetsklinikum`: stems are made of it. */
  readonly spelt: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Its letters with the places of each. */
  readonly folded: Folded;
  /** Whether it is several words that signs hold together, such as `aktinnum` for AKTIN@NUM. */
  readonly joined: boolean;
}

/** Words are compared up to this length; databases keep no endless ones. */
export const longestWord = 64;
const mostJoined = 5;

/** The words of a text in their order; words that signs hold together follow their parts once more as one. */
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

/** All words of a short text as one, by which a text that says exactly what is searched for is known; null for longer ones. */
export function wholeOf(words: readonly Word[]): string | null {
  const parts = words.filter(({ joined }) => !joined);
  const whole = parts.map(({ word }) => word).join('');
  const fits = parts.length > 0 && parts.length <= mostInWhole && whole.length <= longestWhole;
  return fits ? whole : null;
}

/** Whether a word is more than a number. */
export const hasLetters = (word: string): boolean => /\p{L}/u.test(word);
