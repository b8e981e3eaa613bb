/** The FAIR score leaves with a document that is asked for it, as a measurement of quality. */
import { documentOf } from '../../src/rdf/document';
import { registry } from '../helpers/small-world';
import { dataset } from './assessment/hand-made';

const publicUrl = 'https://num.example.org';
const dqv = 'http://www.w3.org/ns/dqv#';

/** The triples about a dataset that reaches 10.5 of 23.5 points. */
const triples = (quality: boolean): string[] =>
  documentOf(dataset({ slug: 'bare' }), { publicUrl, registry, evidence: false, quality }).map(
    ({ subject, predicate, object }) => [subject, predicate, object].map(({ value }) => value).join(' '),
  );

describe('the score of a dataset', () => {
  it('is stated as dqv:hasQualityMeasurement, with the metrics by which it was measured', () => {
    const [record, own] = [`${publicUrl}/datasets/bare`, `${publicUrl}/datasets/bare#fair-score`];
    expect(triples(true)).toEqual(
      expect.arrayContaining([
        `${record} ${dqv}hasQualityMeasurement ${own}`,
        `${own} ${dqv}isMeasurementOf https://doi.org/10.5281/zenodo.15045911`,
        `${own} ${dqv}value 45`,
        `${own} ${dqv}computedOn ${record}`,
      ]),
    );
  });

  it('is no annotation, which HealthDCAT-AP has for certificates, and is left out unless it is asked for', () => {
    expect(triples(true).join()).not.toContain('hasQualityAnnotation');
    expect(triples(false).join()).not.toContain(dqv);
  });
});
