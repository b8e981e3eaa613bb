/** Turns a question into a search: looks up in the vocabulary of the index what each of its words may mean. */
import type { Registry } from '../../resource/registry';
import { weightsIn } from '../../resource/search/searched-texts';
import type { Reader } from '../sql';
import { oneWithAll, type Search } from './hits';
import type { Question } from './question';
import { readMatches } from './vocabulary';

/** Looks up the words of a question, and whether some record has them all. */
export async function lookUp(
  reader: Reader,
  registry: Registry,
  { words, whole }: Question,
): Promise<Search> {
  const found = await readMatches(reader, words);
  const search = { words: found, whole, weights: weightsIn(registry), someSuffice: false };
  if (found.filter(({ required }) => required).length < 2) return search;
  const statement = oneWithAll(reader, search);
  const rows = statement ? await reader.read(statement) : [];
  return { ...search, someSuffice: rows.length === 0 };
}
