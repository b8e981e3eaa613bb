/** Which record a node belongs to, and what records are called. */
import type { Quad, Term } from '@rdfjs/types';
import { dcat, dct, foaf, rdf, skos, vcard } from '../../vocabulary/namespaces';
import type { Report } from './report';

const names = [dct('title'), foaf('name'), skos('prefLabel'), vcard('fn')];

const keyOf = ({ termType, value }: Term) => (termType === 'BlankNode' ? `_:${value}` : value);

/** Records of their own, even without an address. */
const recordClasses: ReadonlySet<string> = new Set(
  ['Catalog', 'Dataset', 'DataService'].map((name) => dcat(name)),
);

/** A blank node is part of what refers to it, unless it is a record. @param lang the language of names, where they are in several */
export function recordsOf(quads: readonly Quad[], lang: string): Pick<Report, 'recordOf' | 'nameOf'> {
  const parents = new Map<string, string>();
  const found = new Map<string, { name: string; rank: number }>();
  const records = new Set<string>();
  for (const { subject, predicate, object } of quads) {
    if (object.termType === 'BlankNode' && !parents.has(keyOf(object)))
      parents.set(keyOf(object), keyOf(subject));
    if (predicate.value === rdf('type') && recordClasses.has(object.value)) records.add(keyOf(subject));
    if (object.termType !== 'Literal' || !names.includes(predicate.value)) continue;
    const rank = names.indexOf(predicate.value) * 2 + (object.language === lang ? 0 : 1);
    if (rank < (found.get(keyOf(subject))?.rank ?? Infinity))
      found.set(keyOf(subject), { name: object.value, rank });
  }
  const recordOf = (subject: string): string => {
    const seen = new Set<string>();
    let current = subject;
    while (current.startsWith('_:') && !seen.has(current) && !records.has(current)) {
      seen.add(current);
      current = parents.get(current) ?? current;
    }
    return current;
  };
  return { recordOf, nameOf: (record) => found.get(record)?.name.trim().slice(0, 80) ?? null };
}

const ranks = { ERROR: 0, WARNING: 1, INFO: 2 };

/** By record, as these stand in the document; in each errors first, then by line. */
export function sorted(findings: Report['findings'], recordOf: Report['recordOf']): Report['findings'] {
  const firstLines = new Map<string, number>();
  const recordFor = (subject: string | null) => (subject === null ? '' : recordOf(subject));
  for (const { subject, place } of findings) {
    const record = recordFor(subject);
    const line = record === '' ? -1 : (place.line ?? Infinity);
    firstLines.set(record, Math.min(firstLines.get(record) ?? Infinity, line));
  }
  return [...findings].sort((a, b) => {
    const [one, other] = [recordFor(a.subject), recordFor(b.subject)];
    if (one !== other) {
      const [first, second] = [firstLines.get(one) ?? 0, firstLines.get(other) ?? 0];
      return first === second ? (one < other ? -1 : 1) : first - second;
    }
    return ranks[a.severity] - ranks[b.severity] || (a.place.line ?? 0) - (b.place.line ?? 0);
  });
}
