/** What the endpoint adds to Apollo Server, the fallback executor: prepared documents, costs, statuses, and what is noted of errors. */
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import type { ServerResponse } from 'node:http';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { inShort, Unavailable } from '../../errors';
import type { FederatedContext } from '../../federation/gateway/engine';
import { SubgraphReported } from '../../federation/gateway/faults';
import type { Cost } from '../../graphql/cost/estimate';
import type { PreparedRequest } from './prepared';
import { statusFor } from './status';
import { noteRefusal, traceOf } from '../watch-requests';

/** The context of Apollo: that of the resolvers, that of the gateway, and what belongs to the request. */
export interface HttpContext extends FederatedContext {
  log: Logger;
  response: ServerResponse;
  /** What is executed, as far as it was prepared. */
  prepared: PreparedRequest | null;
  /** What is said to have been estimated, if anything. */
  cost: Cost | null;
  /** How many bytes the answer may have; left out where it is not bounded. */
  answerBytes?: number;
  /** What is noted of the answer: an object, as Apollo copies the context. */
  outcome: { isWhole: boolean };
}

/** Hands over the document that was parsed and validated, unless the schema was exchanged meanwhile. */
export const useDocument: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveSource: (asked) => {
        const document = asked.contextValue.prepared?.operation?.document;
        // Apollo parses and validates where there is none.
        if (document?.isValid && document.schema === asked.schema)
          (asked as { document?: DocumentNode }).document = document.node;
        return Promise.resolve();
      },
    }),
};

/** Refuses operations that cannot be run, counts what fails, and logs what went wrong inside. */
export const watchOperations: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request, operation, schema }) => {
        if (!operation) return Promise.reject(notChosen(request.operationName));
        if (!schema.getRootType(operation.operation)) return Promise.reject(notOffered(operation.operation));
        return Promise.resolve();
      },
      didEncounterErrors: ({ errors, contextValue }) => {
        noteFailures(contextValue.response, errors);
        const [unavailable] = errors.map(unwrapResolverError).filter((error) => error instanceof Unavailable);
        if (unavailable) contextValue.log.warn({ err: unavailable }, 'The database cannot be reached');
        for (const error of errors.filter(({ extensions }) => extensions.code === undefined)) {
          contextValue.log.error({ err: unwrapResolverError(error), path: error.path }, 'A resolver failed');
        }
        return Promise.resolve();
      },
    }),
};

/** Counts the errors of an operation, and tells its trace. */
export function noteFailures(response: ServerResponse, errors: readonly GraphQLError[]): void {
  for (const { extensions } of errors) {
    const { code = ApolloServerErrorCode.INTERNAL_SERVER_ERROR } = extensions;
    noteRefusal(response, String(code));
    traceOf(response).operationFails(String(code));
  }
}

/** With a gateway, Apollo leaves it to the gateway to find the operation. */
const notChosen = (name: string | undefined): GraphQLError =>
  new GraphQLError(
    name === undefined
      ? 'The document has several operations. Say by "operationName" which of them is meant.'
      : `The document has no operation named ${JSON.stringify(name)}.`,
    { extensions: { code: ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE, http: { status: 400 } } },
  );

/** graphql-js finds out only while it executes, and then says so as if it were a fault of ours. */
const notOffered = (kind: string): GraphQLError =>
  new GraphQLError(`This endpoint has no operations of the kind "${kind}". Ask a query.`, {
    extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, http: { status: 400 } },
  });

/** Says on every answer what its query was estimated to cost. */
export const tellCost: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body }, contextValue }) => {
        const { cost } = contextValue;
        if (cost && body.kind === 'single')
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        return Promise.resolve();
      },
    }),
};

/** Says which status an answer has for the type in which its client takes it, and whether it has errors; after all others. */
export const tellOutcome: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { http, body }, errors = [], contextValue }) => {
        contextValue.outcome.isWhole = body.kind === 'single' && body.singleResult.errors === undefined;
        const code = String(errors[0]?.extensions.code);
        if (http.status !== undefined) http.status = statusFor(contextValue.response.req, http.status, code);
        return Promise.resolve();
      },
    }),
};

/** Bounded, as a client may write the beginning of one a thousand times. */
const suggestion = / ?Did you mean [^?]{0,500}\?/g;

/** What went wrong inside is in the log; the client learns only that it did. Names of the schema are suggested in development. */
export const formatter = (development: boolean) => {
  const told = formatterIn(development);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, ...others } = told(formatted, error);
    return { message: inShort(message), ...others };
  };
};

const formatterIn =
  (development: boolean) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (error instanceof SubgraphReported) return formatted;
    if (formatted.extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR)
      return development ? formatted : { ...formatted, message: formatted.message.replace(suggestion, '') };
    return {
      ...formatted,
      message:
        'An internal error occurred. The header X-Request-Id of this answer names it in the log of the gateway.',
      extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
    };
  };
