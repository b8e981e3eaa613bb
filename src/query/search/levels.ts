/** The points that a word gives to a record: by how well it matches, and by the weight of the field in which it stands. */
import { tokenOf } from '../../resource/search/searched-texts';
import type { Search } from './hits';
import { nothingElse, quality, type FoundWord } from './vocabulary';

/** All tokens that give a word the same points. */
export interface Level {
  readonly points: number;
  readonly tokens: readonly string[];
}

/** A word with its levels, the most points first. A record gets those of the first level of which it has a token. */
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
