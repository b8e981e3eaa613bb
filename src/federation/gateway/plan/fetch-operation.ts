/** The operation of a fetch in a plan. */
import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, OperationTypeNode, parse, type GraphQLSchema } from 'graphql';
import { Selection } from './selection';
import type { IsKindOf } from './type-conditions';
import { fragmentsOf } from '../../../query/fragments';

export interface FetchOperation {
  /** Name of the type whose fields are selected, such as Query. */
  type: string;
  selection: Selection;
}

export function fetchOperationOf(
  { operation: text }: FetchNode | BatchFetchNode,
  schema: GraphQLSchema,
  isKindOf: IsKindOf,
): FetchOperation {
  const document = parse(text, { noLocation: true });
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operations[0]?.operation ?? OperationTypeNode.QUERY;
  return {
    type: schema.getRootType(root)?.name ?? 'Query',
    selection: new Selection(
      operations.map(({ selectionSet: set }) => ({ set, conditions: [] })),
      { schema, isKindOf, fragments: fragmentsOf(document) },
    ),
  };
}
