/** Which values properties take, as DCAT-AP and HealthDCAT-AP have it. */
import { AccessRights } from '../../../vocabulary/access-rights';
import { AdmsPublisherType } from '../../../vocabulary/adms-publisher-type';
import { ChecksumAlgorithm } from '../../../vocabulary/checksum-algorithm';
import { CodingSystem } from '../../../vocabulary/coding-system';
import type { ConceptScheme } from '../../../vocabulary/concept-scheme';
import { Country } from '../../../vocabulary/country';
import { DatasetType } from '../../../vocabulary/dataset-type';
import { DataTheme } from '../../../vocabulary/data-theme';
import { DistributionStatus } from '../../../vocabulary/distribution-status';
import { FileType } from '../../../vocabulary/file-type';
import { Frequency } from '../../../vocabulary/frequency';
import { HealthActivity } from '../../../vocabulary/health-activity';
import { HealthCategory } from '../../../vocabulary/health-category';
import { HealthPublisherType } from '../../../vocabulary/health-publisher-type';
import { HealthStandard } from '../../../vocabulary/health-standard';
import { HealthTheme } from '../../../vocabulary/health-theme';
import { Language } from '../../../vocabulary/language';
import * as ns from '../../../vocabulary/namespaces';
import { PersonalData } from '../../../vocabulary/personal-data';
import { PlannedAvailability } from '../../../vocabulary/planned-availability';

const {
  adms,
  cv,
  dcat,
  dcatap,
  dct,
  dpv,
  dqv,
  fdpo,
  foaf,
  geodcatap,
  healthdcatap,
  prov,
  schema,
  skos,
  spdx,
  vcard,
} = ns;

const all = (namespace: (name: string) => string, names: string) => names.split(' ').map(namespace);

/** They take nodes. */
export const nodeProperties: ReadonlySet<string> = new Set([
  ...all(adms, 'sample status'),
  ...all(cv, 'contactPage contactPoint'),
  ...all(
    dcat,
    'accessService accessURL catalog compressFormat contactPoint dataset distribution downloadURL endpointDescription endpointURL hasVersion inSeries landingPage mediaType packageFormat qualifiedRelation record servesDataset service theme themeTaxonomy',
  ),
  ...all(dcatap, 'applicableLegislation availability'),
  ...all(
    dct,
    'accessRights accrualPeriodicity conformsTo creator format hasPart isPartOf isReferencedBy language license provenance publisher relation rights source spatial temporal type',
  ),
  ...all(dpv, 'hasLegalBasis hasPersonalData hasPurpose'),
  dqv('hasQualityAnnotation'),
  ...all(foaf, 'homepage page primaryTopic'),
  ...all(geodcatap, 'custodian originator'),
  ...all(
    healthdcatap,
    'analytics hasCodingSystem hasVariables hdab hdabCoordinator healthCategory healthTheme retentionPeriod',
  ),
  ...all(prov, 'qualifiedAttribution wasGeneratedBy'),
  skos('inScheme'),
  ...all(spdx, 'algorithm checksum'),
  vcard('hasURL'),
]);

/** They take e-mail addresses as IRIs. */
export const mailboxProperties: ReadonlySet<string> = new Set([foaf('mbox'), vcard('hasEmail')]);

/** Their values are addresses that are fetched, and name nothing else. */
export const addressProperties: ReadonlySet<string> = new Set([
  ...all(dcat, 'accessURL downloadURL endpointURL landingPage'),
  ...all(foaf, 'homepage page'),
  cv('contactPage'),
  vcard('hasURL'),
]);

/** They take texts, and an IRI is one. */
export const nameProperties: ReadonlySet<string> = new Set([dct('identifier'), skos('notation')]);

/** They take texts. */
export const textProperties: ReadonlySet<string> = new Set([
  ...all(dct, 'alternative description title'),
  ...all(dcat, 'keyword version'),
  foaf('name'),
  vcard('fn'),
  adms('versionNotes'),
  healthdcatap('populationCoverage'),
]);

