/**
 * What a document leaves out of a record: of a list with very many members, it states the first ones and says so, as a part of a
 * collection. https://www.hydra-cg.com/spec/latest/core/#collections
 */
import { mostListed, type WholeRecord } from '../resource/whole-record';
import { hydra, rdfs } from '../vocabulary/namespaces';
import { literal, type NamedNode } from './factory';
import type { Graph } from './graph';
import { skolemNode } from './iris';
import { rdfType, termNode } from './namespaces';

const [view, part] = [termNode(hydra('view')), termNode(hydra('PartialCollectionView'))];
const comment = termNode(rdfs('comment'));

/** States of which lists the document has only the first members. */
export function describeCut(graph: Graph, node: NamedNode, { cut = [] }: WholeRecord): void {
  for (const name of cut) {
    const first = skolemNode(node, `first-${name}`);
    graph.add(node, view, first);
    graph.add(first, rdfType, part);
    graph.add(first, comment, literal(`Of ${name}, only the first ${mostListed} are stated here.`, 'en'));
    graph.add(first, comment, literal(`Von ${name} stehen hier nur die ersten ${mostListed}.`, 'de'));
  }
}
