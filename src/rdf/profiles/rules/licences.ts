/** Profiles that ask for a licence of each distribution: it is that of the dataset, where the distribution has none of its own. */
import { dcat, dct } from '../../../vocabulary/namespaces';
import { termNode } from '../../namespaces';
import type { Rule } from './face';

const licence = termNode(dct('license'));
const distribution = termNode(dcat('distribution'));

export const stateLicences: Rule = ({ graph, node, settings }) => {
  if (settings.licences.length === 0) return;
  const [ofDataset] = graph.nodesOf(node, licence);
  if (!ofDataset) return;
  for (const each of graph.nodesOf(node, distribution))
    if (!graph.has(each, licence)) graph.add(each, licence, ofDataset);
};
