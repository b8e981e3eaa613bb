import { conceptScheme, type CodeOf } from './concept-scheme';

/** https://www.go-fair.org/fair-principles/ */
export const FairPrinciple = conceptScheme('FairPrinciple', 'The four parts of the FAIR principles.', {
  FINDABLE: { de: 'auffindbar', en: 'Findable', about: 'People and programs find metadata and data.' },
  ACCESSIBLE: {
    de: 'zugänglich',
    en: 'Accessible',
    about: 'It is clear how metadata and data can be had, and who may have them.',
  },
  INTEROPERABLE: {
    de: 'interoperabel',
    en: 'Interoperable',
    about: 'Metadata and data can be combined with others.',
  },
  REUSABLE: {
    de: 'wiederverwendbar',
    en: 'Reusable',
    about: 'It is clear whether and how the data can be used again.',
  },
});
export type FairPrinciple = CodeOf<typeof FairPrinciple>;
