/** What the classes of records are in schema.org, which search engines and assessors know. */
import { dcat, dct, foaf, schema, skos, vcard } from './namespaces';

const types: Readonly<Record<string, string>> = {
  [dcat('Catalog')]: 'DataCatalog',
  [dcat('Dataset')]: 'Dataset',
  [dcat('DatasetSeries')]: 'Dataset',
  [dcat('Distribution')]: 'DataDownload',
  [dcat('DataService')]: 'WebAPI',
  [dct('Standard')]: 'CreativeWork',
  [foaf('Document')]: 'CreativeWork',
  [foaf('Organization')]: 'Organization',
  [foaf('Project')]: 'ResearchProject',
  [skos('Concept')]: 'DefinedTerm',
  [vcard('Kind')]: 'ContactPoint',
};

/** The class of schema.org for an RDF class; null if there is none. */
export function schemaTypeOf(iri: string): string | null {
  if (iri.startsWith(schema(''))) return iri;
  const type = types[iri];
  return type === undefined ? null : schema(type);
}
