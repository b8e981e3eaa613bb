/** Looks up statements of a document. */
import type { Quad } from '@rdfjs/types';

/** The IRIs that a property leads to, from one subject or from any. */
export const objectsOf = (quads: readonly Quad[], property: string, subject?: string): string[] =>
  quads.flatMap(({ subject: of, predicate, object }) =>
    predicate.value === property &&
    object.termType === 'NamedNode' &&
    (subject === undefined || of.value === subject)
      ? [object.value]
      : [],
  );

/** The subjects that belong to a class. */
export const instancesOf = (quads: readonly Quad[], rdfClass: string): string[] =>
  quads.flatMap(({ subject, predicate, object }) =>
    predicate.value === rdfType && object.value === rdfClass ? [subject.value] : [],
  );

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Web addresses, without fragments and without repetition. */
export function webAddresses(iris: readonly string[]): string[] {
  const addresses = iris.flatMap((iri) => (/^https?:/i.test(iri) ? [iri.replace(/#.*$/, '')] : []));
  return [...new Set(addresses)];
}
