/** The types in which the schema shows a part of the graph: as nodes and links, and as a matrix. */
import { Field, Int, ObjectType } from 'type-graphql';
import { LinkInterface, ResourceInterface } from '../interfaces';

@ObjectType('Graph', {
  description: 'A part of the graph, ready to draw: resources as nodes, and all links among them.',
  simpleResolvers: true,
})
export class GraphType {
  @Field(() => [ResourceInterface], {
    description:
      'The resources, each once: nearest first, equally near ones by their keys. `__typename` tells the type.',
  })
  nodes!: unknown[];

  @Field(() => [Int], {
    description:
      'For each of the nodes, in their order, how many links lead to it from the one in the middle.',
  })
  distances!: number[];

  @Field(() => [LinkInterface], {
    description:
      'The links among the nodes, each once, by their keys; `source.id` and `target.id` tell which nodes they join.',
  })
  links!: unknown[];

  @Field(() => Boolean, {
    description: 'Whether there is more within the depth that was asked for than `first` has room for.',
  })
  truncated!: boolean;
}

@ObjectType('MatrixCell', {
  description: 'The links from one row of a matrix to one of its columns; at least one.',
  simpleResolvers: true,
})
class MatrixCellType {
  @Field(() => Int, { description: 'Place of its row among the rows, from 0.' })
  row!: number;

  @Field(() => Int, { description: 'Place of its column among the columns, from 0.' })
  column!: number;

  @Field(() => [LinkInterface], {
    description: 'The links from the resource of the row to that of the column, such as one for each role.',
  })
  links!: unknown[];
}

@ObjectType('Matrix', {
  description: 'All links of one kind: what they lead from as rows, what they lead to as columns.',
  simpleResolvers: true,
})
export class MatrixType {
  @Field(() => [ResourceInterface], { description: 'The sources of the links, each once, by their keys.' })
  rows!: unknown[];

  @Field(() => [ResourceInterface], { description: 'The targets of the links, each once, by their keys.' })
  columns!: unknown[];

  @Field(() => [MatrixCellType], {
    description: 'The cells in which there is a link, row by row and in a row column by column.',
  })
  cells!: MatrixCellType[];

  @Field(() => Boolean, {
    description:
      'Whether there are more links than `first` has room for; rows and columns may then be missing too.',
  })
  truncated!: boolean;
}
