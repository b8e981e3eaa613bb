/** Search in PostgreSQL's full-text index. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { searchTables } from '../../resource/search/tables';
import { among as isAmong, literal, name, type Reader } from '../sql';
import { mostExamined, type FrequentMatch } from './frequent';
import type { HitCriteria } from './hits';
import { tokensOf, type LeveledWord } from './levels';

/** Tokens consist of letters and digits, so quoting is sufficient. */
const oneOf = (tokens: readonly string[]): string => `(${tokens.map((token) => `'${token}'`).join(' | ')})`;

const has = (expression: string): Sql => sql`r.tokens @@ ${expression}::tsquery`;
/**
 * The words are hidden from the planner. It assumes that each word outside of the most frequent ones is in one of 200 records, so
 * it would scan the table for the thousands of expected hits, and would switch to a generic plan only at the sixth execution.
 */
const found = (expression: string): Sql =>
  sql`FROM ${name(searchTables.record)} r WHERE r.tokens @@ (SELECT ${expression}::tsquery)`;

/**
 * The index finds the records once. The points of each are then computed from its tokens, level by level.
 * @param among tokens of which a hit must have one, beside all else
 */
export function hitsInPostgres(
  reader: Reader,
  criteria: HitCriteria,
  types: readonly string[],
  among: readonly string[] = [],
): Sql {
  const { words } = criteria;
  const matched = criteria.all
    ? words.map((word) => oneOf(tokensOf(word))).join(' & ')
    : oneOf(words.flatMap(tokensOf));
  const expression = among.length > 0 ? `${oneOf(among)} & (${matched})` : matched;
  const points = words.map(({ levels }) => {
    const cases = levels.map(
      (level) => sql`WHEN ${has(oneOf(level.tokens))} THEN ${raw(String(level.points))}`,
    );
    return sql`CASE ${join(cases, ' ')} ELSE 0 END`;
  });
  const record = sql`SELECT r.key AS id, r.type AS type`;
  const where = sql`${found(expression)} AND ${isAmong(reader, raw('r.type'), types)}`;
  if (isAlways(criteria)) return sql`${record}, ${join(points, ' + ')} AS score ${where}`;
  const named = join(points.map((each, place) => sql`${each} AS ${raw(`points_${place}`)}`));
  const sum = raw(words.map((_, place) => `points_${place}`).join(' + '));
  const counted = words.map(({ factor }, place) => `CASE WHEN points_${place} > 0 THEN ${factor} ELSE 0 END`);
  // OFFSET 0 keeps PostgreSQL from computing the points once for the sum and once more for the condition.
  return sql`SELECT id, type, ${sum} AS score FROM (${record}, ${named} ${where} OFFSET 0) some_of WHERE ${raw(counted.join(' + '))} >= ${raw(String(criteria.enough))}`;
}

/** Whether what is found has enough: all words, or any of them if each is enough. */
const isAlways = ({ words, all, enough }: HitCriteria): boolean =>
  all || words.every(({ factor }) => factor >= enough);

/**
 * A statement with one row if a record has a token of each word. It is materialized, because with LIMIT 1 PostgreSQL would scan the
 * table until it finds one.
 */
export const oneInPostgres = (words: readonly LeveledWord[]): Sql =>
  sql`WITH found AS MATERIALIZED (SELECT 1 AS one ${found(words.map((word) => oneOf(tokensOf(word))).join(' & '))}) SELECT one FROM found LIMIT 1`;

/** The first records by key with these matches and none of the rare ones, among the first of all. */
export function firstInPostgres({ tokens, score }: FrequentMatch, begin: Sql, most: Sql, rare: Sql): Sql {
  const expression = tokens.map(oneOf).join(' & ');
  const first = sql`SELECT key, tokens FROM ${name(searchTables.record)} WHERE ${begin} ORDER BY key LIMIT ${literal(mostExamined)}`;
  return sql`SELECT r.key AS id, ${literal(score)} AS score FROM (${first}) r WHERE ${has(expression)} AND NOT EXISTS (SELECT 1 FROM ${rare} x WHERE x.id = r.key) ORDER BY r.key LIMIT ${most}`;
}
