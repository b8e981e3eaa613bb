/** What search engines call the classes and properties of our documents. https://schema.org, https://developers.google.com/search/docs/appearance/structured-data/dataset */
import {
  adms,
  dcat,
  dct,
  foaf,
  geodcatap,
  healthdcatap,
  org,
  owl,
  rdfs,
  schema,
  skos,
  vcard,
} from '../../vocabulary/namespaces';

/** The types of schema.org by RDF class, the most specific first. Classes of schema.org itself stay as they are. */
export const types: readonly (readonly [string, string])[] = [
  [dcat('Catalog'), 'DataCatalog'],
  [dcat('Dataset'), 'Dataset'],
  [dcat('Distribution'), 'DataDownload'],
  [dcat('DataService'), 'WebAPI'],
  [foaf('Project'), 'ResearchProject'],
  [foaf('Organization'), 'Organization'],
  [org('Organization'), 'Organization'],
  [vcard('Organization'), 'Organization'],
  [vcard('Kind'), 'Organization'],
  [foaf('Agent'), 'Organization'],
  [dct('Standard'), 'CreativeWork'],
  [foaf('Document'), 'CreativeWork'],
  [skos('Concept'), 'DefinedTerm'],
  [dct('Location'), 'Place'],
];

/**
 * How the object of a property is stated: as a text, by its IRI or (where it has none of its own) its label, by its label alone, as
 * a thing with properties, as an interval, as a media type, as a `PropertyValue`, or
 * as those of the variables to which it leads.
 */
export type Stated =
  'text' | 'iri' | 'label' | 'thing' | 'place' | 'interval' | 'media-type' | 'identifier' | 'variables';

export interface Property {
  readonly predicate: string;
  readonly name: string;
  readonly as: Stated;
  /** The types of schema.org that have it; any if absent. */
  readonly of?: readonly string[];
}

const works = ['Dataset', 'DataCatalog', 'CreativeWork', 'ScholarlyArticle', 'SoftwareSourceCode'];
const files = [...works, 'DataDownload'];
const organisations = ['Organization', 'ResearchProject'];

const property = (predicate: string, name: string, as: Stated, of?: readonly string[]): Property => ({
  predicate,
  name,
  as,
  ...(of && { of }),
});

const names = [dct('title'), foaf('name'), vcard('fn'), skos('prefLabel'), rdfs('label'), schema('name')];

export const properties: readonly Property[] = [
  ...names.map((predicate) => property(predicate, 'name', 'text')),
  property(dct('alternative'), 'alternateName', 'text'),
  property(skos('altLabel'), 'alternateName', 'text'),
  property(dct('description'), 'description', 'text'),
  property(foaf('homepage'), 'url', 'iri'),
  property(dcat('landingPage'), 'url', 'iri'),
  property(foaf('page'), 'url', 'iri', ['CreativeWork']),
  property(dct('type'), 'additionalType', 'label'),
  property(owl('sameAs'), 'sameAs', 'iri'),
  property(adms('identifier'), 'identifier', 'identifier'),
  property(dcat('keyword'), 'keywords', 'text', works),
  property(dct('license'), 'license', 'iri', files),
  property(dct('accessRights'), 'conditionsOfAccess', 'label', works),
  property(dct('temporal'), 'temporalCoverage', 'interval', works),
  property(dct('spatial'), 'spatialCoverage', 'label', works),
  property(dct('issued'), 'datePublished', 'text', works),
  property(dct('created'), 'dateCreated', 'text', works),
  property(dcat('version'), 'version', 'text', works),
  property(dct('publisher'), 'publisher', 'thing', works),
  property(dct('publisher'), 'provider', 'thing', ['DataCatalog']),
  property(dct('creator'), 'creator', 'thing', works),
  property(geodcatap('custodian'), 'maintainer', 'thing', works),
  property(dct('rightsHolder'), 'copyrightHolder', 'thing', works),
  property(dct('isReferencedBy'), 'subjectOf', 'thing', works),
  property(dct('language'), 'inLanguage', 'label', works),
  property(healthdcatap('hasVariables'), 'variableMeasured', 'variables', ['Dataset']),
  property(dcat('distribution'), 'distribution', 'thing', ['Dataset']),
  property(dcat('downloadURL'), 'contentUrl', 'iri', ['DataDownload']),
  property(dcat('mediaType'), 'encodingFormat', 'media-type', ['DataDownload']),
  property(dcat('accessURL'), 'url', 'iri', ['DataDownload']),
  property(vcard('hasEmail'), 'email', 'iri', organisations),
  property(org('unitOf'), 'parentOrganization', 'thing', organisations),
  property(schema('geo'), 'location', 'place', organisations),
  property(vcard('locality'), 'address', 'text', organisations),
  property(schema('codeRepository'), 'codeRepository', 'iri', ['SoftwareSourceCode']),
  property(schema('dateModified'), 'dateModified', 'text', works),
  property(schema('isPartOf'), 'isPartOf', 'thing', works),
  property(schema('provider'), 'provider', 'thing', ['Service']),
  property(dct('audience'), 'audience', 'thing', ['Service']),
  property(schema('funder'), 'funder', 'thing', ['Grant', 'MonetaryGrant']),
  property(schema('latitude'), 'latitude', 'text', ['GeoCoordinates']),
  property(schema('longitude'), 'longitude', 'text', ['GeoCoordinates']),
];
