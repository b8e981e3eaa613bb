import { conceptScheme, type CodeOf } from './concept-scheme';

export const ServicePhase = conceptScheme(
  'ServicePhase',
  'The phase of the research process that a service supports.',
  {
    PLAN: {
      de: 'Planen',
      en: 'Plan',
      about: 'Planning a study or data use.',
    },
    COLLECT: {
      de: 'Erheben',
      en: 'Collect',
      about: 'Collecting data and biosamples.',
    },
    MANAGE: {
      de: 'Verwalten',
      en: 'Manage',
      about: 'Managing, linking and storing data.',
    },
    ANALYSE: {
      de: 'Auswerten',
      en: 'Analyse',
      about: 'Analysing data.',
    },
    SHARE: {
      de: 'Teilen',
      en: 'Share',
      about: 'Making data available to others.',
    },
  },
);
export type ServicePhase = CodeOf<typeof ServicePhase>;
