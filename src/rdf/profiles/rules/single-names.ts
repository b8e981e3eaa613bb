/** Profiles that allow one name of a node: it is the German one, else the English one, else the first. */
import type { Node } from '../../factory';
import { termNode } from '../../namespaces';
import type { Rule } from './face';

const preferred = ['de', 'en'];

export const oneName: Rule = ({ graph, settings }) => {
  for (const iri of settings.singleNames) {
    const property = termNode(iri);
    for (const node of graph.subjectsWith(property)) {
      const [, ...others] = [...graph.objectsOf(node, property)].sort((a, b) => rank(a) - rank(b));
      for (const other of others) graph.remove(node, property, other);
    }
  }
};

function rank(name: Node): number {
  const place = name.termType === 'Literal' ? preferred.indexOf(name.language) : -1;
  return place < 0 ? preferred.length : place;
}
