/** One comparison of a filter, and the part of a text that it looks for. */
import type { Attribute } from '../../resource/description';
import { collationKey } from '../../resource/text';
import type { Reader } from '../sql';
import { canBeMet } from './cells';

/** A comparison with an attribute of the row under an alias. */
export interface Comparison {
  reader: Reader;
  attribute: Attribute;
  alias: string;
  operator: string;
  /** Normalised like the attribute's values. */
  operand: unknown;
  language: unknown;
}

/** The text to search for: folded, to ignore case and accents. A text that folds to nothing, such as `%`, is used unchanged. */
export function partOf(text: string, folds: boolean): { text: string; folded: boolean } {
  const key = folds && canBeMet(text) ? collationKey(text) : '';
  return key === '' ? { text, folded: false } : { text: key, folded: true };
}
