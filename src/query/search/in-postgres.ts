/** Asks the full-text search of PostgreSQL for the records that have tokens. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { searchTables } from '../../resource/search/tables';
import { among, name, type Reader } from '../sql';
import { tokensOf, type LeveledWord } from './levels';

/** Tokens are letters and digits, so that quotation marks suffice. */
const oneOf = (tokens: readonly string[]): string => `(${tokens.map((token) => `'${token}'`).join(' | ')})`;

const has = (expression: string): Sql => sql`r.tokens @@ ${expression}::tsquery`;
/**
 * For the condition that finds the records, PostgreSQL must not see the words: it takes each that is not among the most frequent for one in
 * 200 records, finds that thousands are best looked for by reading a whole table, and only the sixth time that this is no better than not knowing.
 */
const found = (expression: string): Sql =>
  sql`FROM ${name(searchTables.record)} r WHERE r.tokens @@ (SELECT ${expression}::tsquery)`;

/** The index finds the records once; the points of each are then read off its tokens, level by level. */
export function hitsInPostgres(
  reader: Reader,
  words: readonly LeveledWord[],
  needed: readonly LeveledWord[],
  types: readonly string[],
): Sql {
  const wanted =
    needed.length > 0
      ? needed.map((word) => oneOf(tokensOf(word))).join(' & ')
      : oneOf(words.filter(({ required }) => required).flatMap(tokensOf));
  const points = words
    .filter(({ levels }) => levels.length > 0)
    .map(({ levels }) => {
      const cases = levels.map(
        (level) => sql`WHEN ${has(oneOf(level.tokens))} THEN ${raw(String(level.points))}`,
      );
      return sql`CASE ${join(cases, ' ')} ELSE 0 END`;
    });
  return sql`SELECT r.key AS id, r.type AS type, ${join(points, ' + ')} AS score ${found(wanted)} AND ${among(reader, raw('r.type'), types)}`;
}

/** A statement with one row if a record has one token of each word. For one of thousands, PostgreSQL would read the table until it meets it. */
export const oneInPostgres = (words: readonly LeveledWord[]): Sql =>
  sql`WITH found AS MATERIALIZED (SELECT 1 AS one ${found(words.map((word) => oneOf(tokensOf(word))).join(' & '))}) SELECT one FROM found LIMIT 1`;
