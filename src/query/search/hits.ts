/** The hits of a search with their scores, from the inverted index of either database. */
import { raw, type Sql } from 'sql-template-tag';
import type { Reader } from '../sql';
import { hitsInPostgres, oneInPostgres } from './in-postgres';
import { hitsInSqlite, oneInSqlite } from './in-sqlite';
import { leveled } from './levels';
import type { FoundWord } from './vocabulary';

/** A search whose words were looked up. */
export interface Search {
  readonly words: readonly FoundWord[];
  /** All words as one; null for long texts. */
  readonly whole: string | null;
  /** The possible weights of fields. */
  readonly weights: readonly number[];
  /** Whether no record has all required words, so that some of them suffice. */
  readonly someSuffice: boolean;
}

const isKnown = ({ matches }: FoundWord): boolean => matches.size > 0;

/** The hits of some types, as a relation with the columns `id` (key), `type` and `score`. */
export function hitsOf(reader: Reader, search: Search, types: readonly string[]): Sql {
  const required = search.words.filter((word) => word.required);
  const canBeMet = search.someSuffice ? required.some(isKnown) : required.every(isKnown);
  if (!canBeMet || required.length === 0) return nothing;
  const words = search.words.map((word) => leveled(search, word));
  const needed = search.someSuffice ? [] : words.filter((word) => word.required);
  return hitsIn[reader.dialect](reader, words, needed, types);
}

const hitsIn = { sqlite: hitsInSqlite, postgres: hitsInPostgres };
const oneIn = { sqlite: oneInSqlite, postgres: oneInPostgres };

/** A statement with one row if some record has all required words; null if that is impossible. */
export function oneWithAll({ dialect }: Reader, search: Search): Sql | null {
  const required = search.words.filter((word) => word.required);
  return required.every(isKnown) ? oneIn[dialect](required.map((word) => leveled(search, word))) : null;
}

const nothing = raw("SELECT '' AS id, '' AS type, 0 AS score WHERE 1 = 0");
