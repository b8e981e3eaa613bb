/** The hits of a search with their scores, from the inverted index of either database. */
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Description } from '../../resource/description';
import { isOfClass, type Reader } from '../sql';
import { frequentMatch } from './frequent';
import { firstInPostgres, hitsInPostgres, oneInPostgres } from './in-postgres';
import { firstInSqlite, hitsInSqlite, oneInSqlite } from './in-sqlite';
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
  /** From how many records on a word is frequent. */
  readonly frequentFrom: number;
}

/** What a record must have to be found. */
export interface HitCriteria {
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

const all = (search: Search): HitCriteria => ({
  words: search.words.map((word) => leveled(search, word, 1)),
  all: true,
  enough: search.words.length,
});

function some(search: Search, known: readonly FoundWord[]): HitCriteria {
  const factors = factorsOf(known);
  const words = known.map((word, index) => leveled(search, word, factors[index] ?? 1));
  return { words, all: false, enough: neededOf(factors) };
}

const hitsIn = { sqlite: hitsInSqlite, postgres: hitsInPostgres };
const oneIn = { sqlite: oneInSqlite, postgres: oneInPostgres };

/** A statement with one row if some record has all words; null if that is impossible. */
export const oneWithAll = ({ dialect }: Reader, search: Search): Sql | null =>
  search.words.every(isKnown) ? oneIn[dialect](all(search).words) : null;

/** The first hits of a search for frequent words. */
export interface FirstHits {
  /** The score that the best frequent match has. */
  readonly score: number;
  /**
   * The first of those that have it by frequent matches alone, by key, as rows of `id` and `score`; fewer than `most` if they are not met
   * soon.
   * @param rare the relation that `rare` defines
   */
  readonly first: (after: string | null, most: Sql, rare: Sql) => Sql;
  /** All hits with a rare match that is as good or better, likewise. Every hit with a higher score is among them. */
  readonly rare: Sql;
}

/** @param of the class that is searched; null for all. @returns null if a word is not frequent, and all hits have to be collected */
export function firstHitsOf(
  reader: Reader,
  search: Search,
  types: readonly string[],
  of: Pick<Description, 'path'> | null,
): FirstHits | null {
  const match = frequentMatch(search);
  if (!match) return null;
  const { dialect } = reader;
  const inClass = (key: string) => (of ? isOfClass(raw(key), of) : raw('1 = 1'));
  return {
    score: match.score,
    first: (after, most, rare) => {
      const begin = sql`${inClass('key')}${after === null ? empty : sql` AND key > ${after}`}`;
      return firstIn[dialect](match, begin, most, rare);
    },
    rare: match.rare.length > 0 ? hitsIn[dialect](reader, all(search), types, match.rare) : nothing,
  };
}

const firstIn = { sqlite: firstInSqlite, postgres: firstInPostgres };

const nothing = raw("SELECT '' AS id, '' AS type, 0 AS score WHERE 1 = 0");
