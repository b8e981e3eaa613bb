/** The types for a part of the graph as nodes and links, and as a matrix. */
import { Int } from 'type-graphql';
import { plainType } from '../define';
import { LinkInterface, ResourceInterface } from '../interfaces';

export const GraphType = plainType(
  'Graph',
  'A part of the graph, ready to draw: resources as nodes, and all links among them.',
  {
    nodes: [
      [ResourceInterface],
      'The resources, each once: nearest first, equally near ones by their keys. `__typename` tells the type.',
    ],
    distances: [
      [Int],
      'For each of the nodes, in their order, how many links lead to it from the one in the middle.',
    ],
    links: [
      [LinkInterface],
      'The links among the nodes, each once, by their keys; `source.id` and `target.id` tell which nodes they join.',
    ],
    truncated: [
      Boolean,
      'Whether there is more within the depth that was asked for than `first` has room for.',
    ],
  },
);

const cell = plainType(
  'MatrixCell',
  'The links from one row of a matrix to one of its columns; at least one.',
  {
    row: [Int, 'Place of its row among the rows, from 0.'],
    column: [Int, 'Place of its column among the columns, from 0.'],
    links: [
      [LinkInterface],
      'The links from the resource of the row to that of the column, such as one for each role.',
    ],
  },
);

export const MatrixType = plainType(
  'Matrix',
  'All links of one kind: what they lead from as rows, what they lead to as columns.',
  {
    rows: [[ResourceInterface], 'The sources of the links, each once, by their keys.'],
    columns: [[ResourceInterface], 'The targets of the links, each once, by their keys.'],
    cells: [[cell], 'The cells in which there is a link, row by row and in a row column by column.'],
    truncated: [
      Boolean,
      'Whether there are more links than `first` has room for; rows and columns may then be missing too.',
    ],
  },
);
