/** The types for a part of the graph as nodes and links, and as a matrix. */
import { Int } from 'type-graphql';
import type { MatrixCell } from '../../query/graph/matrix';
import type { GraphNode } from '../../query/graph/neighbourhood';
import { resolvedField, resolversOf, type Carrier } from '../define';
import { plainType } from '../plain-type';
import { LinkInterface, ResourceInterface } from '../interfaces';
import { oneRecord } from '../one-record';

const nodeType = plainType('GraphNode', 'A resource in a part of the graph.', {
  distance: [Int, 'How many links lead to it from the resource in the middle, which has 0.'],
});

const node = resolversOf(nodeType, 'GraphNode');

resolvedField<GraphNode>(node, {
  name: 'record',
  type: ResourceInterface,
  about: 'The resource.',
  ...oneRecord(({ key }) => key),
});

export const GraphType = plainType(
  'Graph',
  'A part of the graph, ready to draw: resources as nodes, and all links among them.',
  {
    nodes: [[nodeType], 'The resources, each once: nearest first, equally near ones by their keys.'],
    links: [
      [LinkInterface],
      'The links among the nodes, each once, by their keys; `from.id` and `to.id` tell which nodes they join.',
    ],
    truncated: [
      Boolean,
      'Whether there is more within the depth that was asked for than `first` has room for.',
    ],
  },
);

const cellType = plainType(
  'MatrixCell',
  'The links from one row of a matrix to one of its columns; at least one.',
  {
    links: [
      [LinkInterface],
      'The links from the resource of the row to that of the column, such as one for each role.',
    ],
  },
);

const cell = resolversOf(cellType, 'MatrixCell');

for (const [name, about] of [
  ['row', 'The resource of its row, which is the source of its links.'],
  ['column', 'The resource of its column, which is the target of its links.'],
] as const) {
  resolvedField<MatrixCell>(cell, {
    name,
    type: ResourceInterface,
    about,
    ...oneRecord((of) => of[name]),
  });
}

export const MatrixType = plainType(
  'Matrix',
  'All links of one kind: what they lead from as rows, what they lead to as columns.',
  {
    rows: [[ResourceInterface], 'What the links lead from, each once, by their keys.'],
    columns: [[ResourceInterface], 'What the links lead to, each once, by their keys.'],
    cells: [[cellType], 'The cells in which there is a link, row by row and in a row column by column.'],
    truncated: [
      Boolean,
      'Whether there are more links than `first` has room for; rows and columns may then be missing too.',
    ],
  },
);

export const graphResolvers: Carrier[] = [node, cell];
