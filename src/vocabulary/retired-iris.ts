/** IRIs of vocabularies that moved, were renamed or never existed, as documents of others still write them. */
import {
  dcat,
  dcatap,
  dct,
  dpv,
  euTable,
  fdpo,
  geodcatap,
  healthdcatap,
  healthTable,
  spdx,
} from './namespaces';

/** What IRIs begin with, and what they begin with today. */
export const retiredNamespaces: Readonly<Record<string, string>> = {
  'http://13.81.34.152:1101/resource/authority/': healthTable(''),
  'https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/': healthTable(''),
  'http://healthdataportal.eu/resource/authority/publisher-type/': healthTable('publisher-type/'),
  'http://healthdcat-ap.eu/ns#': healthdcatap(''),
  'http://publications.europa.eu/mdr/authority/': euTable(''),
  'https://publications.europa.eu/resource/authority/': euTable(''),
  'http://data.europa.eu/r5r#': dcatap(''),
  'https://w3id.org/dpv/dpv-gdpr#': 'https://w3id.org/dpv/legal/eu/gdpr#',
  'http://www.w3.org/ns/dpv#': dpv(''),
  'http://rdf.biosemantics.org/ontologies/fdp-o#': fdpo(''),
};

/** Pages about a vocabulary that are written where its namespace belongs, with that namespace. */
export const vocabularyPages: Readonly<Record<string, string>> = {
  'https://www.w3.org/TR/prov-o/': 'http://www.w3.org/ns/prov#',
  'https://www.w3.org/TR/vocab-dcat-2/': dcat(''),
  'https://www.w3.org/TR/vocab-dcat-3/': dcat(''),
  'https://www.w3.org/TR/vocab-dcat/': dcat(''),
  'https://www.w3.org/TR/skos-reference/': 'http://www.w3.org/2004/02/skos/core#',
  'https://www.w3.org/TR/2016/NOTE-vocab-dqv-20161215/': 'http://www.w3.org/ns/dqv#',
  'https://www.w3.org/TR/vocab-dqv/': 'http://www.w3.org/ns/dqv#',
  'https://www.w3.org/TR/vocab-adms/': 'http://www.w3.org/ns/adms#',
  'https://www.w3.org/TR/vocab-org/': 'http://www.w3.org/ns/org#',
  'https://www.w3.org/TR/odrl-vocab/': 'http://www.w3.org/ns/odrl/2/',
  'https://w3c.github.io/dpv/2.0/dpv/': dpv(''),
  'https://w3c.github.io/dpv/2.1/dpv/': dpv(''),
  'https://w3c.github.io/dpv/2.0/pd/': 'https://w3id.org/dpv/pd#',
  'https://w3c.github.io/dpv/2.1/pd/': 'https://w3id.org/dpv/pd#',
  'https://healthdcat-ap.github.io/': healthdcatap(''),
  'http://mlcommons.org/croissant/1.0': 'http://mlcommons.org/croissant/',
  'http://xmlns.com/foaf/spec/': 'http://xmlns.com/foaf/0.1/',
  'https://spdx.org/rdf/terms/': spdx(''),
  'http://spdx.org/rdf/terms/2.3': spdx(''),
};

const dc = (name: string) => `http://purl.org/dc/elements/1.1/${name}`;

/** Properties with another name today. */
export const retiredProperties: Readonly<Record<string, string>> = {
  [healthdcatap('hasPersonalData')]: dpv('hasPersonalData'),
  [healthdcatap('minimumTypicalAge')]: healthdcatap('minTypicalAge'),
  [healthdcatap('maximumTypicalAge')]: healthdcatap('maxTypicalAge'),
  [dcat('endPointURL')]: dcat('endpointURL'),
  [dct('isVersionOf')]: dcat('isVersionOf'),
  [dct('licence')]: dct('license'),
  [dcat('licence')]: dct('license'),
  [dcat('license')]: dct('license'),
  [dct('inSeries')]: dcat('inSeries'),
  'http://dcat-ap.de/def/dcatde/originator': geodcatap('originator'),
  // The elements of Dublin Core are those of its terms, which DCAT has.
  ...Object.fromEntries(
    'title description identifier language publisher creator contributor rights format relation source type'
      .split(' ')
      .map((name) => [dc(name), dct(name)]),
  ),
  [dc('subject')]: dcat('keyword'),
};

/** Properties of which only a person knows what they mean today. */
export const doubtfulProperties: Readonly<Record<string, string>> = {
  [dc('date')]: dct('issued'),
  'http://dcat-ap.de/def/dcatde/maintainer': geodcatap('custodian'),
  'http://dcat-ap.de/def/dcatde/geocodingDescription': dct('spatial'),
};

/** Properties that stay only if their value is a node; a literal says something else. */
export const retiredOfNodes: Readonly<Record<string, string>> = {
  [dct('hasVersion')]: dcat('hasVersion'),
  'http://dcat-ap.de/def/dcatde/legalBasis': dcatap('applicableLegislation'),
  'http://dcat-ap.de/def/dcatde/politicalGeocodingURI': dct('spatial'),
};

/** Properties without a successor. */
export const removedProperties: ReadonlySet<string> = new Set([
  healthdcatap('trustedDataHolder'),
  'http://dcat-ap.de/def/dcatde/qualityProcessURI',
]);

/** Properties of a dataset that belong to its publisher. */
export const movedToPublisher: Readonly<Record<string, string>> = {
  [healthdcatap('publisherType')]: dct('type'),
  [healthdcatap('publisherNote')]: dct('description'),
};

const admsStatus = 'http://purl.org/adms/status/';
const hash = 'http://dcat-ap.de/def/hashAlgorithms/';

/** Codes with another IRI today. */
export const retiredValues: Readonly<Record<string, string>> = {
  [`${admsStatus}Completed`]: euTable('distribution-status/COMPLETED'),
  [`${admsStatus}Deprecated`]: euTable('distribution-status/DEPRECATED'),
  [`${admsStatus}UnderDevelopment`]: euTable('distribution-status/DEVELOP'),
  [`${admsStatus}Withdrawn`]: euTable('distribution-status/WITHDRAWN'),
  [euTable('frequency/BIANNUAL')]: euTable('frequency/ANNUAL_2'),
  [euTable('file-type/JSONLD')]: euTable('file-type/JSON_LD'),
  [`${hash}md/5`]: spdx('checksumAlgorithm_md5'),
  ...Object.fromEntries(
    ['1', '224', '256', '384', '512'].map((size) => [
      `${hash}sha/${size}`,
      spdx(`checksumAlgorithm_sha${size}`),
    ]),
  ),
};

/** The beginning of invented addresses of concepts: what is meant is known by their label alone. */
export const inventedConcepts = 'http://data.europa.eu/r5r/healthdcat-ap/resource/';

/** Laws that are mistaken for others. */
export const mistakenLaws: Readonly<Record<string, string>> = {
  // The AI Act, written where the European Health Data Space is meant.
  'http://data.europa.eu/eli/reg/2024/1689/oj': 'http://data.europa.eu/eli/reg/2025/327/oj',
};
