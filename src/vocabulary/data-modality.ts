import { conceptScheme, type CodeOf } from './concept-scheme';

export const DataModality = conceptScheme(
  'DataModality',
  'Kinds of data that an infrastructure holds or gives access to.',
  {
    ROUTINE_CARE: {
      de: 'Routinedaten der Versorgung',
      en: 'Routine care data',
      about: 'Data documented in everyday care, such as diagnoses, medication and laboratory values.',
    },
    EMERGENCY_CARE: {
      de: 'Daten der Notaufnahme',
      en: 'Emergency care data',
      about: 'Routine data of emergency departments.',
    },
    CLINICAL_STUDY: {
      de: 'Klinische Studiendaten',
      en: 'Clinical study data',
      about: 'Data collected prospectively in clinical and clinical-epidemiological studies.',
    },
    IMAGING: {
      de: 'Bilddaten',
      en: 'Imaging',
      about: 'Radiological images with reports and annotations.',
    },
    BIOSIGNAL: {
      de: 'Biosignale',
      en: 'Biosignals',
      about: 'Recorded biosignals.',
    },
    BIOSAMPLE: {
      de: 'Bioproben',
      en: 'Biosamples',
      about: 'Information on biosamples.',
    },
    MOLECULAR: {
      de: 'Molekulare Daten',
      en: 'Molecular data',
      about: 'Molecular data measured on biosamples.',
    },
    PATHOGEN_GENOME: {
      de: 'Erregergenome',
      en: 'Pathogen genomes',
      about: 'Genome sequences of pathogens with epidemiological data.',
    },
    AUTOPSY: {
      de: 'Obduktionsdaten',
      en: 'Autopsy data',
      about: 'Data from autopsies and information on post-mortem samples.',
    },
  },
);
export type DataModality = CodeOf<typeof DataModality>;
