/** Our own part of a supergraph, which is executed in this process and not called over HTTP. */
import { execute, isScalarType, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { getOrMake } from '../../maps';
import type { CallSubgraph } from '../gateway/engine';

export interface LocalSubgraph {
  /** Its name in the supergraph. */
  name: string;
  /** Its SDL, for composition. */
  sdl: string;
  /** The executable schema, including `_entities`. */
  schema: GraphQLSchema;
}

/** Cache size: plans repeat their operations. */
const mostDocuments = 1_000;

/** Executes operations on the local subgraph. The request's context reaches its resolvers. */
export function localCaller({ schema }: LocalSubgraph): CallSubgraph {
  const documents = new LRUCache<string, DocumentNode>({ max: mostDocuments });
  return async ({ query, variables, context }) => {
    const { data, errors } = await execute({
      schema,
      document: getOrMake(documents, query, () => parse(query)),
      variableValues: variables,
      contextValue: context,
    });
    return { data: data ?? null, errors };
  };
}

/** Calls our own part in this process, and all other subgraphs by `elsewhere`. */
export function callerWith(local: LocalSubgraph, elsewhere: CallSubgraph): CallSubgraph {
  const here = localCaller(local);
  return (call) => (call.subgraph === local.name ? here(call) : elsewhere(call));
}

/** Gives the supergraph's scalars our parsing, so that invalid values are refused in validation, as without a gateway. */
export function checkScalarsAs({ schema }: LocalSubgraph, supergraph: GraphQLSchema): void {
  for (const ours of Object.values(schema.getTypeMap())) {
    const theirs = supergraph.getType(ours.name);
    if (isScalarType(ours) && isScalarType(theirs))
      Object.assign(theirs, { parseValue: ours.parseValue, parseLiteral: ours.parseLiteral });
  }
}
