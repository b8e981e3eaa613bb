import { AdmsPublisherType } from './adms-publisher-type';
import { conceptScheme, match, type CodeOf } from './concept-scheme';
import { HealthPublisherType } from './health-publisher-type';

export const ExternalSourceKind = conceptScheme(
  'ExternalSourceKind',
  'What a source or network outside the NUM is.',
  {
    GERMAN_CENTRE_FOR_HEALTH_RESEARCH: {
      de: 'Deutsches Zentrum der Gesundheitsforschung',
      en: 'German Centre for Health Research',
      about: 'One of the German Centres for Health Research (DZG).',
    },
    FEDERAL_INSTITUTE: {
      de: 'Bundesinstitut',
      en: 'Federal institute',
      about: 'A federal institute, such as the Robert Koch Institute.',
      matches: [
        match(HealthPublisherType, 'GOV_PUBLIC_SECTOR_ORG'),
        match(AdmsPublisherType, 'NATIONAL_AUTHORITY'),
      ],
    },
    NFDI_CONSORTIUM: {
      de: 'NFDI-Konsortium',
      en: 'NFDI consortium',
      about: 'A consortium of the national research data infrastructure.',
    },
    EUROPEAN_INFRASTRUCTURE: {
      de: 'Europäische Forschungsinfrastruktur',
      en: 'European research infrastructure',
      about: 'A European research infrastructure.',
    },
    NETWORK: {
      de: 'Netzwerk',
      en: 'Network',
      about: 'A network, initiative, association or alliance.',
    },
    DATA_PORTAL: {
      de: 'Datenportal',
      en: 'Data portal',
      about: 'A portal through which data can be requested.',
    },
    REGISTRY: {
      de: 'Register',
      en: 'Registry',
      about: 'A registry or the body that runs it.',
    },
    REPORTING_SYSTEM: {
      de: 'Meldesystem',
      en: 'Reporting system',
      about: 'A system by which cases or pathogens are reported to an authority.',
    },
    SEQUENCE_DATABASE: {
      de: 'Sequenzdatenbank',
      en: 'Sequence database',
      about: 'A public database or archive of sequences.',
    },
    POPULATION_STUDY: {
      de: 'Bevölkerungsstudie',
      en: 'Population study',
      about: 'A study of the general population.',
    },
    DATA_SPACE: {
      de: 'Datenraum',
      en: 'Data space',
      about: 'A regulated space for sharing data.',
    },
    OTHER: {
      de: 'Andere Quelle',
      en: 'Other source',
      about: 'A source that is none of these, or of which no source says what it is.',
    },
  },
);
export type ExternalSourceKind = CodeOf<typeof ExternalSourceKind>;
