/**
 * Evidence: each statement of a source is an rdf:Statement about the property that it concerns, with the source as prov:hadPrimarySource,
 * the value in the words of the source as prov:value, a quotation as oa:exact, the date as dct:date, how far it can be relied on
 * as dct:type, the harvested document as prov:wasQuotedFrom with its digest as spdx:checksum, a note as rdfs:comment, and the records for whose time it is stated as dct:temporal. Whether the source lists everything is
 * a dct:type, too. The record is prov:wasDerivedFrom its sources.
 */
import { literal, type NamedNode, type Node } from './factory';
import { disputesIn, type StatedEvidence } from '../resource/evidence';
import { readStatedDay } from '../resource/time';
import type { WholeRecord } from '../resource/whole-record';
import { Completeness } from '../vocabulary/completeness';
import { Confidence } from '../vocabulary/confidence';
import { dct, prov, rdf, rdfs, spdx, xsd } from '../vocabulary/namespaces';
import { describeRecord } from './describe';
import type { Graph } from './graph';
import { skolemNode } from './iris';
import * as name from './namespaces';
import type { Terms } from './terms';

const term = name.termNode;

const [statement, entity] = [term(rdf('Statement')), term(prov('Entity'))];
const [about, property, object] = [term(rdf('subject')), term(rdf('predicate')), term(rdf('object'))];
const [date, kind, comment] = [term(dct('date')), term(dct('type')), term(rdfs('comment'))];
const temporal = term(dct('temporal'));
const [quotedFrom, checksumOf, checksumType] = [
  prov('wasQuotedFrom'),
  spdx('checksum'),
  spdx('Checksum'),
].map(term) as [NamedNode, NamedNode, NamedNode];
const [algorithm, checksumValue] = [term(spdx('algorithm')), term(spdx('checksumValue'))];
const [sha256, hexadecimal] = [term(spdx('checksumAlgorithm_sha256')), term(xsd('hexBinary'))];

/** States the evidence of a record that has been described. */
export function describeEvidence(terms: Terms, graph: Graph, whole: WholeRecord): void {
  const { description, record, evidence } = whole;
  const node = terms.nodeOf(record.key);
  const disputed = new Set(disputesIn(description, evidence).map((dispute) => dispute.property));
  evidence.forEach((each, index) => {
    const source = describeSource(terms, graph, whole, each.sourceId);
    if (!source) return;
    graph.add(node, name.derivedFrom, source);
    const own = skolemNode(node, `evidence-${index + 1}`);
    graph.add(own, name.rdfType, statement);
    graph.add(own, name.rdfType, entity);
    graph.add(own, about, node);
    graph.add(own, name.primarySource, source);
    graph.add(own, kind, terms.concepts.in(graph, Confidence, each.confidence));
    if (each.complete) graph.add(own, kind, terms.concepts.in(graph, Completeness, 'COMPLETE'));
    for (const time of each.during) graph.add(own, temporal, terms.nodeOf(time));
    stateWords(graph, own, each);
    stateDocument(graph, own, each);
    if (each.property === null) return;
    graph.add(own, name.label, literal(each.property));
    for (const { predicate, inverse } of terms.of(description).terms.get(each.property) ?? []) {
      if (inverse) continue;
      graph.add(own, property, term(predicate));
      const stated = disputed.has(each.property) ? null : statedObject(graph, node, predicate, each);
      if (stated) graph.add(own, object, stated);
      break;
    }
  });
}

function describeSource(terms: Terms, graph: Graph, { sources }: WholeRecord, key: string): NamedNode | null {
  const record = sources.get(key);
  if (!record) return null;
  const node = terms.nodeOf(key);
  if (!graph.begins(key)) return node;
  return describeRecord(terms, graph, {
    description: terms.source,
    record,
    identifiers: [],
    references: new Map(),
    lists: new Map(),
  });
}

/** The document from which the value was harvested, as it was then. */
function stateDocument(graph: Graph, node: NamedNode, { document }: StatedEvidence): void {
  if (!document) return;
  const checksum = skolemNode(node, 'document');
  graph.add(node, quotedFrom, term(document.address));
  graph.add(node, checksumOf, checksum);
  graph.add(checksum, name.rdfType, checksumType);
  graph.add(checksum, algorithm, sha256);
  graph.add(checksum, checksumValue, literal(document.digest.replace(/^sha256:/, ''), hexadecimal));
}

/** What the source says, in its words. */
function stateWords(
  graph: Graph,
  node: NamedNode,
  { statedValue, quotation, statedOn, note }: StatedEvidence,
) {
  if (statedValue !== null) graph.add(node, name.provValue, literal(statedValue));
  if (quotation !== null) graph.add(node, name.exact, literal(quotation));
  if (note !== null) graph.add(node, comment, literal(note));
  if (statedOn !== null) graph.add(node, date, literal(statedOn, dateType(statedOn)));
}

const types = { DAY: term(xsd('date')), MONTH: term(xsd('gYearMonth')), YEAR: term(xsd('gYear')) };

function dateType(stated: string): NamedNode | undefined {
  const precision = readStatedDay(stated, 'start')?.precision;
  return precision && types[precision];
}

/** The object that the source supports: of several values only the one that it names. */
function statedObject(
  graph: Graph,
  node: NamedNode,
  predicate: string,
  { statedValue }: StatedEvidence,
): Node | null {
  const objects = graph.objectsOf(node, term(predicate));
  const [only, ...others] = objects;
  return objects.find(({ value }) => value === statedValue) ?? (others.length === 0 ? only : null) ?? null;
}
