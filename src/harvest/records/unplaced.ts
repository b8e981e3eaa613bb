/** What a document states and no record has a place for: once for each property, with how often. */
import type { Quad } from '@rdfjs/types';
import { groupBy } from '../../maps';
import { dcat, dct, fdpo, hydra, ldp, prov, rdf, rdfs, sh, skos, spdx } from '../../vocabulary/namespaces';
import type { Finding } from '../finding';
import type { RecordNode } from './classes';
import { mappingFinding } from './mapping-findings';
import { waysToSay } from './other-properties';
import { planOf } from './plan';
import type { RecordReading } from './record-reading';
import { nodeOf, propertyOf } from './statements';

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

export function findingsOfUnplaced(nodes: readonly RecordNode[], reading: RecordReading): Finding[] {
  const { statements, context, classes } = reading;
  const records = new Map(nodes.map((one) => [one.node, one.description]));
  const left = statements.unplaced.filter((quad) => {
    const property = propertyOf(quad);
    if (ofNoValue.has(property) || ofNoRecord.some((namespace) => property.startsWith(namespace)))
      return false;
    const subject = nodeOf(quad.subject);
    if (!records.has(subject) && classes.ownOf(subject)) return false;
    return !statements.typesOf(subject).some((type) => selfExplaining.has(type));
  });
  const grouped = groupBy(left, (quad) => {
    const description = records.get(nodeOf(quad.subject));
    return JSON.stringify([description?.type ?? classOf(quad, reading), propertyOf(quad)]);
  });
  return [...grouped].map(([key, quads]) => {
    const [type, property] = JSON.parse(key) as [string, string];
    const [first] = quads as [Quad];
    const description = records.get(nodeOf(first.subject));
    const hasPlace =
      description !== undefined &&
      [
        ...planOf(context.registry, description).attributes,
        ...planOf(context.registry, description).references,
      ].some(({ term }) => waysToSay(term.predicate).includes(property));
    const place = reading.placeOf(nodeOf(first.subject));
    const line = context.lineOf?.(first.subject, first.predicate.value, first.object) ?? place.line;
    return mappingFinding(hasPlace ? 'value-not-understood' : 'property-without-place', {
      place: { ...place, line },
      subject: nodeOf(first.subject),
      property: first.predicate.value,
      value: nodeOf(first.object),
      words: { number: quads.length, of: type },
    });
  });
}

/** The class of a node that is no record, as its IRI. */
const classOf = ({ subject }: Quad, { statements }: RecordReading): string =>
  statements.typesOf(nodeOf(subject))[0] ?? 'no class';
