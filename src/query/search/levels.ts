/** The points that a word gives to a record, by the quality of the match and the weight of the field. */
import { tokenOf } from '../../resource/search/searched-texts';
import type { Search } from './hits';
import { nothingElse, quality, type FoundWord } from './vocabulary';

/** All tokens that give the same points for a word. */
export interface Level {
  readonly points: number;
  readonly tokens: readonly string[];
}

/** A word with its levels, most points first. A record gets the points of the first level of which it has a token. */
export interface LeveledWord {
  readonly required: boolean;
  readonly levels: readonly Level[];
}

export const tokensOf = ({ levels }: LeveledWord): string[] => levels.flatMap(({ tokens }) => tokens);

export function leveled({ words, whole, weights }: Search, { required, matches }: FoundWord): LeveledWord {
  const points = new Map<string, number>();
  const add = (token: string, given: number) => points.set(token, Math.max(given, points.get(token) ?? 0));
  for (const weight of whole === null || matches.size === 0 ? [] : weights)
    add(tokenOf('whole', weight, whole ?? ''), weight * (quality.exact + nothingElse));
  for (const { word, weights: present, quality: matched } of matches.values()) {
    for (const weight of present) {
      add(tokenOf('word', weight, word), weight * matched);
      if (words.length === 1) add(tokenOf('whole', weight, word), weight * (matched + nothingElse));
    }
  }
  const levels = [...new Set(points.values())].sort((one, other) => other - one);
  return {
    required,
    levels: levels.map((level) => ({
      points: level,
      tokens: [...points].flatMap(([token, given]) => (given === level ? [token] : [])),
    })),
  };
}
