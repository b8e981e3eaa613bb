/** The fields that a subgraph adds to the graph: those that it answers and we do not. */
import type { Contribution } from '../../graphql/subgraph-report';
import type { Supergraph } from '../gateway/supergraph';

export const contributionsOf = ({ owners }: Supergraph, name: string, ours: string): Contribution[] =>
  [...owners.entries()].flatMap(([coordinate, answering]) => {
    const [type = '', field = ''] = coordinate.split('.');
    return answering.includes(name) && !answering.includes(ours) ? [{ type, field }] : [];
  });
