/** Makes nodes and quads. https://rdf.js.org/data-model-spec/#datafactory-interface */
import { DataFactory, type Literal, type NamedNode, type Quad, type Quad_Object as Node } from 'n3';

export type { Literal, NamedNode, Node, Quad };

export const namedNode = (iri: string): NamedNode => DataFactory.namedNode(iri);

/** @param of its language tag, or its datatype */
export const literal = (text: string, of?: string | NamedNode): Literal => DataFactory.literal(text, of);

export const quad = (subject: NamedNode, predicate: NamedNode, object: Node): Quad =>
  DataFactory.quad(subject, predicate, object);
