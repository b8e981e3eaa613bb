/** Identifiers: the web address of a record, and those that others gave it. */
import { literal, type NamedNode } from './factory';
import type { Identifier } from '../resource/evidence';
import { identifierIri } from '../resource/identifiers/identifiers';
import type { DescribedRecord } from '../resource/whole-record';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import type { Graph } from './graph';
import { iriNode, skolemNode } from './iris';
import * as name from './namespaces';

/** Schemes whose addresses are names of the thing itself, not of a page about it. */
const naming: ReadonlySet<IdentifierScheme> = new Set<IdentifierScheme>([
  'ROR',
  'WIKIDATA',
  'ISNI',
  'CROSSREF_FUNDER',
  'DOI',
]);

/** The addresses by which a record can be found elsewhere. */
export function nameRecord(graph: Graph, node: NamedNode, identifiers: DescribedRecord['identifiers']): void {
  graph.add(node, name.identifier, literal(node.value));
  for (const identifier of identifiers) {
    const iri = addressOf(identifier);
    if (!iri) continue;
    graph.add(node, name.identifier, literal(iri.value));
    // Two records with the same identifier are not the same.
    if (naming.has(identifier.scheme) && !identifier.shared) graph.add(node, name.sameAs, iri);
  }
}

/** Each identifier as a node with its scheme. */
export function describeIdentifiers(
  graph: Graph,
  node: NamedNode,
  identifiers: DescribedRecord['identifiers'],
): void {
  const counted = new Map<string, number>();
  for (const identifier of identifiers) {
    const { scheme, value } = identifier;
    const before = counted.get(scheme) ?? 0;
    counted.set(scheme, before + 1);
    const part = `identifier-${scheme.toLowerCase().replaceAll('_', '-')}${before > 0 ? `-${before + 1}` : ''}`;
    const own = skolemNode(node, part);
    graph.add(node, name.admsIdentifier, own);
    graph.add(own, name.rdfType, name.identifierClass);
    graph.add(own, name.notation, literal(value));
    graph.add(own, name.schemaAgency, literal(IdentifierScheme.concepts[scheme].en, 'en'));
    const iri = addressOf(identifier);
    if (iri) graph.add(own, name.seeAlso, iri);
  }
}

function addressOf(identifier: Identifier): NamedNode | null {
  const address = identifierIri(identifier);
  return address === null ? null : iriNode(address);
}
