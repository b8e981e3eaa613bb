/** A question of a plan to a subgraph: parsed once, however often the plan runs. */
import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, OperationTypeNode, parse, type GraphQLSchema } from 'graphql';
import { Selection } from './selection';
import type { IsKindOf } from './type-conditions';

export interface Question {
  /** Name of the type whose fields are asked for, such as Query. */
  type: string;
  selection: Selection;
}

const known = new WeakMap<object, Question>();

export function questionOf(
  node: FetchNode | BatchFetchNode,
  schema: GraphQLSchema,
  isKindOf: IsKindOf,
): Question {
  const question = known.get(node) ?? read(node.operation, schema, isKindOf);
  known.set(node, question);
  return question;
}

function read(text: string, schema: GraphQLSchema, isKindOf: IsKindOf): Question {
  const { definitions } = parse(text, { noLocation: true });
  const fragments = new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  );
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operations[0]?.operation ?? OperationTypeNode.QUERY;
  return {
    type: schema.getRootType(root)?.name ?? 'Query',
    selection: new Selection(
      operations.map(({ selectionSet: set }) => ({ set, conditions: [] })),
      { schema, isKindOf, fragments },
    ),
  };
}
