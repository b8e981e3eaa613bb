/** Values of attributes as objects: literals, IRIs, concepts, and nodes with properties of their own. */
import { literal, type NamedNode, type Node } from './factory';
import type { Attribute } from '../resource/description';
import { rdfs, skos } from '../vocabulary/namespaces';
import { rdfClasses } from '../vocabulary/rdf-classes';
import type { StatedObject, Term } from '../vocabulary/term';
import { describeUnlisted, type Concepts } from './concepts';
import type { Graph } from './graph';
import { iriNode, skolemNode } from './iris';
import { literalOf, plainLiteral } from './literals';
import { rdfType, termNode } from './namespaces';

/** States a value that is not null. `beside` is the part of it that has its own field. */
export type StateValue = (graph: Graph, subject: NamedNode, value: unknown, beside: unknown) => void;

/** How the values of an attribute are stated with a term. */
export function valueStatement(attribute: Attribute, term: Term, concepts: Concepts): StateValue {
  const predicate = termNode(term.predicate);
  const state = objectsFor(attribute, term, concepts);
  return (graph, subject, value, beside) => state(graph, subject, predicate, value, beside);
}

/** States the objects of a value. They are not collected before, as an export states millions. */
type StateObjects = (
  graph: Graph,
  subject: NamedNode,
  predicate: NamedNode,
  value: unknown,
  beside: unknown,
) => void;

/** States one object for each item of a list, or for the value itself. */
const forEach =
  (objectOf: (graph: Graph, item: unknown) => Node | null): StateObjects =>
  (graph, subject, predicate, value) => {
    if (!Array.isArray(value)) {
      const object = objectOf(graph, value);
      if (object) graph.add(subject, predicate, object);
      return;
    }
    for (const item of value) {
      const object = objectOf(graph, item);
      if (object) graph.add(subject, predicate, object);
    }
  };

function objectsFor(attribute: Attribute, object: StatedObject, concepts: Concepts): StateObjects {
  const { scheme } = attribute;
  if (object.object === 'tagged' || (object.object === 'literal' && !scheme))
    return literalsOf(attribute, object);
  if (object.object === 'literal') return plainLiterals(object);
  const whole = object.parts?.[''];
  if (whole) return nodesAround(attribute, object, whole, concepts);
  // A code's concept states its class itself.
  const typed = scheme && object.class === skos('Concept') ? typeFor({ object: 'iri' }) : typeFor(object);
  if (scheme && object.class === skos('ConceptScheme'))
    return forEach((graph, code) => concepts.vocabulary(graph, scheme, String(code)));
  if (scheme) return forEach((graph, code) => typed(graph, concepts.in(graph, scheme, String(code))));
  if (object.object === 'iri') {
    const { base = '' } = object;
    return forEach((graph, text) => {
      const node = iriNode(base + String(text));
      return node && typed(graph, node);
    });
  }
  return object.parts ? partsOf(attribute, object, object.parts, concepts) : nodesOf(attribute, object);
}

/** A value as a list: its items, or itself. */
const each = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** States the class of an object, once in a document. */
export function typeFor({ class: iri }: StatedObject): (graph: Graph, node: NamedNode) => NamedNode {
  if (iri === undefined) return (_graph, node) => node;
  const type = termNode(iri);
  const isConcept = iri === skos('Concept');
  return (graph, node) => {
    if (isConcept) describeUnlisted(graph, node);
    else if (graph.begins(node.id, iri)) graph.add(node, rdfType, type);
    return node;
  };
}

function literalsOf(attribute: Attribute, object: StatedObject): StateObjects {
  const { literals } = attribute.kind;
  if (!literals) return plainLiterals(object);
  return (graph, subject, predicate, value, beside) => {
    for (const one of literals(value, attribute, beside)) graph.add(subject, predicate, literalOf(one));
  };
}

function plainLiterals(object: StatedObject): StateObjects {
  const literalFor = plainLiteral(object);
  return forEach((_graph, value) => literalFor(value));
}

