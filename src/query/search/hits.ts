/** The records that a search finds, with their scores, read from the inverted index of either database. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { searchTables } from '../../resource/search/tables';
import { tokenOf } from '../../resource/search/searched-texts';
import { name, type Reader } from '../sql';
import { quality, wholeText, type FoundWord } from './vocabulary';

/** A question whose words were looked up. */
export interface Search {
  readonly words: readonly FoundWord[];
  /** All words as one; null for long texts. */
  readonly whole: string | null;
  /** The weights that fields may have. */
  readonly weights: readonly number[];
  /** Whether no record has all words that it should have, so that some of them suffice. */
  readonly someSuffice: boolean;
}

/** All tokens that give a word the same points. */
interface Level {
  points: number;
  tokens: string[];
}

/** The points of a word, the most first. A record gets those of the best level at which it has a token. */
function levelsOf({ words, whole, weights }: Search, { matches }: FoundWord): Level[] {
  const points = new Map<string, number>();
  const add = (token: string, given: number) => points.set(token, Math.max(given, points.get(token) ?? 0));
  for (const weight of whole === null ? [] : weights)
    add(tokenOf('whole', weight, whole ?? ''), weight * quality.exact * wholeText);
  for (const { word, weights: present, quality: matched } of matches.values()) {
    for (const weight of present) {
      add(tokenOf('word', weight, word), weight * matched);
      if (words.length === 1) add(tokenOf('whole', weight, word), weight * matched * wholeText);
    }
  }
  const levels = [...new Set(points.values())].sort((one, other) => other - one);
  return levels.map((level) => ({
    points: level,
    tokens: [...points].flatMap(([token, given]) => (given === level ? [token] : [])),
  }));
}

/**
 * The hits of a search as a relation of `id` (the number of the record in the index) and `score`.
 * Each word gives its points to every record that has it, by one look-up in the index for each level; the levels exclude each other.
 */
export function hitsOf(reader: Reader, search: Search): Sql {
  const words = search.words.map((word) => ({ word, levels: levelsOf(search, word) }));
  const required = search.someSuffice ? [] : words.filter(({ word }) => word.required);
  const isImpossible = required.some(({ word }) => word.matches.size === 0);
  if (isImpossible || words.every(({ word }) => word.matches.size === 0)) return nothing;
  const languageOf = languages[reader.dialect];
  const parts = words.flatMap(({ word, levels }) => {
    const narrowed = rarest(required.filter((other) => other.word !== word));
    return levels.map(({ points, tokens }, index) => {
      const better = levels.slice(0, index).flatMap((level) => level.tokens);
      const expression = languageOf.expression(tokens, better, narrowed);
      return sql`SELECT ${raw(`${languageOf.id} AS id, ${points} AS points, ${word.required ? 1 : 0} AS required`)} FROM ${languageOf.matching(expression)}`;
    });
  });
  const all = join(parts, ' UNION ALL ');
  // A single word gives its points to each record once; only several have to be summed up.
  if (words.length === 1) return sql`SELECT one.id AS id, one.points AS score FROM (${all}) one`;
  const have = sql`HAVING sum(several.required) >= ${raw(String(Math.max(required.length, 1)))}`;
  return sql`SELECT several.id AS id, CAST(sum(several.points) AS integer) AS score FROM (${all}) several GROUP BY several.id ${have}`;
}

/** Whether a record has all words that it should have; a statement with one row if there is one. */
export function oneWithAll({ dialect }: Reader, search: Search): Sql | null {
  const required = search.words.filter(({ required }) => required).map((word) => levelsOf(search, word));
  const tokens = required.map((levels) => levels.flatMap((level) => level.tokens));
  if (tokens.some(({ length }) => length === 0)) return null;
  const { id, all, matching } = languages[dialect];
  return sql`SELECT ${raw(id)} AS id FROM ${matching(all(tokens))} LIMIT 1`;
}

const nothing = raw('SELECT 0 AS id, 0 AS score WHERE 1 = 0');

/** The tokens of the word that has the fewest: what has none of them cannot be a hit, and need not be summed up. */
const rarest = (words: readonly { levels: readonly Level[] }[]): string[] =>
  words
    .map(({ levels }) => levels.flatMap(({ tokens }) => tokens))
    .sort((one, other) => one.length - other.length)[0] ?? [];

interface IndexLanguage {
  id: string;
  all: (oneOfEach: readonly (readonly string[])[]) => string;
  expression: (anyOf: readonly string[], noneOf: readonly string[], andAnyOf: readonly string[]) => string;
  matching: (expression: string) => Sql;
}

/** Tokens are letters and digits, so that quotation marks suffice in both languages. */
const oneInFts5 = (tokens: readonly string[]): string =>
  `(${tokens.map((token) => `"${token}"`).join(' OR ')})`;
const oneInTsquery = (tokens: readonly string[]): string =>
  `(${tokens.map((token) => `'${token}'`).join(' | ')})`;

const languages: Record<Reader['dialect'], IndexLanguage> = {
  sqlite: {
    id: 'rowid',
    all: (oneOfEach) => oneOfEach.map(oneInFts5).join(' AND '),
    expression: (anyOf, noneOf, andAnyOf) => {
      const exactly = noneOf.length > 0 ? `(${oneInFts5(anyOf)} NOT ${oneInFts5(noneOf)})` : oneInFts5(anyOf);
      return andAnyOf.length > 0 ? `${exactly} AND ${oneInFts5(andAnyOf)}` : exactly;
    },
    matching: (expression) =>
      sql`${name(searchTables.index)} WHERE ${name(searchTables.index)} MATCH ${expression}`,
  },
  postgres: {
    id: 'id',
    all: (oneOfEach) => oneOfEach.map(oneInTsquery).join(' & '),
    expression: (anyOf, noneOf, andAnyOf) =>
      [
        oneInTsquery(anyOf),
        ...(noneOf.length > 0 ? [`!${oneInTsquery(noneOf)}`] : []),
        ...(andAnyOf.length > 0 ? [oneInTsquery(andAnyOf)] : []),
      ].join(' & '),
    matching: (expression) => sql`${name(searchTables.record)} WHERE tokens @@ ${expression}::tsquery`,
  },
};
