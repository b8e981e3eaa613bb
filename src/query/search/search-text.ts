/** The text of a search: its words, which of them are required, and their combinations. */
import { BadUserInput } from '../../errors';
import { isStopWord } from '../../resource/search/stop-words';
import { longestWord, wholeOf, wordsOf, type Word } from '../../resource/search/words';

/** A word in the text of a search. */
export interface AskedWord extends Pick<Word, 'word' | 'spelt'> {
  /** As it is written in the text. */
  readonly written: string;
  /** Whether a record must contain it. Stop words such as `the` only add to the score. */
  readonly required: boolean;
  /** Combinations with its neighbours: `aktinnum` for `aktin` in `aktin num`. */
  readonly joined: readonly string[];
}

export interface SearchText {
  readonly text: string;
  readonly words: readonly AskedWord[];
  /** All words as one; null for long texts. */
  readonly whole: string | null;
}

export const longestText = 1_000;
export const mostWords = 12;

/**
 * Parses a text. Punctuation, quotation marks and operators only separate words.
 * @param argument the argument's name, for messages
 * @throws BadUserInput for a text that is too long
 */
export function searchTextOf(text: string, argument: string): SearchText {
  if (text.length > longestText) {
    throw new BadUserInput(
      `"${argument}" has ${text.length} characters (${JSON.stringify(text.slice(0, 40))} …); at most ${longestText} are searched for. Give the words that matter.`,
    );
  }
  const all = wordsOf(text);
  const single = all.filter(({ joined }) => !joined);
  const distinct = [...new Set(single.map(({ word }) => word))];
  if (distinct.length > mostWords) {
    throw new BadUserInput(
      `"${argument}" has ${distinct.length} different words; at most ${mostWords} are searched for. Give the words that matter.`,
    );
  }
  const onlyStopWords = distinct.every(isStopWord);
  return {
    text,
    whole: wholeOf(single),
    words: distinct.flatMap((word): AskedWord[] => {
      const places = single.flatMap((candidate, place) => (candidate.word === word ? [place] : []));
      const first = single.find((candidate) => candidate.word === word);
      if (!first) return [];
      const written = text.slice(first.start, first.end);
      const required = onlyStopWords || !isStopWord(word);
      return [{ word, spelt: first.spelt, written, required, joined: joinedWith(all, single, places) }];
    }),
  };
}

const glued = /(?<=\p{L})(?=\p{N})/gu;

/** The text with letters and digits separated in some of its words, such as NATON 20 for NATON20. Null if that changes nothing or is too long. */
export function partedSearchText({ text }: SearchText, words: readonly AskedWord[]): SearchText | null {
  const parted = words.reduce(
    (all, { written }) => all.replaceAll(written, written.replace(glued, ' ')),
    text,
  );
  const distinct = new Set(wordsOf(parted).flatMap(({ word, joined }) => (joined ? [] : word)));
  const fits = parted.length <= longestText && distinct.size <= mostWords;
  return parted !== text && fits ? searchTextOf(parted, 'text') : null;
}

/** The combinations of a word: with the one before, with the one after, and with all words that punctuation joins to it. */
function joinedWith(all: readonly Word[], single: readonly Word[], places: readonly number[]): string[] {
  const joined = places.flatMap((place) => {
    const [before, here, after] = [single[place - 1], single[place], single[place + 1]];
    if (!here) return [];
    const around = all.filter((other) => other.joined && other.start <= here.start && other.end >= here.end);
    return [
      ...(before ? [before.word + here.word] : []),
      ...(after ? [here.word + after.word] : []),
      ...around.map(({ word }) => word),
    ];
  });
  return [...new Set(joined)].filter((word) => word.length <= longestWord);
}
