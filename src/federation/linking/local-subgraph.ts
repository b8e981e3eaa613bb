/** Our own part of a supergraph, which is executed in this process and not called over HTTP. */
import { execute, isScalarType, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { getOrMake } from '../../maps';
import type { Plans } from '../../query/plan/plans';
import type { PlanContext } from '../../query/plan/resolution';
import type { CallSubgraph } from '../gateway/engine';

export interface LocalSubgraph {
  /** Its name in the supergraph. */
  name: string;
  /** Its SDL, for composition. */
  sdl: string;
  /** The executable schema, including `_entities`. */
  schema: GraphQLSchema;
  /** Plans its operations; absent to leave all to graphql-js. */
  plans?: Plans | undefined;
  /** Executes its operations instead, to explain them. */
  call?: CallSubgraph;
}

/** Cache size: plans repeat their operations. */
const mostDocuments = 1_000;

/** Executes operations on the local subgraph: by their plans, otherwise by graphql-js. The request's context reaches its resolvers. */
export function localCaller({ schema, plans }: LocalSubgraph): CallSubgraph {
  const documents = new LRUCache<string, DocumentNode>({ max: mostDocuments });
  return async ({ query, variables: variableValues, context: contextValue }) => {
    const document = getOrMake(documents, query, () => parse(query));
    // The context is that of the catalogue's endpoint, as its own part is called only there.
    const context = contextValue as unknown as PlanContext;
    const text = (await plans?.answer(document, undefined, { ...variableValues }, context)) ?? null;
    // A client may name a field "__proto__", which must not become the prototype of an answer.
    const isValid = !query.includes('__proto__');
    if (text !== null) return { data: JSON.parse(text) as Record<string, unknown>, isValid };
    const { data, errors } = await execute({ schema, document, variableValues, contextValue });
    return { data: data ?? null, errors, isValid };
  };
}

/** Calls our own part in this process, and all other subgraphs by `elsewhere`. */
export function callerWith(local: LocalSubgraph, elsewhere: CallSubgraph): CallSubgraph {
  const here = local.call ?? localCaller(local);
  return (call) => {
    const run = () => (call.subgraph === local.name ? here(call) : elsewhere(call));
    const { watchFetch } = call.context;
    return watchFetch ? watchFetch(call, run) : run();
  };
}

/** Gives the supergraph's scalars our parsing, so that invalid values are refused in validation, as without a gateway. */
export function checkScalarsAs({ schema }: LocalSubgraph, supergraph: GraphQLSchema): void {
  for (const ours of Object.values(schema.getTypeMap())) {
    const theirs = supergraph.getType(ours.name);
    if (isScalarType(ours) && isScalarType(theirs))
      Object.assign(theirs, { parseValue: ours.parseValue, parseLiteral: ours.parseLiteral });
  }
}
