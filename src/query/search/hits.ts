/** The hits of a search with their scores, from the inverted index of either database. */
import { raw, type Sql } from 'sql-template-tag';
import type { Reader } from '../sql';
import { hitsInPostgres, oneInPostgres } from './in-postgres';
import { hitsInSqlite, oneInSqlite } from './in-sqlite';
import { leveled, type LeveledWord } from './levels';
import { factorsOf, neededOf } from './rarity';
import type { FoundWord } from './vocabulary';

/** A search whose words were looked up. */
export interface Search {
  readonly words: readonly FoundWord[];
  /** All words as one; null for long texts. */
  readonly whole: string | null;
  /** The possible weights of fields. */
  readonly weights: readonly number[];
  /** Whether no record has all words, so that some of them suffice. */
  readonly someSuffice: boolean;
}

/** What a record must have to be found. */
export interface Wanted {
  readonly words: readonly LeveledWord[];
  /** Whether it must have all words. */
  readonly all: boolean;
  /** Otherwise, what its words must count together. */
  readonly enough: number;
}

const isKnown = ({ matches }: FoundWord): boolean => matches.length > 0;

/** The hits of some types, as a relation with the columns `id` (key), `type` and `score`. */
export function hitsOf(reader: Reader, search: Search, types: readonly string[]): Sql {
  const known = search.words.filter(isKnown);
  if (known.length === 0 || (!search.someSuffice && known.length < search.words.length)) return nothing;
  return hitsIn[reader.dialect](reader, search.someSuffice ? some(search, known) : all(search), types);
}

const all = (search: Search): Wanted => ({
  words: search.words.map((word) => leveled(search, word, 1)),
  all: true,
  enough: search.words.length,
});

function some(search: Search, known: readonly FoundWord[]): Wanted {
  const factors = factorsOf(known);
  const words = known.map((word, index) => leveled(search, word, factors[index] ?? 1));
  return { words, all: false, enough: neededOf(factors) };
}

const hitsIn = { sqlite: hitsInSqlite, postgres: hitsInPostgres };
const oneIn = { sqlite: oneInSqlite, postgres: oneInPostgres };

/** A statement with one row if some record has all words; null if that is impossible. */
export const oneWithAll = ({ dialect }: Reader, search: Search): Sql | null =>
  search.words.every(isKnown) ? oneIn[dialect](all(search).words) : null;

const nothing = raw("SELECT '' AS id, '' AS type, 0 AS score WHERE 1 = 0");
