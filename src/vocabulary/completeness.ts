import { conceptScheme, type CodeOf } from './concept-scheme';

export const Completeness = conceptScheme(
  'Completeness',
  'Whether a list has everything that there is, as far as sources tell.',
  {
    COMPLETE: {
      de: 'vollständig',
      en: 'Complete',
      about: 'A source lists everything for the day that is asked about: what is not in the list is not so.',
    },
    PARTIAL: {
      de: 'unvollständig',
      en: 'Partial',
      about: 'Sources count more than they name: something is missing from the list.',
    },
    UNKNOWN: {
      de: 'unbekannt',
      en: 'Unknown',
      about: 'No source says: what is not in the list may be so all the same.',
    },
  },
);
export type Completeness = CodeOf<typeof Completeness>;