export const dateProperties: ReadonlySet<string> = new Set([
  ...all(dct, 'created issued modified'),
  ...all(dcat, 'endDate startDate'),
  ...all(schema, 'endDate startDate'),
  ...all(fdpo, 'metadataIssued metadataModified'),
]);

/** They take whole numbers from zero on. */
export const countProperties: ReadonlySet<string> = new Set([
  dcat('byteSize'),
  ...all(healthdcatap, 'maxTypicalAge minTypicalAge numberOfRecords numberOfUniqueIndividuals'),
]);

export const decimalProperties: ReadonlySet<string> = new Set([dcat('spatialResolutionInMeters')]);

export const booleanProperties: ReadonlySet<string> = new Set([healthdcatap('hasStructuredData')]);

/** The vocabularies of which values are, where these are known. */
export const schemesOfProperty: Readonly<Record<string, readonly ConceptScheme[]>> = {
  [adms('status')]: [DistributionStatus],
  [dcat('theme')]: [DataTheme],
  [dcatap('availability')]: [PlannedAvailability],
  [dct('accessRights')]: [AccessRights],
  [dct('accrualPeriodicity')]: [Frequency],
  [dct('conformsTo')]: [HealthStandard],
  [dct('format')]: [FileType],
  [dct('language')]: [Language],
  [dct('spatial')]: [Country],
  [dct('type')]: [DatasetType, AdmsPublisherType, HealthPublisherType, HealthActivity],
  [dpv('hasPersonalData')]: [PersonalData],
  [healthdcatap('hasCodingSystem')]: [CodingSystem],
  [healthdcatap('healthCategory')]: [HealthCategory],
  [healthdcatap('healthTheme')]: [HealthTheme],
  [spdx('algorithm')]: [ChecksumAlgorithm],
};

/** Vocabularies that are known whole: other codes do not exist. */
export const wholeSchemes: readonly ConceptScheme[] = [
  AccessRights,
  AdmsPublisherType,
  DataTheme,
  DistributionStatus,
  HealthCategory,
  PlannedAvailability,
];

/** Of these, only one value can hold. By class of the subject; null for any. */
export const singleProperties: readonly (readonly [property: string, classes: readonly string[] | null])[] = [
  [dct('accessRights'), null],
  [dct('publisher'), null],
  [dct('license'), [dcat('Distribution')]],
  [dct('accrualPeriodicity'), null],
  [dct('issued'), null],
  [dct('modified'), null],
  [geodcatap('custodian'), null],
  [healthdcatap('hdab'), null],
  [healthdcatap('hasStructuredData'), null],
  [healthdcatap('numberOfRecords'), null],
  [healthdcatap('numberOfUniqueIndividuals'), null],
];

/** The class that the values of a property have at least. */
export const classOfValues: Readonly<Record<string, string>> = {
  [dcat('accessService')]: dcat('DataService'),
  [dcat('catalog')]: dcat('Catalog'),
  [dcat('contactPoint')]: vcard('Kind'),
  [dcat('dataset')]: dcat('Dataset'),
  [dcat('distribution')]: dcat('Distribution'),
  [adms('sample')]: dcat('Distribution'),
  [healthdcatap('analytics')]: dcat('Distribution'),
  [dcat('service')]: dcat('DataService'),
  [dct('creator')]: foaf('Agent'),
  [dct('publisher')]: foaf('Agent'),
  [dct('temporal')]: dct('PeriodOfTime'),
  [geodcatap('custodian')]: foaf('Agent'),
  [healthdcatap('hdab')]: foaf('Agent'),
};

/** Classes whose instances are as well of another one, which profiles ask for. */
export const classAbove: Readonly<Record<string, string>> = {
  [foaf('Organization')]: foaf('Agent'),
  [foaf('Person')]: foaf('Agent'),
  [foaf('Group')]: foaf('Agent'),
  [vcard('Organization')]: vcard('Kind'),
  [vcard('Individual')]: vcard('Kind'),
  [vcard('Group')]: vcard('Kind'),
};
