/** Values of attributes as objects: literals, IRIs, concepts, and nodes with properties of their own. */
import { literal, type NamedNode, type Node } from './factory';
import type { Attribute } from '../resource/description';
import type { StatedLiteral } from '../resource/kinds/kind';
import { rdfs, skos, xsd } from '../vocabulary/namespaces';
import { rdfClasses } from '../vocabulary/rdf-classes';
import type { StatedObject, Term } from '../vocabulary/term';
import { describeUnlisted, type Concepts } from './concepts';
import type { Graph } from './graph';
import { iriNode, skolemNode } from './iris';
import { rdfType, termNode } from './namespaces';

/** States a value that is not null. `beside` is the part of it that has its own field. */
export type StateValue = (graph: Graph, subject: NamedNode, value: unknown, beside: unknown) => void;

/** How the values of an attribute are stated with a term. */
export function valueStatement(attribute: Attribute, term: Term, concepts: Concepts): StateValue {
  const predicate = termNode(term.predicate);
  const objectsOf = objectsFor(attribute, term, concepts);
  return (graph, subject, value, beside) => {
    for (const object of objectsOf(graph, subject, value, beside)) graph.add(subject, predicate, object);
  };
}

/** A value as a list: its items, or itself. */
const each = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

type Objects = (graph: Graph, subject: NamedNode, value: unknown, beside: unknown) => readonly Node[];

function objectsFor(attribute: Attribute, object: StatedObject, concepts: Concepts): Objects {
  const { scheme } = attribute;
  if (object.object === 'tagged' || (object.object === 'literal' && !scheme))
    return literalsOf(attribute, object);
  if (object.object === 'literal') return plainLiterals(object);
  const whole = object.parts?.[''];
  if (whole) return nodesAround(attribute, object, whole, concepts);
  // A code's concept states its class itself.
  const typed = scheme && object.class === skos('Concept') ? typeFor({ object: 'iri' }) : typeFor(object);
  if (scheme && object.class === skos('ConceptScheme'))
    return (graph, _subject, codes) =>
      each(codes).map((code) => concepts.vocabulary(graph, scheme, String(code)));
  if (scheme)
    return (graph, _subject, codes) =>
      each(codes).map((code) => typed(graph, concepts.in(graph, scheme, String(code))));
  if (object.object === 'iri') {
    const { base = '' } = object;
    return (graph, _subject, value) =>
      each(value).flatMap((text) => {
        const node = iriNode(base + String(text));
        return node ? [typed(graph, node)] : [];
      });
  }
  return object.parts ? partsOf(attribute, object, object.parts, concepts) : nodesOf(attribute, object);
}

/** States the class of an object, once in a document. */
export function typeFor({ class: iri }: StatedObject): (graph: Graph, node: NamedNode) => NamedNode {
  if (iri === undefined) return (_graph, node) => node;
  const type = termNode(iri);
  const isConcept = iri === skos('Concept');
  return (graph, node) => {
    if (isConcept) describeUnlisted(graph, node);
    else if (graph.begins(node, iri)) graph.add(node, rdfType, type);
    return node;
  };
}

function literalsOf(attribute: Attribute, object: StatedObject): Objects {
  const { literals } = attribute.kind;
  if (!literals) return plainLiterals(object);
  return (_graph, _subject, value, beside) => literals(value, attribute, beside).map(literalOf);
}

function plainLiterals(object: StatedObject): Objects {
  const literalFor = plainLiteral(object);
  return (_graph, _subject, value) => each(value).map(literalFor);
}

const literalOf = ({ text, language, datatype }: StatedLiteral): Node =>
  literal(text, language ?? (datatype === undefined ? undefined : termNode(datatype)));

const plainLiteral = ({ datatype }: StatedObject): ((value: unknown) => Node) => {
  if (datatype === undefined) return (value) => literal(String(value));
  const type = termNode(datatype);
  const isDecimal = datatype === xsd('decimal');
  return (value) => literal(isDecimal ? decimal(value) : String(value), type);
};

/** xsd:decimal has no exponent, https://www.w3.org/TR/xmlschema11-2/#decimal */
const decimal = (value: unknown): string => {
  const text = String(value);
  return text.includes('e')
    ? Number(text)
        .toFixed(20)
        .replace(/\.?0+$/, '')
    : text;
};

/** A node for each value, which has the value as a property. */
function nodesAround(attribute: Attribute, object: StatedObject, whole: Term, concepts: Concepts): Objects {
  const typed = typeFor(object);
  const state = valueStatement(attribute, whole, concepts);
  const name = object.namedBy === undefined ? null : termNode(object.namedBy);
  const back = object.back === undefined ? null : termNode(object.back);
  const always = Object.entries(object.always ?? {}).map(([property, iri]) => ({
    property: termNode(property),
    iri: termNode(iri),
  }));
  return (graph, subject, value, beside) =>
    (Array.isArray(value) ? value : [value]).map((each: unknown, index) => {
      // A code is a name; a text may hold what no fragment has.
      const which = attribute.scheme ? String(each) : index + 1;
      const part = Array.isArray(value) ? `${attribute.name}-${which}` : attribute.name;
      const node = typed(graph, skolemNode(subject, part));
      if (name) graph.add(node, name, literal(attribute.name));
      if (back) graph.add(node, back, subject);
      for (const { property, iri } of always) graph.add(node, property, iri);
      state(graph, node, each, beside);
      return node;
    });
}

/** A node for a value of several parts, with a property for each. */
function partsOf(
  { name }: Attribute,
  object: StatedObject,
  parts: Readonly<Record<string, Term>>,
  concepts: Concepts,
): Objects {
  const type = object.class === undefined ? null : termNode(object.class);
  const statements = Object.entries(parts).map(([part, term]) => ({
    part,
    predicate: termNode(term.predicate),
    objectOf: partFor(term, concepts),
  }));
  return (graph, subject, value) => {
    const node = skolemNode(subject, name);
    if (type) graph.add(node, rdfType, type);
    for (const { part, predicate, objectOf } of statements) {
      const stated = (value as Readonly<Record<string, unknown>>)[part];
      if (stated !== null && stated !== undefined) graph.add(node, predicate, objectOf(graph, stated));
    }
    return [node];
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
function nodesOf(attribute: Attribute, object: StatedObject): Objects {
  const { name, kind } = attribute;
  const typed = typeFor(object);
  const labels = (rdfClasses[object.class ?? '']?.named ?? [rdfs('label')]).map(termNode);
  const texts = literalsOf(attribute, { object: 'tagged' });
  const type = object.class === undefined ? null : termNode(object.class);
  const labelled = (graph: Graph, node: NamedNode, literals: readonly Node[]) => {
    if (type) graph.add(node, rdfType, type);
    for (const label of labels) for (const one of literals) graph.add(node, label, one);
    return node;
  };
  if (kind.literals)
    return (graph, subject, value, beside) => [
      labelled(graph, skolemNode(subject, name), texts(graph, subject, value, beside)),
    ];
  return (graph, subject, value) =>
    each(value).map((one, index) => {
      const text = String(one);
      const iri = isAddress(text) ? iriNode(text) : null;
      if (iri) return typed(graph, iri);
      const part = Array.isArray(value) ? `${name}-${index + 1}` : name;
      return labelled(graph, skolemNode(subject, part), [literal(text)]);
    });
}

const isAddress = (text: string): boolean => /^(?:https?:\/\/|urn:)\S+$/i.test(text);
