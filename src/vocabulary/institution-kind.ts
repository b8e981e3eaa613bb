import { AdmsPublisherType } from './adms-publisher-type';
import { conceptScheme, match, type CodeOf, type Match } from './concept-scheme';
import { HealthPublisherType } from './health-publisher-type';

/** The types that stand for it where it publishes something: in HealthDCAT-AP, and in DCAT-AP. */
const publisher = (
  health: CodeOf<typeof HealthPublisherType>,
  adms: CodeOf<typeof AdmsPublisherType>,
): Match[] => [match(HealthPublisherType, health), match(AdmsPublisherType, adms)];

export const InstitutionKind = conceptScheme('InstitutionKind', 'What an institution is.', {
  UNIVERSITY_MEDICAL_CENTRE: {
    de: 'Universitätsklinikum',
    en: 'University medical centre',
    about: 'A university medical centre or the medical faculty of a university with its hospitals.',
    matches: publisher('RESEARCH_ACADEMIC_ORG', 'ACADEMIA_SCIENTIFIC_ORGANISATION'),
  },
  FUNDER: {
    de: 'Förderer',
    en: 'Funder',
    about: 'A body that pays for the network.',
    matches: publisher('NATIONAL_AUTHORITY', 'NATIONAL_AUTHORITY'),
  },
  MINISTRY: {
    de: 'Ministerium',
    en: 'Ministry',
    about: 'A federal ministry that takes part in steering the network without funding it.',
    matches: publisher('NATIONAL_AUTHORITY', 'NATIONAL_AUTHORITY'),
  },
  PROJECT_MANAGEMENT_AGENCY: {
    de: 'Projektträger',
    en: 'Project management agency',
    about: 'An agency that administers the funding on behalf of the funder.',
    matches: publisher('GOV_PUBLIC_SECTOR_ORG', 'NATIONAL_AUTHORITY'),
  },
  RESEARCH_ORGANISATION: {
    de: 'Forschungseinrichtung',
    en: 'Research organisation',
    about: 'A university, research centre or research institute that is not a university medical centre.',
    matches: publisher('RESEARCH_ACADEMIC_ORG', 'ACADEMIA_SCIENTIFIC_ORGANISATION'),
  },
  SCIENTIFIC_SOCIETY: {
    de: 'Fachgesellschaft',
    en: 'Scientific society',
    about: 'A society of the people of a medical or scientific field.',
    matches: publisher('NON_GOV_ORG', 'NON_PROFIT_ORGANISATION'),
  },
  COMPANY: {
    de: 'Unternehmen',
    en: 'Company',
    about: 'A company that works for the network or with it.',
    matches: publisher('PRIVATE_COMPANY', 'COMPANY'),
  },
  NETWORK: {
    de: 'Netzwerk',
    en: 'Network',
    about: 'A network or association of institutions.',
    matches: publisher('NON_GOV_ORG', 'NON_PROFIT_ORGANISATION'),
  },
  CATALOGUE_OPERATOR: {
    de: 'Betreiber eines Katalogs',
    en: 'Catalogue operator',
    about: 'Who keeps a catalogue and makes it available, such as those who maintain this one.',
  },
  OTHER: {
    de: 'Andere Einrichtung',
    en: 'Other institution',
    about:
      'An institution that is none of these, or of which no source says what it is, as where a harvested document only names it.',
  },
});
export type InstitutionKind = CodeOf<typeof InstitutionKind>;
