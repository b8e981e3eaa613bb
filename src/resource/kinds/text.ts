import { collationKey } from '../text';
import { notations } from '../canonical/notation';
import { checkForm } from '../written/check';
import { textComparisons } from './comparisons';
import { single, type Kind } from './kind';
import { asText, first } from './read-back';
import { cell } from '../row-form';

/** Folds a text for search and order, ignoring case and accents. */
export const folded = (text: string | null): string | null => (text === null ? null : collationKey(text));

/** A text that is not localized. */
export const text: Kind = {
  name: 'text',
  ...single('text'),
  computed: ({ order, filter }): Record<string, 'text'> => (order || filter ? { folded: 'text' } : {}),
  orderedBy: () => 'folded',
  write: (value: string | null, { order, filter }) => ({
    '': value,
    ...((order || filter) && { folded: folded(value) }),
  }),
  indexed: true,
  row: cell('text'),
  check: (written, attribute) => checkForm(attribute, written),
  output: () => 'String',
  comparisons: () => textComparisons,
  searched: (value: string) => [{ text: value, language: null }],
  stated: () => ({ object: 'literal' }),
  readBack: (stated, { notation }) =>
    first(notation ? ({ text }) => notations[notation].canonical(text) ?? undefined : asText)(stated),
};
