/** What an execution needs to know: the circumstances of a request, and what it is executed with. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../../config';
import type { ApolloGateway } from '../../federation/gateway/apollo-gateway';
import type { Cancellation } from '../../query/cancellation';
import type { Plans } from '../../query/plan/plans';
import type { ReadSet } from '../../query/read-set';
import type { LanguageTag } from '../../resource/text';
import type { FallbackExecutor } from './apollo';
import type { OperationCache } from './operation-cache';

/** The circumstances of an execution. */
export interface ExecutionContext {
  response: ServerResponse;
  /** The client's preferred language. */
  language: LanguageTag;
  /** Cancels when the deadline has passed or the client is gone. */
  cancellation: Cancellation;
  /** The schema that the query was validated against. */
  schema: GraphQLSchema;
  /** Records which classes the answer is read from; absent or null if it will not be cached. */
  reads?: ReadSet | null | undefined;
}

export interface ExecutionOptions {
  operations: OperationCache;
  fallback: FallbackExecutor;
  /** The gateway over several subgraphs, if others are linked in. */
  gateway: ApolloGateway | null;
  /** Plans for queries of the catalogue; undefined to leave all to the fallback executor. */
  plans: Plans | undefined;
  /** Creates the context for resolvers. */
  contextOf: (context: ExecutionContext) => object;
  schema: () => GraphQLSchema;
  limits: Limits;
  loggerOf: (request: IncomingMessage) => Logger;
}
