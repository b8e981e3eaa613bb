/** Prepares a search: looks up in the index's vocabulary which words match those of the text. */
import type { Registry } from '../../resource/registry';
import { weightsIn } from '../../resource/search/searched-texts';
import type { Reader } from '../sql';
import { frequentFrom } from './frequent';
import { oneWithAll, type Search } from './hits';
import { partedSearchText, type SearchText } from './search-text';
import { readMatches, type FoundWord } from './vocabulary';

/**
 * Looks up the words of a text, and where they are found together: in the texts of some record, with what sources say of one, or nowhere.
 * Quotations and titles of sources are only looked at if no record has all words without them.
 */
export async function lookUp(reader: Reader, registry: Registry, searched: SearchText): Promise<Search> {
  const { words, whole } = await understood(reader, searched);
  const search = { words, whole, weights: weightsIn(registry), someSuffice: false, frequentFrom };
  const unquoted = { ...search, words: words.map(withoutQuoted) };
  if (await isMet(reader, unquoted)) return unquoted;
  const isQuoted = unquoted.words.some(
    ({ matches }, place) => matches.length < (words[place]?.matches.length ?? 0),
  );
  if (isQuoted && (await isMet(reader, search))) return search;
  return { ...search, someSuffice: words.length > 1 };
}

const withoutQuoted = (word: FoundWord): FoundWord => ({
  ...word,
  matches: word.matches.filter(({ kind }) => kind !== 'quoted'),
});

/** Whether some record has all words. A word that is somewhere is in some record. */
async function isMet(reader: Reader, search: Search): Promise<boolean> {
  const statement = oneWithAll(reader, search);
  if (!statement || search.words.length < 2) return statement !== null;
  return (await reader.read(statement)).length > 0;
}

/** The meaning of the words. Words that occur nowhere are split into letters and digits, if both parts occur. */
async function understood(
  reader: Reader,
  searched: SearchText,
): Promise<{ words: FoundWord[]; whole: string | null }> {
  const asWritten = { words: await readMatches(reader, searched.words), whole: searched.whole };
  const parted = partedSearchText(
    searched,
    asWritten.words.filter(({ matches, readAs }) => matches.length === 0 || readAs.length > 0),
  );
  if (!parted) return asWritten;
  const words = await readMatches(reader, parted.words);
  const stand = words.every(({ matches, readAs }) => matches.length > 0 && readAs.length === 0);
  return stand ? { words, whole: parted.whole } : asWritten;
}
