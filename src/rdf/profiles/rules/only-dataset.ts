/** One dataset in a document: other datasets and catalogues are referred to, and not judged. */
import { dcat, rdfs } from '../../../vocabulary/namespaces';
import { rdfType, termNode } from '../../namespaces';
import type { Rule } from './face';

const judged = [termNode(dcat('Dataset')), termNode(dcat('Catalog'))];
const resource = termNode(rdfs('Resource'));

export const onlyDataset: Rule = ({ graph, node, settings }) => {
  if (!settings.oneDatasetPerDocument) return;
  for (const type of judged)
    for (const other of graph.subjectsOf(rdfType, type)) {
      if (other.id === node.id) continue;
      graph.remove(other, rdfType, type);
      graph.add(other, rdfType, resource);
    }
};
