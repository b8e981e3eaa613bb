/** The points that a word gives to a record, by the quality of the match and the weight of the field. */
import { tokenOf } from '../../resource/search/tokens';
import type { Search } from './hits';
import { nothingElse, quality } from './look-ups';
import type { FoundWord } from './vocabulary';

/** All tokens that give the same points for a word. */
export interface Level {
  readonly points: number;
  readonly tokens: readonly string[];
}

/** A word with its levels, most points first. A record gets the points of the first level of which it has a token. */
export interface LeveledWord {
  /** How much the word counts beside the others. */
  readonly factor: number;
  readonly levels: readonly Level[];
}

export const tokensOf = ({ levels }: LeveledWord): string[] => levels.flatMap(({ tokens }) => tokens);

export function leveled(
  { words, whole, weights }: Search,
  { matches }: FoundWord,
  factor: number,
): LeveledWord {
  const points = new Map<string, number>();
  const add = (token: string, given: number) =>
    points.set(token, Math.max(given * factor, points.get(token) ?? 0));
  for (const weight of whole === null || matches.length === 0 ? [] : weights)
    add(tokenOf('whole', weight, whole ?? ''), weight * (quality.exact + nothingElse));
  for (const { kind, word, weight, quality: matched } of matches) {
    add(tokenOf(kind, weight, word), weight * matched);
    if (words.length === 1 && (kind === 'word' || kind === 'english'))
      add(tokenOf('whole', weight, word), weight * (matched + nothingElse));
  }
  const levels = [...new Set(points.values())].sort((one, other) => other - one);
  return {
    factor,
    levels: levels.map((level) => ({
      points: level,
      tokens: [...points].flatMap(([token, given]) => (given === level ? [token] : [])),
    })),
  };
}