/** A node for each value, which has the value as a property. */
function nodesAround(
  attribute: Attribute,
  object: StatedObject,
  whole: Term,
  concepts: Concepts,
): StateObjects {
  const typed = typeFor(object);
  const state = valueStatement(attribute, whole, concepts);
  const name = object.namedBy === undefined ? null : termNode(object.namedBy);
  const back = object.back === undefined ? null : termNode(object.back);
  const always = Object.entries(object.always ?? {}).map(([property, iri]) => ({
    property: termNode(property),
    iri: termNode(iri),
  }));
  return (graph, subject, predicate, value, beside) => {
    each(value).forEach((one, index) => {
      // A code is a name; a text may hold what no fragment has.
      const which = attribute.scheme ? String(one) : index + 1;
      const part = Array.isArray(value) ? `${attribute.name}-${which}` : attribute.name;
      const node = typed(graph, skolemNode(subject, part));
      if (name) graph.add(node, name, literal(attribute.name));
      if (back) graph.add(node, back, subject);
      for (const { property, iri } of always) graph.add(node, property, iri);
      state(graph, node, one, beside);
      graph.add(subject, predicate, node);
    });
  };
}

/** A node for a value of several parts, with a property for each. */
function partsOf(
  { name }: Attribute,
  object: StatedObject,
  parts: Readonly<Record<string, Term>>,
  concepts: Concepts,
): StateObjects {
  const type = object.class === undefined ? null : termNode(object.class);
  const statements = Object.entries(parts).map(([part, term]) => ({
    part,
    property: termNode(term.predicate),
    objectOf: partFor(term, concepts),
  }));
  return (graph, subject, predicate, value) => {
    const node = skolemNode(subject, name);
    if (type) graph.add(node, rdfType, type);
    for (const { part, property, objectOf } of statements) {
      const stated = (value as Readonly<Record<string, unknown>>)[part];
      if (stated !== null && stated !== undefined) graph.add(node, property, objectOf(graph, stated));
    }
    graph.add(subject, predicate, node);
  };
}

/** What states a part of a value: a literal, or the concept of a code. */
function partFor(term: Term, concepts: Concepts): (graph: Graph, value: unknown) => Node {
  const { scheme } = term;
  const literalFor = plainLiteral(term);
  if (!scheme) return (_graph, value) => literalFor(value);
  const typed = typeFor(term);
  return (graph, code) => typed(graph, concepts.in(graph, scheme, String(code)));
}

/** A node for each text, labelled with it. A text that is an IRI is the node itself. */
function nodesOf(attribute: Attribute, object: StatedObject): StateObjects {
  const { name, kind } = attribute;
  const typed = typeFor(object);
  const labels = (rdfClasses[object.class ?? '']?.named ?? [rdfs('label')]).map(termNode);
  const type = object.class === undefined ? null : termNode(object.class);
  const labelled = (graph: Graph, node: NamedNode, literals: readonly Node[]) => {
    if (type) graph.add(node, rdfType, type);
    for (const label of labels) for (const one of literals) graph.add(node, label, one);
    return node;
  };
  const { literals } = kind;
  if (literals)
    return (graph, subject, predicate, value, beside) => {
      const texts = literals(value, attribute, beside).map(literalOf);
      graph.add(subject, predicate, labelled(graph, skolemNode(subject, name), texts));
    };
  return (graph, subject, predicate, value) => {
    each(value).forEach((one, index) => {
      const text = String(one);
      const iri = isAddress(text) ? iriNode(text) : null;
      const part = Array.isArray(value) ? `${name}-${index + 1}` : name;
      const node = iri ? typed(graph, iri) : labelled(graph, skolemNode(subject, part), [literal(text)]);
      graph.add(subject, predicate, node);
    });
  };
}

const isAddress = (text: string): boolean => /^(?:https?:\/\/|urn:)\S+$/i.test(text);
