import { publishedScheme, type CodeOf } from './concept-scheme';
import { euTable } from './namespaces';

/** EU authority table dataset-type, https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
export const DatasetType = publishedScheme(
  'DatasetType',
  'Types of datasets; the EU table of dataset types.',
  { iri: euTable('dataset-type'), title: { de: 'Datensatztyp', en: 'Dataset type' } },
  {
    APROF: ['APROF', 'Application profile', 'Anwendungsprofil'],
    ATTO_LEX: ['ATTO_LEX', 'Table of authority (legislation)', 'Normdatenliste (Rechtsvorschriften)'],
    ATTO_PUB: ['ATTO_PUB', 'Table of authority (publications)', 'Normdatenliste (Veröffentlichungen)'],
    CODE_LIST: ['CODE_LIST', 'Code list', 'Codeliste'],
    CORE_COMP: ['CORE_COMP', 'Core component', 'Kernkomponente'],
    DIRECTORY: ['DIRECTORY', 'Directory', 'Verzeichnis'],
    DOMAIN_MODEL: ['DOMAIN_MODEL', 'Domain model', 'Domänenmodell'],
    DSCRP_SERV: ['DSCRP_SERV', 'Service description', 'Dienstbeschreibung'],
    GEOSPATIAL: ['GEOSPATIAL', 'Geospatial data', 'Geodaten'],
    GLOSSARY: ['GLOSSARY', 'Glossary', 'Glossar'],
    HVD: ['HVD', 'High-value dataset', 'hochwertiger Datensatz'],
    IEPD: [
      'IEPD',
      'Information exchange package description',
      'Beschreibung eines Informationsaustauschpakets',
    ],
    MAPPING: ['MAPPING', 'Mapping', 'Abbildung'],
    NAL: ['NAL', 'Named authority list', 'Normdatenliste'],
    ONTOLOGY: ['ONTOLOGY', 'Ontology', 'Ontologie'],
    PERSONAL_DATA: ['PERSONAL_DATA', 'Personal data', 'personenbezogene Daten'],
    RELEASE: ['RELEASE', 'Release', 'Release'],
    SCHEMA: ['SCHEMA', 'Schema', 'Schema'],
    STATISTICAL: ['STATISTICAL', 'Statistical data', 'statistische Daten'],
    STYLES: ['STYLES', 'Styles', 'Gestaltungsvorlagen'],
    SYNTAX_ECD_SCHEME: ['SYNTAX_ECD_SCHEME', 'Syntax encoding scheme', 'Kodierungsschema'],
    SYNTHETIC_DATA: ['SYNTHETIC_DATA', 'Synthetic data', 'synthetische Daten'],
    TAXONOMY: ['TAXONOMY', 'Taxonomy', 'Taxonomie'],
    TEST_DATA: ['TEST_DATA', 'Test data', 'Testdaten'],
    THESAURUS: ['THESAURUS', 'Thesaurus', 'Thesaurus'],
  },
);
export type DatasetType = CodeOf<typeof DatasetType>;
