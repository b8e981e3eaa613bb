/** The RDF namespaces of the catalogue's terms. `dcat('theme')` returns the full IRI of a term. */

const namespace =
  (base: string) =>
  (localName: string): string =>
    base + localName;

/** Data Catalog Vocabulary 3, https://www.w3.org/TR/vocab-dcat-3/ */
export const dcat = namespace('http://www.w3.org/ns/dcat#');
/** DCMI Metadata Terms, https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ */
export const dct = namespace('http://purl.org/dc/terms/');
/** HealthDCAT-AP, https://healthdcat-ap.github.io/ */
export const healthdcatap = namespace('http://healthdataportal.eu/ns/health#');
/** GeoDCAT-AP, https://semiceu.github.io/GeoDCAT-AP/releases/3.0.0/ */
export const geodcatap = namespace('http://data.europa.eu/930/');
/** Data Privacy Vocabulary, https://w3id.org/dpv */
export const dpv = namespace('https://w3id.org/dpv#');
/** Terms of DCAT-AP, https://semiceu.github.io/DCAT-AP/releases/3.0.1/ */
export const dcatap = namespace('http://data.europa.eu/r5r/');
/** Core Vocabularies of the European Union, https://semiceu.github.io/Core-Vocabularies/ */
export const cv = namespace('http://data.europa.eu/m8g/');
/** European Legislation Identifier, https://eur-lex.europa.eu/eli-register/about.html */
export const eli = namespace('http://data.europa.eu/eli/ontology#');
/** CSV on the Web, https://www.w3.org/TR/tabular-metadata/ */
export const csvw = namespace('http://www.w3.org/ns/csvw#');
/** Software Package Data Exchange, https://spdx.org/rdf/terms/ */
export const spdx = namespace('http://spdx.org/rdf/terms#');
/** RDF Schema, https://www.w3.org/TR/rdf-schema/ */
export const rdfs = namespace('http://www.w3.org/2000/01/rdf-schema#');
/** Authority tables of the Publications Office of the European Union, https://op.europa.eu/en/web/eu-vocabularies/authority-tables */
export const euTable = namespace('http://publications.europa.eu/resource/authority/');
/** Authority tables of HealthDCAT-AP, https://data.health.europa.eu/healthdcat-ap/releases/latest/ */
export const healthTable = namespace('https://hdeu-dcat.data.health.europa.eu/resource/authority/');
/** Registry of media types, https://www.iana.org/assignments/media-types/ */
export const mediaType = namespace('http://www.iana.org/assignments/media-types/');
/** Asset Description Metadata Schema, https://www.w3.org/TR/vocab-adms/ */
export const adms = namespace('http://www.w3.org/ns/adms#');
/** Friend of a Friend, http://xmlns.com/foaf/spec/ */
export const foaf = namespace('http://xmlns.com/foaf/0.1/');
/** W3C Organization Ontology, https://www.w3.org/TR/vocab-org/ */
export const org = namespace('http://www.w3.org/ns/org#');
/** PROV-O, https://www.w3.org/TR/prov-o/ */
export const prov = namespace('http://www.w3.org/ns/prov#');
/** Web Annotation, https://www.w3.org/TR/annotation-vocab/ */
export const oa = namespace('http://www.w3.org/ns/oa#');
/** OWL, https://www.w3.org/TR/owl2-overview/ */
export const owl = namespace('http://www.w3.org/2002/07/owl#');
/** Data Quality Vocabulary, https://www.w3.org/TR/vocab-dqv/ */
export const dqv = namespace('http://www.w3.org/ns/dqv#');
/** schema.org, https://schema.org */
export const schema = namespace('https://schema.org/');
/** SKOS, https://www.w3.org/TR/skos-reference/ */
export const skos = namespace('http://www.w3.org/2004/02/skos/core#');
/** vCard, https://www.w3.org/TR/vcard-rdf/ */
export const vcard = namespace('http://www.w3.org/2006/vcard/ns#');
/** Hydra, https://www.hydra-cg.com/spec/latest/core/ */
export const hydra = namespace('http://www.w3.org/ns/hydra/core#');
/** Shapes Constraint Language, https://www.w3.org/TR/shacl/ */
export const sh = namespace('http://www.w3.org/ns/shacl#');
/** Linked Data Platform, https://www.w3.org/TR/ldp/ */
export const ldp = namespace('http://www.w3.org/ns/ldp#');
/** FAIR Data Point, https://specs.fairdatapoint.org/ */
export const fdpo = namespace('https://w3id.org/fdp/fdp-o#');
/** RDF itself, https://www.w3.org/TR/rdf11-concepts/ */
export const rdf = namespace('http://www.w3.org/1999/02/22-rdf-syntax-ns#');
/** Registry of research data repositories, https://www.re3data.org/schema */
export const r3d = namespace('http://www.re3data.org/schema/3-0#');
/** XML Schema datatypes, https://www.w3.org/TR/xmlschema11-2/ */
export const xsd = namespace('http://www.w3.org/2001/XMLSchema#');
