/** What nodes of some RDF classes need beside what their records state. */
import type { NamedNode } from '../factory';
import { dcat } from '../../vocabulary/namespaces';
import type { Graph } from '../graph';
import { completeDistribution } from './distribution';

/**
 * Completes a node when all that its record states has been added.
 * @param owners the nodes of the records to which it belongs
 */
type Completion = (graph: Graph, node: NamedNode, owners: readonly NamedNode[]) => void;

export const completions: Readonly<Record<string, Completion>> = {
  [dcat('Distribution')]: completeDistribution,
};
