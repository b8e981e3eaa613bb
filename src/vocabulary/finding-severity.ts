import { conceptScheme, type CodeOf } from './concept-scheme';

export const FindingSeverity = conceptScheme('FindingSeverity', 'How much a finding matters.', {
  VIOLATION: {
    de: 'Verstoß',
    en: 'Violation',
    about: 'The profile demands it: with one violation the record does not conform.',
  },
  WARNING: { de: 'Warnung', en: 'Warning', about: 'The profile recommends it.' },
});
export type FindingSeverity = CodeOf<typeof FindingSeverity>;
