/** The text of a search: its words, their combinations, and what they may stand for as a whole. */
import { BadUserInput } from '../../errors';
import { conceptsNamed, type NamedConcept } from '../../resource/search/concepts';
import { codesIn, identifiersIn, tokenTextOf } from '../../resource/search/searched-identifiers';
import { isStopWord } from '../../resource/search/stop-words';
import { longestWord, wholeOf, wordsOf, type Word } from '../../resource/search/words';

/** A word in the text of a search, or an identifier, which is one word whatever signs it has. */
export interface QueryWord extends Pick<Word, 'word' | 'spelt'> {
  /** As it is written in the text. */
  readonly written: string;
  /** Combinations with its neighbours: `aktinnum` for `aktin` in `aktin num`. */
  readonly joined: readonly string[];
  /** The concepts of the thesaurus that it names, alone or with its neighbours. */
  readonly concepts: readonly string[];
  /** What stands in the index for the identifiers that it may be. */
  readonly identifiers: readonly string[];
  /** Whether it can be nothing else than an identifier. */
  readonly isIdentifier: boolean;
}

export interface SearchText {
  readonly text: string;
  readonly words: readonly QueryWord[];
  /** All words as one; null for long texts. */
  readonly whole: string | null;
}

export const longestText = 1_000;
export const mostWords = 12;

/**
 * Parses a text. Punctuation, quotation marks and operators only separate words, except within identifiers.
 * @param argument the argument's name, for messages
 * @throws BadUserInput for a text that is too long
 */
export function searchTextOf(text: string, argument: string): SearchText {
  if (text.length > longestText) {
    throw new BadUserInput(
      `"${argument}" has ${text.length} characters (${JSON.stringify(text.slice(0, 40))} …); at most ${longestText} are searched for. Give the words that matter.`,
    );
  }
  const alone = identifierOf(text.trim());
  if (alone) return { text, whole: null, words: [alone] };
  const parts = text.split(/\s+/).filter((part) => part !== '');
  const identifiers = parts.flatMap((part) => identifierOf(withoutEnds(part)) ?? []);
  const rest = identifiers.reduce((left, { written }) => left.replaceAll(written, ' '), text);
  const found = wordsIn(rest);
  const words = [...new Map([...identifiers, ...found].map((each) => [each.word, each])).values()];
  if (words.length > mostWords) {
    throw new BadUserInput(
      `"${argument}" has ${words.length} different words; at most ${mostWords} are searched for. Give the words that matter.`,
    );
  }
  return { text, words, whole: identifiers.length > 0 ? null : wholeOf(wordsOf(text)) };
}

/** A part of a text as an identifier; null if it may be something else. */
function identifierOf(written: string): QueryWord | null {
  const identifiers = identifiersIn(written).map(tokenTextOf);
  const [first] = identifiers;
  if (first === undefined) return null;
  return { word: first, spelt: first, written, joined: [], concepts: [], identifiers, isIdentifier: true };
}

/** A part of a text without brackets and punctuation around it. */
const withoutEnds = (part: string): string => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** The words of a text without stop words, unless it has no others. */
function wordsIn(text: string): QueryWord[] {
  const all = wordsOf(text);
  const single = all.filter(({ joined }) => !joined);
  const distinct = [...new Set(single.map(({ word }) => word))];
  const counting = distinct.filter((word) => !isStopWord(word));
  const named = conceptsNamed(all);
  const codes = codesOf(text);
  return (counting.length > 0 ? counting : distinct).flatMap((word): QueryWord[] => {
    const places = single.flatMap((candidate, place) => (candidate.word === word ? [place] : []));
    const first = single.find((candidate) => candidate.word === word);
    if (!first) return [];
    const within = codes.filter(({ start, end }) =>
      places.some((place) => {
        const here = single[place];
        return here !== undefined && here.start >= start && here.end <= end;
      }),
    );
    return [
      {
        word,
        spelt: first.spelt,
        written: text.slice(first.start, first.end),
        joined: joinedWith(all, single, places),
        concepts: [
          ...new Set(
            longest(named)
              .filter((each) => places.some((place) => covers(each, place)))
              .map(({ concept }) => concept),
          ),
        ],
        identifiers: [...new Set(within.map(({ token }) => token))],
        isIdentifier: false,
      },
    ];
  });
}

const covers = ({ from, until }: NamedConcept, place: number): boolean => from <= place && place < until;

/** Without concepts that are named within another one: `rare` in `rare diseases`. */
const longest = (named: readonly NamedConcept[]): NamedConcept[] =>
  named.filter(
    (one) =>
      !named.some(
        (other) =>
          other.from <= one.from &&
          other.until >= one.until &&
          other.until - other.from > one.until - one.from,
      ),
  );

/** The parts of a text that may be codes of sites, with their ranges. */
const codesOf = (text: string): { token: string; start: number; end: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}-]+/gu)].flatMap(({ 0: part, index }) =>
    codesIn(part).map((code) => ({ token: tokenTextOf(code), start: index, end: index + part.length })),
  );

const glued = /(?<=\p{L})(?=\p{N})/gu;

/** The text with letters and digits separated in some of its words, such as NATON 20 for NATON20. Null if that changes nothing or is too long. */
export function partedSearchText({ text }: SearchText, words: readonly QueryWord[]): SearchText | null {
  const parted = words
    .filter(({ isIdentifier }) => !isIdentifier)
    .reduce((all, { written }) => all.replaceAll(written, written.replace(glued, ' ')), text);
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
