/** Makes terms and quads. */
import type { Quad } from '@rdfjs/types';
import { DataFactory } from 'n3';

export const namedNode = (iri: string) => DataFactory.namedNode(iri);
export const blankNode = (label: string) => DataFactory.blankNode(label);
export const literal = (text: string, of?: Parameters<typeof DataFactory.literal>[1]) =>
  DataFactory.literal(text, of);
export const quad = (
  subject: Quad['subject'],
  predicate: Quad['predicate'],
  object: Quad['object'],
  graph: Quad['graph'] = DataFactory.defaultGraph(),
): Quad => DataFactory.quad(subject, predicate, object, graph);
