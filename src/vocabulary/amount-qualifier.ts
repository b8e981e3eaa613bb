import { conceptScheme, type CodeOf } from './concept-scheme';

export const AmountQualifier = conceptScheme('AmountQualifier', 'How a source qualifies an amount.', {
  EXACT: {
    de: 'wie angegeben',
    en: 'As stated',
    about:
      'The source states this amount without a word that qualifies it. It may be rounded, as 3.8 million is.',
  },
  APPROXIMATE: {
    de: 'ungefähr',
    en: 'About',
    about: 'The source says "about", "around", "almost" or the like.',
  },
  AT_LEAST: {
    de: 'mindestens',
    en: 'At least',
    about: 'The source says "at least" or "more than": it may be more.',
  },
  UP_TO: {
    de: 'bis zu',
    en: 'Up to',
    about: 'The source says "up to" or "at most": it may be less.',
  },
});
export type AmountQualifier = CodeOf<typeof AmountQualifier>;
