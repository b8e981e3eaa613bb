/** The signposts of a record, taken from its RDF document: how to cite it, what it is, who made it, its licence and files. https://signposting.org/FAIR/ */
import type { Quad } from '@rdfjs/types';
import { schemaTypeOf } from '../../vocabulary/schema-types';
import { dcat, dct, mediaType, owl, rdf, schema } from '../../vocabulary/namespaces';
import type { TypedLink } from './typed-link';

/** What is stated in a document, by subject and property. */
class Statements {
  private readonly bySubject = new Map<string, Quad[]>();

  constructor(quads: readonly Quad[]) {
    for (const quad of quads) {
      const own = this.bySubject.get(quad.subject.value);
      if (own) own.push(quad);
      else this.bySubject.set(quad.subject.value, [quad]);
    }
  }

  /** The IRIs that a property of a subject names. */
  of(subject: string, property: string): string[] {
    const quads = this.bySubject.get(subject) ?? [];
    return quads.flatMap(({ predicate, object }) =>
      predicate.value === property && object.termType === 'NamedNode' ? [object.value] : [],
    );
  }
}

/** Persistent identifiers of works, in the order in which one cites by them. */
const citable = [/^https:\/\/doi\.org\//, /^https?:\/\/hdl\.handle\.net\//, /^https?:\/\/w3id\.org\//];
/** Identifiers of agents that assessors look up. */
const known = [/^https:\/\/ror\.org\//, /^https:\/\/orcid\.org\//];

const firstOf = (iris: readonly string[], patterns: readonly RegExp[]): string | null => {
  for (const pattern of patterns) {
    const found = iris.find((iri) => pattern.test(iri));
    if (found !== undefined) return found;
  }
  return null;
};

/** @param iri of the record */
export function signpostsOf(quads: readonly Quad[], iri: string): TypedLink[] {
  const stated = new Statements(quads);
  const types = stated.of(iri, rdf('type')).flatMap((type) => schemaTypeOf(type) ?? []);
  const authors = stated
    .of(iri, dct('creator'))
    .map((agent) => firstOf(stated.of(agent, owl('sameAs')), known) ?? agent);
  const licences = stated.of(iri, dct('license'));
  const files = stated.of(iri, dcat('distribution')).flatMap((distribution) =>
    stated.of(distribution, dcat('downloadURL')).map((href): TypedLink => {
      const [format] = stated.of(distribution, dcat('mediaType'));
      const type = format?.startsWith(mediaType('')) ? format.slice(mediaType('').length) : undefined;
      return { rel: 'item', href, ...(type !== undefined && { type }) };
    }),
  );
  return [
    { rel: 'cite-as', href: firstOf(stated.of(iri, owl('sameAs')), citable) ?? iri },
    ...[schema('AboutPage'), ...new Set(types)].map((href) => ({ rel: 'type', href })),
    ...[...new Set(authors)].map((href) => ({ rel: 'author', href })),
    ...[...new Set(licences)].map((href) => ({ rel: 'license', href })),
    ...files,
  ];
}
