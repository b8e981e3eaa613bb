import { publishedScheme, type CodeOf } from './concept-scheme';
import { euTable } from './namespaces';

/** EU authority table dataset-type, https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
export const DatasetType = publishedScheme(
  'DatasetType',
  'Types of datasets; the EU table of dataset types.',
  { iri: euTable('dataset-type'), title: { de: 'Datensatztyp', en: 'Dataset type' } },
  {
    APROF: ['APROF', 'application profile', 'Anwendungsprofil'],
    ATTO_LEX: ['ATTO_LEX', 'table of authority (legislation)', 'Normdatenliste (Rechtsvorschriften)'],
    ATTO_PUB: ['ATTO_PUB', 'table of authority (publications)', 'Normdatenliste (Veröffentlichungen)'],
    CODE_LIST: ['CODE_LIST', 'code list', 'Codeliste'],
    CORE_COMP: ['CORE_COMP', 'core component', 'Kernkomponente'],
    DIRECTORY: ['DIRECTORY', 'directory', 'Verzeichnis'],
    DOMAIN_MODEL: ['DOMAIN_MODEL', 'domain model', 'Domänenmodell'],
    DSCRP_SERV: ['DSCRP_SERV', 'service description', 'Dienstbeschreibung'],
    GEOSPATIAL: ['GEOSPATIAL', 'geospatial data', 'Geodaten'],
    GLOSSARY: ['GLOSSARY', 'glossary', 'Glossar'],
    HVD: ['HVD', 'high-value dataset', 'hochwertiger Datensatz'],
    IEPD: [
      'IEPD',
      'information exchange package description',
      'Beschreibung eines Informationsaustauschpakets',
    ],
    MAPPING: ['MAPPING', 'mapping', 'Abbildung'],
    NAL: ['NAL', 'named authority list', 'Normdatenliste'],
    ONTOLOGY: ['ONTOLOGY', 'ontology', 'Ontologie'],
    PERSONAL_DATA: ['PERSONAL_DATA', 'personal data', 'personenbezogene Daten'],
    RELEASE: ['RELEASE', 'release', 'Release'],
    SCHEMA: ['SCHEMA', 'schema', 'Schema'],
    STATISTICAL: ['STATISTICAL', 'statistical data', 'statistische Daten'],
    STYLES: ['STYLES', 'styles', 'Gestaltungsvorlagen'],
    SYNTAX_ECD_SCHEME: ['SYNTAX_ECD_SCHEME', 'syntax encoding scheme', 'Kodierungsschema'],
    SYNTHETIC_DATA: ['SYNTHETIC_DATA', 'synthetic data', 'synthetische Daten'],
    TAXONOMY: ['TAXONOMY', 'taxonomy', 'Taxonomie'],
    TEST_DATA: ['TEST_DATA', 'test data', 'Testdaten'],
    THESAURUS: ['THESAURUS', 'thesaurus', 'Thesaurus'],
  },
);
export type DatasetType = CodeOf<typeof DatasetType>;
