/** The evidence that a document brings: rdf:Statements about a record with their prov:hadPrimarySource. The inverse of `src/rdf/evidence.ts`. */
import { Completeness } from '../../vocabulary/completeness';
import { Confidence } from '../../vocabulary/confidence';
import { dct, oa, prov, rdf, rdfs } from '../../vocabulary/namespaces';
import type { Mention } from '../harvested-record';
import { codeOf } from './codes';
import { nodeOf, type Statements } from './statements';

/** @param mention makes a mention of what is cited */
export function evidenceOf(
  subject: string,
  statements: Statements,
  mention: (node: string, type: 'source' | 'time') => Mention,
): Record<string, unknown>[] {
  const about = statements
    .pointing(rdf('subject'), subject)
    .map((quad) => nodeOf(quad.subject))
    .filter((node) => statements.of(node, prov('hadPrimarySource')).length > 0)
    .sort((one, other) => numberOf(one) - numberOf(other));
  if (about.length > 0) statements.place(statements.of(subject, prov('wasDerivedFrom')));
  return about.map((node) => {
    statements.placeAllOf(node);
    const text = (property: string): string | undefined => statements.of(node, property)[0]?.object.value;
    const [source = ''] = statements.valuesOf(node, prov('hadPrimarySource'));
    const kinds = statements.of(node, dct('type'));
    const code = (scheme: typeof Confidence | typeof Completeness): string | undefined =>
      kinds.flatMap(({ object }) => codeOf(scheme, object, statements) ?? [])[0];
    const during = statements.valuesOf(node, dct('temporal'));
    return withoutNothing({
      source: mention(source, 'source'),
      property: text(rdfs('label')),
      statedValue: text(prov('value')),
      quotation: text(oa('exact')),
      confidence: code(Confidence) ?? 'UNVERIFIED',
      statedOn: text(dct('date')),
      during: during.length > 0 ? during.map((each) => mention(each, 'time')) : undefined,
      note: text(rdfs('comment')),
      complete: code(Completeness) === 'COMPLETE' ? true : undefined,
    });
  });
}

const numberOf = (node: string): number => Number(/(\d+)$/.exec(node)?.[1] ?? 0);

const withoutNothing = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
