import { publishedScheme, type CodeOf } from './concept-scheme';
import { healthTable } from './namespaces';

/** Table coding-system of HealthDCAT-AP Release 8, https://hdeu-dcat.data.health.europa.eu/ */
export const CodingSystem = publishedScheme(
  'CodingSystem',
  'Systems of codes and terms in health data; the table of HealthDCAT-AP.',
  { iri: healthTable('coding-system'), title: { de: 'Kodiersystem', en: 'Coding system' } },
  {
    NPU: ['NPU', 'NPU', 'NPU'],
    HPO: ['HPO', 'Human Phenotype Ontology', 'Human Phenotype Ontology'],
    HGNC: ['HGNC', 'HGNC', 'HGNC'],
    NCIT: ['NCIT', 'NCI Thesaurus', 'NCI Thesaurus'],
    LOINC: ['LOINC', 'LOINC', 'LOINC'],
    ICF: ['ICF', 'ICF', 'ICF'],
    WHODRUG: ['WHODRUG', 'WHODrug', 'WHODrug'],
    GMDN: ['GMDN', 'GMDN', 'GMDN'],
    MEDDRA: ['MEDDRA', 'MedDRA', 'MedDRA'],
    MESH: ['MESH', 'MeSH', 'MeSH'],
    ICD_9_CM: ['ICD-9-CM', 'ICD-9-CM', 'ICD-9-CM'],
    ICPC_2: ['ICPC-2', 'ICPC-2', 'ICPC-2'],
    ORPHACODE: ['ORPHACODE', 'ORPHAcodes', 'ORPHAcodes'],
    ICPC_3: ['ICPC-3', 'ICPC-3', 'ICPC-3'],
    DICOM_CT: ['DICOM-CT', 'DICOM controlled terminology', 'DICOM-Terminologie'],
    EMA_SPOR: ['EMA-SPOR', 'EMA SPOR', 'EMA SPOR'],
    OHDSI_VOCAB: ['OHDSI-VOCAB', 'OHDSI vocabularies', 'Vokabulare von OHDSI'],
    UMLS: ['UMLS', 'UMLS', 'UMLS'],
    ICD_10: ['ICD-10', 'ICD-10', 'ICD-10'],
    UCUM: ['UCUM', 'UCUM', 'UCUM'],
    ICD_O: ['ICD-O', 'ICD-O', 'ICD-O'],
    ATC: ['ATC', 'ATC', 'ATC'],
    ORDO: ['ORDO', 'Orphanet Rare Disease Ontology', 'Orphanet Rare Disease Ontology'],
    ICD_10_NAT: [
      'ICD-10-NAT',
      'ICD-10, national modification (ICD-10-GM)',
      'ICD-10, nationale Modifikation (ICD-10-GM)',
    ],
    RXNORM: ['RXNORM', 'RxNorm', 'RxNorm'],
    EMDN: ['EMDN', 'EMDN', 'EMDN'],
    OPS: ['OPS', 'OPS', 'OPS'],
    ICHI: ['ICHI', 'ICHI', 'ICHI'],
    ICD_11: ['ICD-11', 'ICD-11', 'ICD-11'],
    PROC_CODES_NAT: ['PROC-CODES-NAT', 'National procedure codes', 'Nationale Prozedurenschlüssel'],
    SNOMED_CT: ['SNOMED-CT', 'SNOMED CT', 'SNOMED CT'],
    EDQM: ['EDQM', 'EDQM standard terms', 'EDQM-Standardbegriffe'],
  },
);
export type CodingSystem = CodeOf<typeof CodingSystem>;
