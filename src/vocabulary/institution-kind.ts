import { conceptScheme, type CodeOf } from './concept-scheme';

export const InstitutionKind = conceptScheme('InstitutionKind', 'What an institution is.', {
  UNIVERSITY_MEDICAL_CENTRE: {
    de: 'Universitätsklinikum',
    en: 'University medical centre',
    about: 'A university medical centre or the medical faculty of a university with its hospitals.',
  },
  FUNDER: {
    de: 'Förderer',
    en: 'Funder',
    about: 'A body that pays for the network.',
  },
  MINISTRY: {
    de: 'Ministerium',
    en: 'Ministry',
    about: 'A federal ministry that takes part in steering the network without funding it.',
  },
  PROJECT_MANAGEMENT_AGENCY: {
    de: 'Projektträger',
    en: 'Project management agency',
    about: 'An agency that administers the funding on behalf of the funder.',
  },
  RESEARCH_ORGANISATION: {
    de: 'Forschungseinrichtung',
    en: 'Research organisation',
    about: 'A university, research centre or research institute that is not a university medical centre.',
  },
  SCIENTIFIC_SOCIETY: {
    de: 'Fachgesellschaft',
    en: 'Scientific society',
    about: 'A society of the people of a medical or scientific field.',
  },
  COMPANY: {
    de: 'Unternehmen',
    en: 'Company',
    about: 'A company that works for the network or with it.',
  },
  NETWORK: {
    de: 'Netzwerk',
    en: 'Network',
    about: 'A network or association of institutions.',
  },
});
export type InstitutionKind = CodeOf<typeof InstitutionKind>;
