/** Records as nodes: whole, or briefly where another record refers to them. */
import type { NamedNode } from './factory';
import { namesOfClass } from '../resource/labels';
import { memberTermOf } from '../resource/role-term';
import type { DescribedRecord } from '../resource/whole-record';
import { dcat, dct, skos } from '../vocabulary/namespaces';
import { namesAdded } from '../vocabulary/rdf-classes';
import type { Term } from '../vocabulary/term';
import type { ClassTerms, StatedPointer } from './class-terms';
import { schemeQuads } from './concepts';
import type { Graph } from './graph';
import { describeIdentifiers, nameRecord } from './identifiers';
import { skolemNode } from './iris';
import { inScheme, rdfType, termNode } from './namespaces';
import { completions } from './nodes';
import type { Terms } from './terms';
import { typeFor } from './values';

/** A record with all that is stated of it itself, and of what it refers to. */
export function describeRecord(terms: Terms, graph: Graph, described: DescribedRecord): NamedNode {
  const { description, record, identifiers, references, lists } = described;
  const own = terms.of(description);
  const node = terms.ownNode(record.key);
  graph.beginsRecord(record.key, true);
  stateTypes(terms, graph, node, own);
  // Most attributes of most records have no value, and then the record has no field of that name.
  for (const name of Object.keys(record))
    for (const state of own.attributes.get(name) ?? none) state(graph, node, record);
  stateBounds(graph, node, own, described);
  if (description.kind !== 'link') {
    nameRecord(graph, node, identifiers);
    describeIdentifiers(graph, node, identifiers);
  }
  for (const pointer of own.references) {
    const other = references.get(pointer.name);
    const term = memberTermOf(pointer, description, record);
    if (other) point(graph, node, term, describeOther(terms, graph, other, term));
  }
  for (const { name, term, side } of own.ends) {
    const other = references.get(name);
    const end = record[`${side}Key`];
    if (other) point(graph, node, term, describeOther(terms, graph, other, term));
    else if (typeof end === 'string') point(graph, node, term, terms.nodeOf(end));
  }
  for (const pointer of own.lists) {
    const { holder, property } = holderOf(graph, node, own, described, pointer);
    for (const other of lists.get(pointer.name) ?? []) {
      const term = memberTermOf({ ...pointer, term: property }, other.description, other.record);
      point(graph, holder, term, describeOther(terms, graph, other, term));
    }
  }
  completions[description.term]?.(graph, node, ownersOf(terms, described));
  return node;
}

const none: readonly never[] = [];

/** What states the records of a list: the record, or a node between, which is a group of a class and has the title of the record. */
function holderOf(
  graph: Graph,
  node: NamedNode,
  own: ClassTerms,
  { record, lists }: DescribedRecord,
  { name, term }: StatedPointer,
): { holder: NamedNode; property: Term } {
  const property = term.parts?.[''];
  if (!property || !lists.has(name)) return { holder: node, property: property ?? term };
  const holder = skolemNode(node, name);
  graph.add(node, termNode(term.predicate), typeFor(term)(graph, holder));
  own.named(dct('title'))(graph, holder, record);
  return { holder, property };
}

/** The records to which it belongs: those that state it of themselves. */
const ownersOf = (terms: Terms, { description, record }: DescribedRecord): NamedNode[] =>
  terms.of(description).references.flatMap(({ name, term }) => {
    const key = record[name];
    return term.inverse && typeof key === 'string' ? [terms.nodeOf(key)] : [];
  });

/** A record to which another one refers: briefly, or whole if its class is described so everywhere. */
export function describeOther(
  terms: Terms,
  graph: Graph,
  described: DescribedRecord,
  { class: role }: Pick<Term, 'class'>,
): NamedNode {
  const { description, record, identifiers } = described;
  const own = terms.of(description);
  const node = terms.nodeOf(record.key);
  const { whole = false, uselessWithout } = own.about;
  if (!graph.isDescribedElsewhere(description) && graph.beginsRecord(record.key, whole)) {
    if (whole) {
      describeRecord(terms, graph, described);
      if (uselessWithout && !graph.has(node, termNode(uselessWithout))) graph.leaveOut(node);
    } else {
      for (const state of own.brief) state(graph, node, record);
      const lacks = own.about.demands?.some((property) => !graph.has(node, termNode(property)));
      if (lacks) graph.add(node, rdfType, resource);
      else stateTypes(terms, graph, node, own);
      nameRecord(graph, node, identifiers);
    }
  }
  if (role !== undefined && graph.begins(record.key, role)) {
    graph.add(node, rdfType, termNode(role));
    for (const name of namesAdded(description.term, role)) own.named(name)(graph, node, record);
  }
  return node;
}

/** States a property of a node, or of the other one. */
export function point(graph: Graph, node: NamedNode, { predicate, inverse }: Term, other: NamedNode): void {
  if (inverse) graph.add(other, termNode(predicate), node);
  else graph.add(node, termNode(predicate), other);
}

function stateTypes(terms: Terms, graph: Graph, node: NamedNode, { types, description }: ClassTerms): void {
  for (const type of types) graph.add(node, rdfType, type);
  if (description.term !== concept) return;
  // The records of a class of concepts are a vocabulary.
  const scheme = terms.nodeOf(description.path);
  graph.add(node, inScheme, scheme);
  const { de, en } = namesOfClass(description);
  if (graph.begins(scheme.id)) graph.addAll(schemeQuads(scheme, { de: de.many, en: en.many }));
}

const concept = skos('Concept');
const resource = termNode(dcat('Resource'));
const periodOfTime = termNode(dct('PeriodOfTime'));

/** Beginning and end of a link belong to a period of time, which is a node of its own. */
function stateBounds(
  graph: Graph,
  node: NamedNode,
  { bounds, about }: ClassTerms,
  { record }: DescribedRecord,
): void {
  let isBounded = false;
  for (const { name } of bounds) isBounded ||= record[name] != null;
  if (!isBounded) return;
  const period = skolemNode(node, 'time');
  graph.add(period, rdfType, periodOfTime);
  for (const { state } of bounds) state(graph, period, record);
  graph.add(node, termNode(about.during ?? dct('temporal')), period);
}
