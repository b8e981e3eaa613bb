/**
 * Distributions: DCAT-AP demands an access URL. It may be that of the file, or the page of the dataset. As nobody stated it, an
 * rdf:Statement without a source says how it was concluded, so that who reads the document can tell.
 */
import { literal, type NamedNode } from '../factory';
import { dcat, rdf, rdfs } from '../../vocabulary/namespaces';
import type { Graph } from '../graph';
import { skolemNode } from '../iris';
import { rdfType, termNode } from '../namespaces';

const accessUrl = termNode(dcat('accessURL'));
const downloadUrl = termNode(dcat('downloadURL'));
const landingPage = termNode(dcat('landingPage'));

const statement = termNode(rdf('Statement'));
const [about, property, object] = [rdf('subject'), rdf('predicate'), rdf('object')].map(termNode) as [
  NamedNode,
  NamedNode,
  NamedNode,
];
const comment = termNode(rdfs('comment'));
const explanation = literal(
  'No access URL is stated: this is the address of the file, or the page of the dataset.',
  'en',
);

export function completeDistribution(graph: Graph, node: NamedNode, datasets: readonly NamedNode[]): void {
  if (graph.has(node, accessUrl)) return;
  const [instead] = [
    ...graph.objectsOf(node, downloadUrl),
    ...datasets.flatMap((dataset) => graph.objectsOf(dataset, landingPage)),
  ];
  if (!instead) return;
  graph.add(node, accessUrl, instead);
  const concluded = skolemNode(node, 'concluded-access-url');
  graph.add(concluded, rdfType, statement);
  graph.add(concluded, about, node);
  graph.add(concluded, property, accessUrl);
  graph.add(concluded, object, instead);
  graph.add(concluded, comment, explanation);
}
