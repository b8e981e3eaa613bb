import { publishedScheme, type CodeOf } from './concept-scheme';
import { healthTable } from './namespaces';

/** Table standard of HealthDCAT-AP Release 8, https://hdeu-dcat.data.health.europa.eu/ */
export const HealthStandard = publishedScheme(
  'HealthStandard',
  'Standards of health data that HealthDCAT-AP knows.',
  { iri: healthTable('standard'), title: { de: 'Standard', en: 'Standard' } },
  {
    ISO_13606_1: ['ISO-13606-1', 'ISO 13606-1', 'ISO 13606-1'],
    OPENEHR: ['OPENEHR', 'Reference model of openEHR', 'Referenzmodell von openEHR'],
    OMOP_CDM: ['OMOP-CDM', 'OMOP Common Data Model', 'OMOP Common Data Model'],
    FAIRSHARING: ['FAIRSHARING', 'FAIRsharing', 'FAIRsharing'],
    PHIRI: ['PHIRI', 'PHIRI', 'PHIRI'],
    INSPIRE: ['INSPIRE', 'INSPIRE', 'INSPIRE'],
    ISO_13940: ['ISO-13940', 'ISO 13940', 'ISO 13940'],
    ECRIN_CRMDR: ['ECRIN-CRMDR', 'ECRIN CRMDR', 'ECRIN CRMDR'],
    CDISC_SDTM: ['CDISC-SDTM', 'CDISC SDTM', 'CDISC SDTM'],
    MIABIS: ['MIABIS', 'MIABIS', 'MIABIS'],
    IDMP: ['IDMP', 'IDMP', 'IDMP'],
    MEDDRA: ['MEDDRA', 'MedDRA', 'MedDRA'],
    IEEE_11073_20702: ['IEEE-11073-20702', 'IEEE 11073-20702', 'IEEE 11073-20702'],
    HL7: ['HL7', 'HL7', 'HL7'],
    CDA: ['CDA', 'HL7 CDA', 'HL7 CDA'],
    IHE_XDS_B: ['IHE-XDS.b', 'IHE XDS.b', 'IHE XDS.b'],
    FHIR: ['FHIR', 'HL7 FHIR', 'HL7 FHIR'],
    DICOM: ['DICOM', 'DICOM', 'DICOM'],
  },
);
export type HealthStandard = CodeOf<typeof HealthStandard>;
