/** One spelling for names: the folding of the search, without legal forms; punctuation that separates parts becomes `|`. */
import { comparable, fold } from '../../../resource/search/fold';

/** Legal forms in folded spelling. They say nothing of which organisation it is. */
const legalForms =
  /(?<![\p{L}\p{N}])(?:e\.?\s?v\.?|a\.?\s?o\.?\s?r\.?|k\.?\s?o\.?\s?r\.?|g?gmbh|mbh|inc\.?|ltd\.?|llc|(?:korperschaft|anstalt|stiftung) des offentlichen rechts)(?![\p{L}\p{N}])/gu;
const company = /(?<![\p{L}\p{N}])(?:g?gmbh|mbh|inc\.?|ltd\.?|llc)(?![\p{L}\p{N}])/u;
const separators = /\s[-–—]\s|[–—,;:|/()[\]{}•]/gu;

export interface Spelt {
  /** Words in the compared form of the search, and `|` between parts. */
  readonly tokens: readonly string[];
  /** Whether it names a company. */
  readonly isCompany: boolean;
}

export function spell(text: string): Spelt {
  const folded = fold(text.replace(/[®™©]/g, '').replaceAll('&', ' und ').replace(/\+/g, 'plus')).text;
  const parts = folded.replace(legalForms, ' ').replace(separators, ' | ');
  const tokens = (parts.match(/[\p{L}\p{N}]+|\|/gu) ?? []).map(comparable);
  return { tokens: withoutEmptyParts(tokens), isCompany: company.test(folded) };
}

/** The words of a text as one, which is the same however it is hyphenated. */
export const joinedOf = (tokens: readonly string[]): string =>
  tokens.filter((token) => token !== '|').join('');

const withoutEmptyParts = (tokens: readonly string[]): string[] =>
  tokens.filter(
    (token, place) => token !== '|' || (place > 0 && place < tokens.length - 1 && tokens[place - 1] !== '|'),
  );
