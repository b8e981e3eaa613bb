/** Gives an address to catalogues and datasets that a document describes without one, so that their parts can refer to them, and the next run knows them again. */
import type { Quad, Term } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { createHash } from 'node:crypto';
import { getOrMake } from '../../maps';
import { dcat, dct, rdf, schema } from '../../vocabulary/namespaces';

const classes: readonly (readonly [iri: string, path: string])[] = [
  [dcat('Catalog'), 'catalogues'],
  [dcat('Dataset'), 'datasets'],
  [dcat('DatasetSeries'), 'datasets'],
  [dcat('DataService'), 'services'],
];

const titles = [dct('title'), schema('name')];
const identifiers = [dct('identifier'), schema('identifier')];
const descriptions = [dct('description'), schema('description')];

/** @param document the address of the document, of which the addresses are fragments */
export function addressed(quads: readonly Quad[], document: string): readonly Quad[] {
  const pathOf = new Map<string, string>();
  for (const { subject, predicate, object } of quads) {
    if (subject.termType !== 'BlankNode' || predicate.value !== rdf('type')) continue;
    const of = object.value.replace(/^https?:\/\/schema\.org\/(?=Dataset$)/, dcat(''));
    const isCatalogue = /^https?:\/\/schema\.org\/DataCatalog$/.test(object.value);
    const path = isCatalogue ? 'catalogues' : classes.find(([iri]) => iri === of)?.[1];
    if (path !== undefined) pathOf.set(subject.value, path);
  }
  if (pathOf.size === 0) return quads;
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads)
    if (quad.subject.termType === 'BlankNode' && pathOf.has(quad.subject.value))
      getOrMake(bySubject, quad.subject.value, () => []).push(quad);
  const taken = new Set(quads.map(({ subject }) => subject.value));
  const addresses = new Map<string, Term>();
  for (const [node, path] of pathOf) {
    const iri = addressOf(bySubject.get(node) ?? [], path, document);
    // Two that say the same of themselves stay apart.
    if (iri === null || taken.has(iri)) continue;
    taken.add(iri);
    addresses.set(node, DataFactory.namedNode(iri));
  }
  const named = <T extends Term>(term: T): T =>
    term.termType === 'BlankNode' ? ((addresses.get(term.value) as T | undefined) ?? term) : term;
  return quads.map((quad) => {
    const [subject, object] = [named(quad.subject), named(quad.object)];
    return subject === quad.subject && object === quad.object
      ? quad
      : DataFactory.quad(subject, quad.predicate, object, quad.graph);
  });
}

/** Its identifier, if that is an address; else a fragment that is made of what identifies it. Null if nothing does. */
function addressOf(quads: readonly Quad[], path: string, document: string): string | null {
  const valuesOf = (properties: readonly string[]) =>
    quads
      .filter(({ predicate }) =>
        properties.includes(predicate.value.replace('http://schema.org/', schema(''))),
      )
      .map(({ object }) => object.value)
      .sort();
  const [identifier] = valuesOf(identifiers);
  if (identifier !== undefined && /^https?:\/\/[^\s<>"]+$/.test(identifier)) return identifier;
  const telling = identifier === undefined ? [...valuesOf(titles), ...valuesOf(descriptions)] : [identifier];
  if (telling.length === 0) return null;
  const digest = createHash('sha256').update(JSON.stringify(telling)).digest('hex').slice(0, 12);
  return `${document.replace(/#.*$/, '')}#${path}-${digest}`;
}
