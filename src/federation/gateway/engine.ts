/** The engine answers client operations on one supergraph. These are its types, and those by which it calls subgraphs. */
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';

/** What the engine needs from a client's request when it calls subgraphs. */
export interface FederatedContext {
  /** Aborts when the request's deadline has passed or its client is gone. */
  signal: AbortSignal;
  /** The headers that the client sent. Each subgraph gets only those that its entry names. */
  clientHeaders: Readonly<Record<string, string | string[] | undefined>>;
  /** The trace of the request, if it is traced. */
  trace?: FetchTrace;
  /** The answer, if the engine was asked before Apollo Server, which then only reports its errors. */
  answered?: Promise<ExecutionResult>;
  /** Watches the fetches, to explain them: called in the place of each, which it must run. */
  watchFetch?: (call: SubgraphCall, run: () => Promise<SubgraphAnswer>) => Promise<SubgraphAnswer>;
  /** Called when a remote subgraph is asked: its data can change without a new version of ours, so the answer must not be cached. */
  askedElsewhere?: () => void;
}

/** Traces the fetches from subgraphs. */
export interface FetchTrace {
  /** Runs a fetch within a span, of which it is given the headers. The property `fault` of a thrown error names the kind of failure. */
  fetch: <T>(subgraph: string, run: (headers: TraceHeaders) => Promise<T>) => Promise<T>;
}

/** The headers that make the spans of another service part of a trace. https://www.w3.org/TR/trace-context/ */
export type TraceHeaders = Readonly<Record<string, string>>;

/** A client's operation, parsed and validated. */
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
  /** The step of the plan that it belongs to, if there is one. */
  step?: PlannedStep;
}

/** A step of a plan. */
export interface PlannedStep {
  /** Its place in the plan, from 1. */
  readonly number: number;
  /** The steps that it waits for. */
  readonly after: readonly PlannedStep[];
}

/** A subgraph's answer. Its errors are already reduced to what clients may read. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLError[] | undefined;
  /** Whether the data are known to be what was asked for, so that they need not be checked; they belong to the caller. */
  isValid?: boolean;
}

/** Calls a subgraph. @throws SubgraphUnavailable when there is no usable answer */
export type CallSubgraph = (call: SubgraphCall) => Promise<SubgraphAnswer>;

/** Whether an operation of a valid document asks only for our own part of the graph. */
export type IsLocalOperation = (document: DocumentNode, operationName: string | undefined) => boolean;

/** Answers operations on one supergraph. */
export interface Engine {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Answers an operation. Data without errors may be written already (`WrittenData`). */
  execute: (operation: Operation) => Promise<ExecutionResult>;
  /** Absent if no part of the supergraph is ours. */
  readonly answersAlone?: IsLocalOperation;
}
