/** The FAIR score of a record as a measurement of its quality. https://www.w3.org/TR/vocab-dqv/#dqv:QualityMeasurement */
import { isAssessed } from '../resource/assessed-record';
import type { WholeRecord } from '../resource/whole-record';
import { dqv, skos, xsd } from '../vocabulary/namespaces';
import { assess } from './assessment/fair-assessment';
import { literal, namedNode } from './factory';
import type { Graph } from './graph';
import { skolemNode } from './iris';
import * as name from './namespaces';
import type { Terms } from './terms';

const term = name.termNode;

/** The metrics of F-UJI 0.8. */
const fairMetric = namedNode('https://doi.org/10.5281/zenodo.15045911');
const integer = namedNode(xsd('integer'));

/** States the score of a record that is judged, in percent of the points that a record alone can reach. */
export function describeQuality(terms: Terms, graph: Graph, whole: WholeRecord): void {
  const { description, record } = whole;
  if (!isAssessed(description)) return;
  const node = terms.nodeOf(record.key);
  const measurement = skolemNode(node, 'fair-score');
  graph.add(node, term(dqv('hasQualityMeasurement')), measurement);
  graph.add(measurement, name.rdfType, term(dqv('QualityMeasurement')));
  graph.add(measurement, term(dqv('computedOn')), node);
  graph.add(measurement, term(dqv('isMeasurementOf')), fairMetric);
  graph.add(measurement, term(dqv('value')), literal(String(assess(whole).score), integer));
  if (!graph.begins(fairMetric.id)) return;
  graph.add(fairMetric, name.rdfType, term(dqv('Metric')));
  graph.add(fairMetric, term(dqv('expectedDataType')), integer);
  graph.add(
    fairMetric,
    term(skos('definition')),
    literal(
      'Share of the points of the FAIR metrics of F-UJI 0.8 that a record alone can reach, in percent.',
      'en',
    ),
  );
}
