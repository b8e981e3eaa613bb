/**
 * The first page of a search for words that very many records have. Collecting all of them to sort them by score and key takes seconds;
 * the best of them, in the order of their keys, are met among the first records.
 */
import { tokenOf } from '../../resource/search/tokens';
import type { Search } from './hits';
import { leveled, type LeveledWord } from './levels';
import type { FoundWord } from './vocabulary';

/** From so many records on, a word is frequent. */
export const frequentFrom = 50_000;

/** So many records are looked at in the order of their keys. If they do not fill the page, all hits are collected. */
export const mostExamined = 1_000;

/** The best match of each word that is frequent. What has it in all words has a score that few hits exceed. */
export interface FrequentMatch {
  readonly words: readonly LeveledWord[];
  /** For each word the frequent tokens of its best frequent match, one of which a record must have. */
  readonly tokens: readonly (readonly string[])[];
  readonly score: number;
  /** The rare tokens of matches that are as good or better: records with one of them are collected, and have any score. */
  readonly rare: readonly string[];
}

/** Null if a word of the search is not frequent, or the rare matches are in too many records to be collected beside. */
export function frequentMatch(search: Search): FrequentMatch | null {
  if (search.someSuffice || search.words.length === 0) return null;
  const words = search.words.map((word) => leveled(search, word, 1));
  const best = search.words.map((word, place) => bestFrequent(search.frequentFrom, word, words[place]));
  const found = best.flatMap((each) => each ?? []);
  if (found.length < best.length) return null;
  return {
    words,
    tokens: found.map(({ tokens }) => tokens),
    score: found.reduce((sum, { points }) => sum + points, 0),
    rare: found.flatMap(({ rare }) => rare),
  };
}

interface BestFrequent {
  tokens: readonly string[];
  points: number;
  rare: readonly string[];
}

function bestFrequent(
  from: number,
  { matches }: FoundWord,
  { levels }: LeveledWord = { factor: 1, levels: [] },
): BestFrequent | null {
  const records = new Map(matches.map((each) => [tokenOf(each.kind, each.weight, each.word), each.records]));
  const recordsWith = (token: string): number => records.get(token) ?? 0;
  const isFrequent = (token: string): boolean => recordsWith(token) >= from;
  const index = levels.findIndex(({ tokens }) => tokens.some(isFrequent));
  const level = levels[index];
  if (!level) return null;
  const rare = levels
    .slice(0, index + 1)
    .flatMap(({ tokens }) => tokens)
    .filter((token) => !isFrequent(token));
  if (rare.reduce((sum, token) => sum + recordsWith(token), 0) > from) return null;
  return { points: level.points, tokens: level.tokens.filter(isFrequent), rare };
}
