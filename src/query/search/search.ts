/** Prepares a search: looks up in the index's vocabulary which words match those of the text. */
import type { Registry } from '../../resource/registry';
import { weightsIn } from '../../resource/search/searched-texts';
import type { Reader } from '../sql';
import { oneWithAll, type Search } from './hits';
import { partedSearchText, type SearchText } from './search-text';
import { readMatches, type FoundWord } from './vocabulary';

/** Looks up the words of a text, and whether some record contains them all. */
export async function lookUp(reader: Reader, registry: Registry, searched: SearchText): Promise<Search> {
  const { words: found, whole } = await understood(reader, searched);
  const search = { words: found, whole, weights: weightsIn(registry), someSuffice: false };
  if (found.filter(({ required }) => required).length < 2) return search;
  const statement = oneWithAll(reader, search);
  const rows = statement ? await reader.read(statement) : [];
  return { ...search, someSuffice: rows.length === 0 };
}

/** The meaning of the words. Words that occur nowhere are split into letters and digits, if both parts occur. */
async function understood(
  reader: Reader,
  searched: SearchText,
): Promise<{ words: FoundWord[]; whole: string | null }> {
  const asWritten = { words: await readMatches(reader, searched.words), whole: searched.whole };
  const parted = partedSearchText(
    searched,
    asWritten.words.filter(({ matches, readAs }) => matches.size === 0 || readAs.length > 0),
  );
  if (!parted) return asWritten;
  const words = await readMatches(reader, parted.words);
  const stand = words.every(({ matches, readAs }) => matches.size > 0 && readAs.length === 0);
  return stand ? { words, whole: parted.whole } : asWritten;
}
