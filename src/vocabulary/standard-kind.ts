import { conceptScheme, type CodeOf } from './concept-scheme';

export const StandardKind = conceptScheme('StandardKind', 'What a standard standardises.', {
  EXCHANGE_FORMAT: {
    de: 'Austauschformat',
    en: 'Exchange format',
    about: 'How data are exchanged or stored.',
  },
  TERMINOLOGY: {
    de: 'Terminologie',
    en: 'Terminology',
    about: 'Codes and their meaning.',
  },
  QUERY_LANGUAGE: {
    de: 'Abfragesprache',
    en: 'Query language',
    about: 'How a cohort, or a question to data, is written down.',
  },
  DATA_MODEL: {
    de: 'Datenmodell',
    en: 'Data model',
    about: 'Which data elements are recorded.',
  },
  SOFTWARE_FRAMEWORK: {
    de: 'Software-Rahmenwerk',
    en: 'Software framework',
    about: 'A common software framework that makes systems interoperable.',
  },
});
export type StandardKind = CodeOf<typeof StandardKind>;
