/** Search in SQLite's FTS5 index. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { searchTables } from '../../resource/search/tables';
import { among as isAmong, literal, name, type Reader } from '../sql';
import { mostExamined, type FrequentMatch } from './frequent';
import type { HitCriteria } from './hits';
import { tokensOf, type LeveledWord } from './levels';

const { index, record } = searchTables;

/** Tokens consist of letters and digits, so quoting is sufficient. */
const oneOf = (tokens: readonly string[]): string => `(${tokens.map((token) => `"${token}"`).join(' OR ')})`;

const matching = (columns: string, expression: string): Sql =>
  sql`SELECT rowid AS id, ${raw(columns)} FROM ${name(index)} WHERE ${name(index)} MATCH ${expression}`;

/**
 * Each word gives points to every record that contains it, with one look-up per level; a record belongs to one level only. FTS5
 * cannot inspect a row that it found, but finds a hundred thousand rows in a few milliseconds.
 * @param among tokens of which a hit must have one, beside all else
 */
export function hitsInSqlite(
  reader: Reader,
  { words, all, enough }: HitCriteria,
  types: readonly string[],
  among: readonly string[] = [],
): Sql {
  const lookUps = words.flatMap((word) => {
    const narrowing = all ? rarest(words.filter((other) => other !== word)) : [];
    return word.levels.map(({ points, tokens }, level) => {
      const better = word.levels.slice(0, level).flatMap((each) => each.tokens);
      const exactly = better.length > 0 ? `(${oneOf(tokens)} NOT ${oneOf(better)})` : oneOf(tokens);
      const expression = [exactly, ...[narrowing, among].filter(isSome).map(oneOf)].join(' AND ');
      return matching(`${points} AS score, ${word.factor} AS factor`, expression);
    });
  });
  const each = join(lookUps, ' UNION ALL ');
  // A single word gives points to each record only once, so nothing has to be summed.
  const hits =
    words.length === 1
      ? each
      : sql`SELECT id, sum(score) AS score FROM (${each}) GROUP BY id HAVING sum(factor) >= ${raw(String(enough))}`;
  // CROSS JOIN fixes the join order, as SQLite cannot estimate the number of hits. https://sqlite.org/optoverview.html#crossjoin
  return sql`SELECT r.key AS id, r.type AS type, h.score AS score FROM (${hits}) h CROSS JOIN ${name(record)} r ON r.id = h.id WHERE ${isAmong(reader, raw('r.type'), types)}`;
}

/** A statement with one row if a record has a token of each word. */
export const oneInSqlite = (words: readonly LeveledWord[]): Sql =>
  sql`${matching('1 AS one', words.map((word) => oneOf(tokensOf(word))).join(' AND '))} LIMIT 1`;

/** The tokens of the word with the fewest. A record without any of them cannot be a hit and is not summed. */
const rarest = (words: readonly LeveledWord[]): string[] =>
  words.map(tokensOf).sort((one, other) => one.length - other.length)[0] ?? [];

const isSome = (tokens: readonly string[]): boolean => tokens.length > 0;

/** The first records by key with these matches and none of the rare ones, among the first of all. */
export function firstInSqlite({ tokens, score }: FrequentMatch, begin: Sql, most: Sql, rare: Sql): Sql {
  const expression = tokens.map(oneOf).join(' AND ');
  const first = sql`SELECT id, key FROM ${name(record)} WHERE ${begin} ORDER BY key LIMIT ${literal(mostExamined)}`;
  const has = sql`EXISTS (SELECT 1 FROM ${name(index)} WHERE rowid = r.id AND ${name(index)} MATCH ${expression})`;
  return sql`SELECT r.key AS id, ${literal(score)} AS score FROM (${first}) r WHERE ${has} AND r.key NOT IN (SELECT id FROM ${rare}) ORDER BY r.key LIMIT ${most}`;
}
