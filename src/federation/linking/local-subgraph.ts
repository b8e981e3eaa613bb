/** Our own schema's part of a supergraph: asked in this process, not over HTTP. */
import { execute, isScalarType, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { CallSubgraph } from '../gateway/engine';

export interface LocalSubgraph {
  /** Its name in the supergraph. */
  name: string;
  /** Its SDL, from which a supergraph is composed. */
  sdl: string;
  /** What answers, `_entities` included. */
  schema: GraphQLSchema;
}

/** Plans repeat their questions; more of them are parsed anew. */
const mostDocuments = 1_000;

/** Asks the local subgraph; the context of the request reaches its resolvers. */
export function localCaller({ schema }: LocalSubgraph): CallSubgraph {
  const documents = new Map<string, DocumentNode>();
  const parsed = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query);
    if (documents.size >= mostDocuments) documents.clear();
    documents.set(query, document);
    return document;
  };
  return async ({ query, variables, context }) => {
    const { data, errors } = await execute({
      schema,
      document: parsed(query),
      variableValues: variables,
      contextValue: context,
    });
    return { data: data ?? null, errors };
  };
}

/** Values of our scalars are refused where a query is validated, as they are without a gateway. */
export function checkScalarsAs({ schema }: LocalSubgraph, supergraph: GraphQLSchema): void {
  for (const ours of Object.values(schema.getTypeMap())) {
    const theirs = supergraph.getType(ours.name);
    if (isScalarType(ours) && isScalarType(theirs))
      Object.assign(theirs, { parseValue: ours.parseValue, parseLiteral: ours.parseLiteral });
  }
}
