/** What a document states and no record has a place for: once for each property, with how often. */
import type { Quad } from '@rdfjs/types';
import { getOrMake } from '../../maps';
import type { Description } from '../../resource/description';
import { dcat, dct, fdpo, hydra, ldp, prov, rdf, rdfs, sh, skos, spdx } from '../../vocabulary/namespaces';
import { shownName } from '../../rdf/shown-term';
import type { Finding, Place } from '../finding';
import type { RecordNode } from './classes';
import { mappingFinding } from './mapping-findings';
import { equivalentProperties, nameProperties } from './other-properties';
import { planOf } from './plan';
import type { RecordReading } from './record-reading';
import { isBlank, nodeOf, propertyOf } from './statements';

/** What only describes the vocabularies and the way of publication. */
const ofNoRecord = [hydra(''), ldp(''), fdpo(''), sh(''), 'https://w3id.org/ldes#', 'https://w3id.org/tree#'];
const ofNoValue: ReadonlySet<string> = new Set([
  rdf('type'),
  skos('inScheme'),
  skos('topConceptOf'),
  dcat('record'),
  rdfs('seeAlso'),
  rdfs('isDefinedBy'),
]);
/** Classes of nodes that stand for themselves wherever they are referred to. */
const selfExplaining: ReadonlySet<string> = new Set([
  skos('Concept'),
  skos('ConceptScheme'),
  dct('LinguisticSystem'),
  dct('MediaType'),
  dct('MediaTypeOrExtent'),
  dct('LicenseDocument'),
  spdx('ChecksumAlgorithm'),
  dcat('CatalogRecord'),
  dcat('Role'),
  'http://www.w3.org/ns/org#Role',
  prov('Role'),
]);

/** What had no place, of one property in one class. */
export interface Unplaced {
  readonly type: string;
  readonly first: Quad;
  /** What is shown of a value that has no address: its name, or its class. */
  readonly shown: string | null;
  readonly place: Place;
  /** Whether the class has a place for the property, so that only the value was not understood. */
  readonly hasPlace: boolean;
  number: number;
}

/** Adds what had no place to that of other parts of the document. */
export function addUnplaced(
  all: Map<string, Unplaced>,
  nodes: readonly RecordNode[],
  reading: RecordReading,
): void {
  const { statements, context, classes } = reading;
  const records = new Map(nodes.map((one) => [one.node, one.description]));
  for (const quad of statements.unplaced) {
    const property = propertyOf(quad);
    const subject = nodeOf(quad.subject);
    if (ofNoValue.has(property) || ofNoRecord.some((namespace) => property.startsWith(namespace))) continue;
    const description = records.get(subject);
    if (!description && classes.ownOf(subject)) continue;
    const types = statements.typesOf(subject);
    // It is described in another group.
    if (reading.extent === 'group' && !description && (types.length === 0 || classes.looksOwn(subject)))
      continue;
    if (types.some((type) => selfExplaining.has(type) || type.startsWith(ldp('')))) continue;
    const type = description?.type ?? (types[0] === undefined ? '–' : shownName(types[0]));
    const found = getOrMake(all, `${type} ${property}`, () => {
      const shown = isBlank(nodeOf(quad.object)) ? nameOf(nodeOf(quad.object), reading) : null;
      const place = reading.placeOf(subject);
      const line = context.lineOf?.(quad.subject, quad.predicate.value, quad.object) ?? place.line;
      const hasPlace = description !== undefined && hasPlaceFor(description, property, reading);
      return { type, first: quad, shown, place: { ...place, line }, hasPlace, number: 0 };
    });
    found.number += 1;
  }
}

function nameOf(node: string, { statements }: RecordReading): string | null {
  const [type] = statements.typesOf(node);
  // What is said of individuals has its place, and appears in no finding.
  const [name] = nameProperties
    .flatMap((property) => statements.of(node, property))
    .flatMap((quad) => (statements.isPlaced(quad) ? [] : [quad.object.value]));
  return name ?? (type === undefined ? null : `[ a ${shownName(type)} ]`);
}

function hasPlaceFor(description: Description, property: string, { context }: RecordReading): boolean {
  const { attributes, references } = planOf(context.registry, description);
  return [...attributes, ...references].some(({ term }) =>
    equivalentProperties(term.predicate).includes(property),
  );
}

export const findingOfUnplaced = ({ type, first, shown, place, hasPlace, number }: Unplaced): Finding =>
  mappingFinding(hasPlace ? 'value-not-understood' : 'property-without-place', {
    place,
    subject: nodeOf(first.subject),
    property: first.predicate.value,
    value: shown ?? nodeOf(first.object),
    words: { number, of: type, property: shownName(first.predicate.value) },
  });
