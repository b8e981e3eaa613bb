/** What one document of an output describes, later ones of the same output do not, whichever object stands for the node. */
import { Described } from '../../src/rdf/described';
import { namedNode } from '../../src/rdf/factory';
import { Graph } from '../../src/rdf/graph';
import { typeFor } from '../../src/rdf/values';
import { foaf } from '../../src/vocabulary/namespaces';

it('states the class of a node once, also when its object was made again', () => {
  const typed = typeFor({ object: 'iri', class: foaf('Agent') });
  const described = new Described();
  const stated = () => {
    const graph = new Graph(described);
    typed(graph, namedNode('https://catalogue.example.org/institutions/marburg'));
    described.addAll(graph.described, Infinity);
    return graph.quads().length;
  };
  expect([stated(), stated()]).toEqual([1, 0]);
});
