/** What standards are called in full, and the addresses by which HL7 and their publishers name them. */

export interface NamedStandard {
  readonly names: readonly string[];
  /** Canonical addresses and OIDs: https://terminology.hl7.org/external_terminologies.html */
  readonly iris: readonly string[];
}

export const namedStandards: readonly NamedStandard[] = [
  {
    names: [
      'FHIR',
      'HL7 FHIR',
      'Fast Healthcare Interoperability Resources',
      'HL7 Fast Healthcare Interoperability Resources',
    ],
    iris: [
      'http://hl7.org/fhir',
      'http://hl7.org/fhir/R4',
      'http://hl7.org/fhir/R4B',
      'http://hl7.org/fhir/R5',
      'http://hl7.org/fhir/STU3',
    ],
  },
  {
    names: ['CDA', 'HL7 CDA', 'Clinical Document Architecture', 'HL7 Clinical Document Architecture'],
    iris: [],
  },
  {
    names: ['DICOM', 'Digital Imaging and Communications in Medicine'],
    iris: ['https://www.dicomstandard.org', 'http://dicom.nema.org'],
  },
  {
    names: [
      'OMOP',
      'OMOP CDM',
      'OMOP Common Data Model',
      'Observational Medical Outcomes Partnership Common Data Model',
      'OHDSI OMOP Common Data Model',
    ],
    iris: ['https://ohdsi.github.io/CommonDataModel'],
  },
  {
    names: ['LOINC', 'Logical Observation Identifiers Names and Codes'],
    iris: ['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1'],
  },
  {
    names: [
      'SNOMED CT',
      'SNOMED Clinical Terms',
      'Systematized Nomenclature of Medicine Clinical Terms',
      'SNOMED CT International Edition',
    ],
    iris: ['http://snomed.info/sct', 'urn:oid:2.16.840.1.113883.6.96'],
  },
  {
    names: ['UCUM', 'Unified Code for Units of Measure'],
    iris: ['http://unitsofmeasure.org', 'https://ucum.org', 'urn:oid:2.16.840.1.113883.6.8'],
  },
  {
    names: [
      'ATC',
      'ATC classification',
      'ATC/DDD',
      'Anatomical Therapeutic Chemical',
      'Anatomical Therapeutic Chemical Classification',
      'Anatomical Therapeutic Chemical Classification System',
      'Anatomisch-Therapeutisch-Chemisches Klassifikationssystem',
    ],
    iris: [
      'http://www.whocc.no/atc',
      'http://fhir.de/CodeSystem/bfarm/atc',
      'urn:oid:2.16.840.1.113883.6.73',
    ],
  },
  {
    names: [
      'ICD-10-GM',
      'ICD-10 German Modification',
      'Internationale statistische Klassifikation der Krankheiten, 10. Revision, German Modification',
    ],
    iris: ['http://fhir.de/CodeSystem/bfarm/icd-10-gm', 'urn:oid:1.2.276.0.76.5.409'],
  },
  { names: ['ODM', 'CDISC ODM', 'Operational Data Model', 'CDISC Operational Data Model'], iris: [] },
  {
    names: ['CQL', 'Clinical Quality Language', 'HL7 Clinical Quality Language'],
    iris: ['http://cql.hl7.org'],
  },
  { names: ['DSF', 'Data Sharing Framework'], iris: ['https://dsf.dev'] },
  { names: ['openEHR', 'openEHR Reference Model'], iris: ['https://www.openehr.org'] },
  { names: ['i2b2', 'Informatics for Integrating Biology and the Bedside'], iris: ['https://www.i2b2.org'] },
];

/** Words for one thing in the names of data models, as one. */
export function withOneWord(text: string): string {
  return text
    .replace(/ (?:medizininformatik initiative|medical informatics initiative)(?= )/g, ' mii')
    .replace(/ (?:kds|core data set|core dataset)(?= )/g, ' kerndatensatz')
    .replace(/ (?:erweiterungsmodul|basismodul|extension module|base module|module|modul)(?= )/g, ' modul');
}
const release = String.raw`(?:v|version|release|rel\.?|r|stu|rev\.?)\s?\d[\d.]*[a-z]?`;
const versions = new RegExp(
  String.raw`[(\s,-]*\b(?:${release}(?:\s*\(\d[\d.]*\))?|(?:19|20)\d\d(?:\.\d+)*|\d+\.\d+(?:\.\d+)*)\b\)?`,
  'giu',
);

/** A name without the version in it, and the number of the version; null if it names none. */
export function withoutVersion(text: string): { readonly name: string; readonly version: string } | null {
  const [found] = text.match(versions) ?? [];
  if (found === undefined) return null;
  const name = text.replace(versions, ' ').trim();
  const number = /\d[\d.]*/.exec(found)?.[0].replace(/\.$/, '') ?? '';
  return name === '' ? null : { name, version: number };
}
