/** Finds the words of the index that an unknown word may be a misspelling of. */
import distance from 'damerau-levenshtein';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { hasLetters } from '../../resource/search/words';
import { searchTables } from '../../resource/search/tables';
import { anyOf, name, type Reader } from '../sql';
import type { QueryWord } from './search-text';
import type { Match } from './vocabulary';

/**
 * Maximum number of wrong, missing, additional or swapped letters: one from 5 letters on, two from 8 on. Of four letters, too many words
 * differ in one: FAIR and FHIR.
 */
const mostErrors = (letters: number): number => (letters >= 8 ? 2 : letters >= 5 ? 1 : 0);

/** Maximum number of equally close words for an unknown one. */
const mostMeant = 10;
const mostCandidates = 2_000;

type Candidate = Omit<Match, 'quality'>;

/** The closest words for each unknown one, in one statement for all. */
export async function readTypingErrors(
  reader: Reader,
  words: readonly QueryWord[],
): Promise<Map<string, Candidate[]>> {
  const correctable = words.filter(({ word }) => hasLetters(word) && mostErrors(Array.from(word).length) > 0);
  if (correctable.length === 0) return new Map();
  const statements = correctable.map((each, place) => candidatesFor(reader, each.word, place));
  const rows = await reader.read(join(statements, ' UNION ALL '));
  const meant = new Map<string, Candidate[]>();
  correctable.forEach(({ word }, place) => {
    const candidates = rows.filter((row) => Number(row.place) === place) as unknown as Candidate[];
    const closest = closestTo(word, candidates);
    if (closest.length > 0) meant.set(word, closest);
  });
  return meant;
}

function closestTo(word: string, candidates: readonly Candidate[]): Candidate[] {
  const errors = new Map(candidates.map((each) => [each.word, distance(word, each.word).steps]));
  const fewest = Math.min(...errors.values());
  if (fewest > mostErrors(Array.from(word).length)) return [];
  const closest = [...errors].filter(([, steps]) => steps === fewest).map(([each]) => each);
  const meant = new Set(closest.toSorted((a, b) => (a < b ? -1 : 1)).slice(0, mostMeant));
  return candidates.filter((each) => meant.has(each.word));
}

/**
 * A typing error affects at most two adjacent letters. So if a word is cut into twice as many pieces as it has errors, plus one, at
 * least one piece is intact, and occurs in the intended word near its position.
 */
function candidatesFor({ dialect }: Reader, word: string, place: number): Sql {
  const letters = Array.from(word);
  const errors = mostErrors(letters.length);
  const pieces = piecesOf(letters, 2 * errors + 1);
  const within = raw(dialect === 'postgres' ? 'strpos' : 'instr');
  const untouched = pieces.map(({ text, at }) => {
    const first = Math.max(at - errors, 0);
    const length = at - first + text.length + errors;
    return sql`${within}(substr(f.form, ${raw(`${first + 1}, ${length}`)}), ${text}) > 0`;
  });
  return sql`SELECT ${raw(String(place))} AS place, w.kind AS kind, w.word AS word, w.weight AS weight, w.records AS records FROM (SELECT f.word AS word FROM ${name(searchTables.form)} f WHERE f.kind = 'word' AND length(f.form) BETWEEN ${raw(`${letters.length - errors} AND ${letters.length + errors}`)} AND ${anyOf(untouched)} ORDER BY f.word LIMIT ${raw(String(mostCandidates))}) meant JOIN ${name(searchTables.word)} w ON w.word = meant.word AND w.kind IN ('word', 'english')`;
}

function piecesOf(letters: readonly string[], count: number): { text: string; at: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * letters.length) / count);
    const to = Math.floor(((index + 1) * letters.length) / count);
    return { text: letters.slice(from, to).join(''), at: from };
  }).filter(({ text }) => text !== '');
}
