/** Agents: their type in the list of the profile, and the one contact point that it demands. */
import type { DescribedRecord } from '../../../resource/whole-record';
import { cv, dct, foaf, vcard } from '../../../vocabulary/namespaces';
import { describeRecord } from '../../describe';
import { literal, type NamedNode } from '../../factory';
import { Graph } from '../../graph';
import { skolemNode } from '../../iris';
import { rdfType, termNode } from '../../namespaces';
import type { Face, Rule } from './face';

const agent = termNode(foaf('Agent'));
const type = termNode(dct('type'));
const contactPoint = termNode(cv('contactPoint'));
const contactPointClass = termNode(cv('ContactPoint'));
const contactPage = termNode(cv('contactPage'));
const email = termNode(cv('email'));
const hasEmail = termNode(vcard('hasEmail'));
const hasUrl = termNode(vcard('hasURL'));
const telephone = termNode(cv('telephone'));
const hasTelephone = termNode(vcard('hasTelephone'));

export const describeAgents: Rule = (face) => {
  const { graph, terms, whole } = face;
  const around = [...whole.links.map(({ other }) => other), ...whole.references.values()];
  for (const described of [whole, ...around]) {
    const node = terms.nodeOf(described.record.key);
    if (!graph.states(node, rdfType, agent)) continue;
    stateType(face, node, described);
    if (face.settings.agentContactPoints) stateContactPoint(face, node, described);
  }
};

/** The concept of the profile's list that stands for a code of the record. */
function stateType(
  { graph, terms, settings }: Face,
  node: NamedNode,
  { description, record }: DescribedRecord,
): void {
  const found = description.attributes
    .flatMap(({ name, scheme }) => scheme?.concepts[String(record[name])]?.matches ?? [])
    .find(({ scheme }) => scheme.iri === settings.publisherTypes);
  for (const other of graph.nodesOf(node, type)) graph.remove(node, type, other);
  if (found) graph.add(node, type, terms.concepts.in(graph, found.scheme, found.code));
}

/** Of several contacts, the one that answers for the record of the document too; otherwise the first. */
function stateContactPoint(
  { graph, terms, whole }: Face,
  node: NamedNode,
  { description, lists }: DescribedRecord,
): void {
  const own = description.lists.find(({ term }) => term?.predicate === contactPoint.value);
  const contacts = own ? (lists.get(own.name) ?? []) : [];
  const agents = new Set([...whole.references.values()].map(({ record }) => record.key));
  const chosen = contacts.find(({ record }) => agents.has(record.key)) ?? contacts[0];
  const point = skolemNode(node, 'contact-point');
  if (!chosen || graph.knows(point)) return;
  const statements = new Graph();
  const contact = describeRecord(terms, statements, chosen);
  const pages = statements.nodesOf(contact, hasUrl);
  const emails = statements.nodesOf(contact, hasEmail);
  if (pages.length + emails.length === 0) return;
  graph.add(node, contactPoint, point);
  graph.add(point, rdfType, contactPointClass);
  for (const page of pages) graph.add(point, contactPage, page);
  for (const { value } of emails) graph.add(point, email, literal(value.replace(/^mailto:/, '')));
  for (const { value } of statements.nodesOf(contact, hasTelephone))
    graph.add(point, telephone, literal(value.replace(/^tel:/, '')));
}
