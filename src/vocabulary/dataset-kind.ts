import { conceptScheme, type CodeOf } from './concept-scheme';

export const DatasetKind = conceptScheme('DatasetKind', 'What kind of dataset it is.', {
  OPEN_DATA: {
    de: 'Offener Datensatz',
    en: 'Open dataset',
    about: 'Data that anybody can download.',
  },
  REGISTRY: {
    de: 'Register',
    en: 'Registry',
    about: 'A registry that collects cases continuously.',
  },
  COHORT: {
    de: 'Kohorte',
    en: 'Cohort',
    about: 'Participants who are followed in a study.',
  },
  CLINICAL_TRIAL: {
    de: 'Klinische Prüfung',
    en: 'Clinical trial',
    about: 'The data of a trial that tests a treatment.',
  },
  SURVEY: {
    de: 'Befragung',
    en: 'Survey',
    about: 'Answers of people to a questionnaire.',
  },
  IMAGE_COLLECTION: {
    de: 'Bildsammlung',
    en: 'Image collection',
    about: 'A collection of medical images.',
  },
  COLLECTION: {
    de: 'Sammlung',
    en: 'Collection',
    about: 'Data, images or biosamples that are offered together.',
  },
  PLATFORM_DATA: {
    de: 'Plattformdaten',
    en: 'Platform data',
    about: 'The data that a central platform holds.',
  },
  DATA_STANDARD: {
    de: 'Datensatzdefinition',
    en: 'Data set definition',
    about: 'A definition of data elements, not patient data.',
  },
  REFERENCE_DATA: {
    de: 'Referenzdaten',
    en: 'Reference data',
    about: 'Code lists and other reference data.',
  },
});
export type DatasetKind = CodeOf<typeof DatasetKind>;
