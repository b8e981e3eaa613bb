/** What answers the operations of clients over one supergraph, and how it asks the subgraphs. */
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';

/** What a request brings along for the subgraphs that are asked for it. */
export interface FederatedContext {
  /** Ends when the request has had its time, or its client is gone. */
  signal: AbortSignal;
  /** The headers that the client sent; a subgraph gets those that its entry names, and no other. */
  clientHeaders: Readonly<Record<string, string | string[] | undefined>>;
  /** The trace of the request, where there is one. */
  trace?: FetchTrace;
  /** Told that a subgraph elsewhere is asked, whose data changes without ours. */
  askedElsewhere?: () => void;
}

/** Traces the fetches from subgraphs. */
export interface FetchTrace {
  /** Runs a fetch; an error that it throws names its kind as `fault`. */
  fetch: <T>(subgraph: string, run: () => Promise<T>) => Promise<T>;
}

/** An operation of a client, parsed and validated. */
export interface Operation {
  document: DocumentNode;
  operationName?: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  context: FederatedContext;
}

/** A fetch from one subgraph. */
export interface SubgraphCall {
  /** Name of the subgraph in the supergraph. */
  subgraph: string;
  kind: 'query' | 'mutation' | 'subscription';
  /** The text of the operation. */
  query: string;
  variables: Readonly<Record<string, unknown>>;
  /** The context of the client's operation. */
  context: FederatedContext;
}

/** What a subgraph answers. Its errors are already such as clients may read. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLError[] | undefined;
}

/** Asks a subgraph. @throws SubgraphUnavailable when it gives no answer that can be used. */
export type CallSubgraph = (call: SubgraphCall) => Promise<SubgraphAnswer>;

/** Answers operations on one supergraph. */
export interface Engine {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  execute: (operation: Operation) => Promise<ExecutionResult>;
}
