/** The evidence that a document brings: rdf:Statements about a record with their prov:hadPrimarySource. The inverse of `src/rdf/evidence.ts`. */
import { HarvestedDocument } from '../../intake/statement-mapping';
import { Completeness } from '../../vocabulary/completeness';
import { Confidence } from '../../vocabulary/confidence';
import { dct, oa, prov, rdf, rdfs, spdx } from '../../vocabulary/namespaces';
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
      document: documentOf(node, statements),
      complete: code(Completeness) === 'COMPLETE' ? true : undefined,
    });
  });
}

/** The document from which another gateway harvested the value. */
function documentOf(node: string, statements: Statements): HarvestedDocument | undefined {
  const [address] = statements.valuesOf(node, prov('wasQuotedFrom'));
  const [checksum] = statements.valuesOf(node, spdx('checksum'));
  const [digest] = checksum === undefined ? [] : statements.valuesOf(checksum, spdx('checksumValue'));
  if (address === undefined || checksum === undefined || digest === undefined) return undefined;
  statements.placeAllOf(checksum);
  return new HarvestedDocument(address, `sha256:${digest}`);
}

const numberOf = (node: string): number => Number(/(\d+)$/.exec(node)?.[1] ?? 0);

const withoutNothing = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
