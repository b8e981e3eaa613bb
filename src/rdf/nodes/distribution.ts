/** Distributions: DCAT-AP demands an access URL. It may be that of the file, or the page of the dataset. */
import type { NamedNode } from '../factory';
import { dcat } from '../../vocabulary/namespaces';
import type { Graph } from '../graph';
import { termNode } from '../namespaces';

const accessUrl = termNode(dcat('accessURL'));
const downloadUrl = termNode(dcat('downloadURL'));
const landingPage = termNode(dcat('landingPage'));

export function completeDistribution(graph: Graph, node: NamedNode, datasets: readonly NamedNode[]): void {
  if (graph.has(node, accessUrl)) return;
  const [instead] = [
    ...graph.objectsOf(node, downloadUrl),
    ...datasets.flatMap((dataset) => graph.objectsOf(dataset, landingPage)),
  ];
  if (instead) graph.add(node, accessUrl, instead);
}
