/** Plugins of Apollo Server, the fallback executor: prepared documents, costs, statuses, and recording of errors. */
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

/** The context of a request: for resolvers and the federation's engine, with what the plugins need. */
export interface HttpContext extends FederatedContext {
  log: Logger;
  response: ServerResponse;
  /** The prepared request, if there is one. */
  prepared: PreparedRequest | null;
  /** The estimated cost to report, if it was measured. */
  cost: Cost | null;
  /** Maximum bytes of the answer; absent for no limit. */
  answerBytes?: number;
  /** Results of the plugins. It is an object, because Apollo Server copies the context. */
  outcome: { isWhole: boolean };
}

/** Gives Apollo Server the parsed and validated document, unless the schema was replaced meanwhile. */
export const useDocument: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveSource: (operation) => {
        const document = operation.contextValue.prepared?.operation?.document;
        // Otherwise Apollo Server parses and validates.
        if (document?.isValid && document.schema === operation.schema)
          (operation as { document?: DocumentNode }).document = document.node;
        return Promise.resolve();
      },
    }),
};

/** Refuses operations that cannot be executed, counts errors, and logs internal ones. */
export const watchOperations: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request, operation, schema }) => {
        if (!operation) return Promise.reject(notChosen(request.operationName));
        if (!schema.getRootType(operation.operation)) return Promise.reject(notOffered(operation.operation));
        return Promise.resolve();
      },
      didEncounterErrors: ({ errors, contextValue }) => {
        recordErrors(contextValue.response, errors);
        const [unavailable] = errors.map(unwrapResolverError).filter((error) => error instanceof Unavailable);
        if (unavailable) contextValue.log.warn({ err: unavailable }, 'The database cannot be reached');
        for (const error of errors.filter(({ extensions }) => extensions.code === undefined)) {
          contextValue.log.error({ err: unwrapResolverError(error), path: error.path }, 'A resolver failed');
        }
        return Promise.resolve();
      },
    }),
};

/** Counts the errors of an operation, and records them in the trace. */
export function recordErrors(response: ServerResponse, errors: readonly GraphQLError[]): void {
  for (const { extensions } of errors) {
    const { code = ApolloServerErrorCode.INTERNAL_SERVER_ERROR } = extensions;
    noteRefusal(response, String(code));
    traceOf(response).operationFails(String(code));
  }
}

/** With a gateway, Apollo Server leaves this check to the gateway. */
const notChosen = (name: string | undefined): GraphQLError =>
  new GraphQLError(
    name === undefined
      ? 'The document has several operations. Say by "operationName" which of them is meant.'
      : `The document has no operation named ${JSON.stringify(name)}.`,
    { extensions: { code: ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE, http: { status: 400 } } },
  );

/** graphql-js would detect this only during execution, and report it like an internal error. */
const notOffered = (kind: string): GraphQLError =>
  new GraphQLError(`This endpoint has no operations of the kind "${kind}". Ask a query.`, {
    extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, http: { status: 400 } },
  });

/** Adds the estimated cost to every answer. */
export const reportCost: ApolloServerPlugin<HttpContext> = {
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

/** Sets the status of an answer by `Accept`, and records whether it has errors. Must be the last plugin. */
export const reportOutcome: ApolloServerPlugin<HttpContext> = {
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

/** The length is limited, as a client may send the beginning many times. */
const suggestion = / ?Did you mean [^?]{0,500}\?/g;

/**
 * Formats errors. Internal ones are masked, as they are in the log.
 * @param suggests whether to keep "Did you mean": only where anyone may read the schema
 */
export const formatter = (suggests: boolean) => {
  const format = formatterWith(suggests);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, ...others } = format(formatted, error);
    return { message: inShort(message), ...others };
  };
};

const formatterWith =
  (suggests: boolean) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (error instanceof SubgraphReported) return formatted;
    if (formatted.extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR)
      return suggests ? formatted : { ...formatted, message: formatted.message.replace(suggestion, '') };
    return {
      ...formatted,
      message:
        'An internal error occurred. The header X-Request-Id of this answer names it in the log of the gateway.',
      extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
    };
  };
