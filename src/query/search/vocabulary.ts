/** Looks up which words of the index match the words of a search, and how well. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { hasLetters } from '../../resource/search/words';
import { shortestPart, stemsOf, type FormKind } from '../../resource/search/forms';
import { searchTables } from '../../resource/search/tables';
import { name, type Reader } from '../sql';
import type { AskedWord } from './search-text';
import { readTypingErrors } from './typing-errors';

/** The quality of a match. Multiplied by the field's weight, it gives the points. */
export const quality = {
  exact: 10,
  /** Another inflection. */
  inflected: 8,
  /** Begins with the word. */
  beginning: 6,
  /** Contains the word, as compounds do. */
  part: 4,
  /** Begins with the word's stem or contains it. */
  stemInside: 3,
  typingError: 2,
} as const;

/** Factor for a match with the whole content of a field. */
export const nothingElse = 3;

/** A matching word of the index. */
export interface Match {
  readonly word: string;
  readonly quality: number;
  /** The weights of the fields in which it occurs. */
  readonly weights: readonly number[];
}

/** A word of a search with its matches. */
export interface FoundWord extends AskedWord {
  readonly matches: ReadonlyMap<string, Match>;
  /** The words that it was corrected to, if it occurs nowhere. */
  readonly readAs: readonly string[];
}

/** Maximum number of matches per form of a word. The words of a search share it. */
const mostForms = 600;
const shortestBeginning = 2;
/** Upper ends of a prefix range, and of a range with a single text. Words consist of letters and digits. */
const lastCharacter = '\u{10FFFF}';
const nextToNothing = '\u0001';

interface LookUp {
  place: number;
  quality: number;
  kind: FormKind;
  from: string;
  until: string;
}

/** Looks up all words in one statement, and possible typing errors in a second one. */
export async function readMatches(reader: Reader, words: readonly AskedWord[]): Promise<FoundWord[]> {
  if (words.length === 0) return [];
  const most = Math.floor(mostForms / words.length);
  const statements = words.flatMap(lookUpsOf).map((lookUp) => statementOf(lookUp, most));
  const rows = await reader.read(join(statements, ' UNION ALL '));
  const found = words.map((word, place) => ({
    ...word,
    readAs: [] as string[],
    matches: matchesIn(rows.filter((row) => Number(row.place) === place) as unknown as VocabularyRow[]),
  }));
  const unknown = found.filter(({ matches }) => matches.size === 0);
  const errors = await readTypingErrors(reader, unknown);
  return found.map((word) => {
    const readAs = errors.get(word.word);
    if (!readAs) return word;
    const rowsOf = readAs.map((row) => ({ ...row, quality: quality.typingError }));
    return { ...word, matches: matchesIn(rowsOf), readAs: [...new Set(readAs.map((row) => row.word))] };
  });
}

export interface VocabularyRow {
  word: string;
  weight: number;
  quality: number;
}

function matchesIn(rows: readonly VocabularyRow[]): Map<string, Match> {
  const matches = new Map<string, Match>();
  for (const row of rows) {
    const known = matches.get(row.word);
    matches.set(row.word, {
      word: row.word,
      quality: Math.max(known?.quality ?? 0, row.quality),
      weights: [...new Set([...(known?.weights ?? []), row.weight])],
    });
  }
  return matches;
}

function lookUpsOf(asked: AskedWord, place: number): LookUp[] {
  const { word, joined } = asked;
  const exactly = (kind: FormKind, form: string, points: number): LookUp => ({
    place,
    quality: points,
    kind,
    from: form,
    until: form + nextToNothing,
  });
  const beginning = (kind: FormKind, form: string, points: number): LookUp => ({
    ...exactly(kind, form, points),
    until: form + lastCharacter,
  });
  const itself = [word, ...joined].map((form) => exactly('word', form, quality.exact));
  if (!hasLetters(word) || !asked.required) return itself;
  const { de, en } = stemsOf(asked);
  const inside = [...new Set([de, en])].filter((stem) => stem !== word && stem.length >= shortestPart);
  return [
    ...itself,
    exactly('de', de, quality.inflected),
    exactly('en', en, quality.inflected),
    ...(word.length >= shortestBeginning ? [beginning('word', word, quality.beginning)] : []),
    ...(word.length >= shortestPart ? [beginning('part', word, quality.part)] : []),
    ...inside.flatMap((stem) =>
      (['word', 'part'] as const).map((kind) => beginning(kind, stem, quality.stemInside)),
    ),
  ];
}

/** The shortest words come first, as they are closest to the searched one. */
const statementOf = ({ place, quality, kind, from, until }: LookUp, most: number): Sql =>
  sql`SELECT ${raw(String(place))} AS place, ${raw(String(quality))} AS quality, w.word AS word, w.weight AS weight FROM (SELECT DISTINCT f.word AS word, length(f.word) AS letters FROM ${name(searchTables.form)} f WHERE f.kind = ${kind} AND f.form >= ${from} AND f.form < ${until} ORDER BY letters, word LIMIT ${most}) meant JOIN ${name(searchTables.word)} w ON w.word = meant.word`;
