/** Properties and classes as nodes. */
import { namedNode, type NamedNode } from './factory';
import { adms, dct, oa, owl, prov, rdf, rdfs, skos } from '../vocabulary/namespaces';
import { getOrMake } from '../maps';

const nodes = new Map<string, NamedNode>();

/** The node of a term that the vocabulary declares. Each is made once, so that nodes can be compared quickly. */
export const termNode = (iri: string): NamedNode => getOrMake(nodes, iri, () => namedNode(iri));

export const rdfType = termNode(rdf('type'));
export const label = termNode(rdfs('label'));
export const seeAlso = termNode(rdfs('seeAlso'));
export const identifier = termNode(dct('identifier'));
export const title = termNode(dct('title'));
export const sameAs = termNode(owl('sameAs'));
export const inScheme = termNode(skos('inScheme'));
export const prefLabel = termNode(skos('prefLabel'));
export const notation = termNode(skos('notation'));
export const concept = termNode(skos('Concept'));
export const conceptScheme = termNode(skos('ConceptScheme'));
export const admsIdentifier = termNode(adms('identifier'));
export const identifierClass = termNode(adms('Identifier'));
export const schemaAgency = termNode(adms('schemaAgency'));
export const derivedFrom = termNode(prov('wasDerivedFrom'));
export const primarySource = termNode(prov('hadPrimarySource'));
export const provValue = termNode(prov('value'));
export const exact = termNode(oa('exact'));
