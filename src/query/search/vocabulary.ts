/** Looks up which entries of the index match the words of a search, and how well. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { isEnglish } from '../../resource/search/english-words';
import { searchTables } from '../../resource/search/tables';
import type { Entry } from '../../resource/search/tokens';
import { name, type Reader } from '../sql';
import { lookUpsOf, mostForms, quality, type LookUp, type Way } from './look-ups';
import type { QueryWord } from './search-text';
import { readTypingErrors } from './typing-errors';

/** A matching entry of the index. */
export interface Match extends Entry {
  readonly quality: number;
  /** In how many records it stands. */
  readonly records: number;
}

/** A word of a search with its matches. */
export interface FoundWord extends QueryWord {
  readonly matches: readonly Match[];
  /** The words that it was corrected to, if it occurs nowhere. */
  readonly readAs: readonly string[];
}

/** Looks up all words in one statement, and possible typing errors in a second one. */
export async function readMatches(reader: Reader, words: readonly QueryWord[]): Promise<FoundWord[]> {
  if (words.length === 0) return [];
  const most = Math.floor(mostForms / words.length);
  const statements = words.flatMap((word, place) =>
    lookUpsOf(word).map((lookUp) => statementOf(lookUp, place, most)),
  );
  const rows = await reader.read(join(statements, ' UNION ALL '));
  const found = words.map((word, place) => ({
    ...word,
    readAs: [] as string[],
    matches: matchesOf(word, rows.filter((row) => Number(row.place) === place) as unknown as VocabularyRow[]),
  }));
  const unknown = found.filter(({ matches, isIdentifier }) => matches.length === 0 && !isIdentifier);
  const errors = await readTypingErrors(reader, unknown);
  return found.map((word) => {
    const readAs = errors.get(word.word);
    if (!readAs) return word;
    const matches = readAs.map((row) => ({ ...row, quality: quality.typingError }));
    return { ...word, matches: best(matches), readAs: [...new Set(readAs.map((row) => row.word))] };
  });
}

export interface VocabularyRow extends Match {
  way: Way;
}

/** The matches of a word among the rows that it may match. */
function matchesOf(word: QueryWord, rows: readonly VocabularyRow[]): Match[] {
  const code = rows.some(({ kind }) => kind === 'identifier');
  if (code) return best(rows.filter(({ way }) => way === 'itself'));
  return best(isOnlyEnglish(word, rows) ? rows.filter(({ way, kind }) => !isGerman(way, kind)) : rows);
}

/** Whether a word is English, as all its texts are: then it is no German word, no beginning of one, and no part. */
function isOnlyEnglish({ word }: QueryWord, rows: readonly VocabularyRow[]): boolean {
  const kinds = new Set(rows.flatMap((row) => (row.way === 'itself' && row.word === word ? row.kind : [])));
  return isEnglish(word) || (kinds.has('english') && !kinds.has('word'));
}

const isGerman = (way: Way, kind: Entry['kind']): boolean =>
  way === 'german' || way === 'germanPart' || (way === 'beginning' && kind === 'word');

/** Each entry once, with its best quality. */
function best(matches: readonly (Match & { way?: Way })[]): Match[] {
  const all = new Map<string, Match>();
  for (const { kind, weight, word, records, quality } of matches) {
    const key = `${kind} ${weight} ${word}`;
    const known = all.get(key);
    if (!known || known.quality < quality) all.set(key, { kind, weight, word, records, quality });
  }
  return [...all.values()];
}

/** Of the forms, the shortest words come first, as they are closest to the searched one. */
function statementOf({ way, quality, kinds, form }: LookUp, place: number, most: number): Sql {
  const found = raw(`${place} AS place, '${way}' AS way, ${quality} AS quality`);
  const among = raw(`w.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`);
  const entry = sql`SELECT ${found}, w.kind AS kind, w.word AS word, w.weight AS weight, w.records AS records`;
  if (!form.kind)
    return sql`${entry} FROM ${name(searchTables.word)} w WHERE w.word = ${form.from} AND ${among}`;
  return sql`${entry} FROM (SELECT DISTINCT f.word AS word, length(f.word) AS letters FROM ${name(searchTables.form)} f WHERE f.kind = ${form.kind} AND f.form >= ${form.from} AND f.form < ${form.until} ORDER BY letters, word LIMIT ${most}) meant JOIN ${name(searchTables.word)} w ON w.word = meant.word AND ${among}`;
}
