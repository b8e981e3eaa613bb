/** What the endpoint adds to Apollo Server: names in log, metrics and trace, costs, statuses, and what clients are told of errors. */
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import type { Response } from 'express';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { inShort, Unavailable } from '../errors';
import type { FederatedContext } from '../federation/gateway/engine';
import { SubgraphReported } from '../federation/gateway/faults';
import { preferredType, responseType } from './accept';
import { costOf } from './measured';
import { noteRefusal, traceOf } from './watch-requests';

/** The context of Apollo: that of the resolvers, that of the gateway, and the logger of the request. */
export interface HttpContext extends FederatedContext {
  log: Logger;
  response: Response;
  /** How many bytes the answer may have; left out where it is not bounded. */
  answerBytes?: number;
}

/** Names the operation in log, metrics and trace of the request, counts what is refused, and logs what went wrong inside. */
export const watchOperations: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({
        request,
        operation,
        operationName,
        contextValue: { response },
        schema,
      }) => {
        response.locals.operationName = operationName;
        traceOf(response).operationBegins(operation?.operation ?? 'query', operationName);
        if (!operation) throw notChosen(request.operationName);
        if (!schema.getRootType(operation.operation)) throw notOffered(operation.operation);
      },
      didEncounterErrors: ({ errors, contextValue }) => {
        for (const { extensions } of errors) {
          const { code = ApolloServerErrorCode.INTERNAL_SERVER_ERROR } = extensions;
          noteRefusal(contextValue.response, String(code));
          traceOf(contextValue.response).operationFails(String(code));
        }
        const [unavailable] = errors.map(unwrapResolverError).filter((error) => error instanceof Unavailable);
        if (unavailable) contextValue.log.warn({ err: unavailable }, 'The database cannot be reached');
        for (const error of errors.filter(({ extensions }) => extensions.code === undefined)) {
          contextValue.log.error({ err: unwrapResolverError(error), path: error.path }, 'A resolver failed');
        }
        return Promise.resolve();
      },
      willSendResponse: ({ contextValue: { response } }) => {
        traceOf(response).operationEnds();
        return Promise.resolve();
      },
    }),
};

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
        const cost = costOf(contextValue.response);
        if (cost && body.kind === 'single')
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        return Promise.resolve();
      },
    }),
};

/**
 * A client that takes only `application/json` reads the faults of its query from the body: the status is 200 then, so that
 * it can tell the answer of the endpoint from that of a proxy. https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export const statusForJson: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { http }, errors = [], contextValue }) => {
        const onlyJson = preferredType(contextValue.response.req, [responseType]) === null;
        const faults = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];
        if (onlyJson && http.status === 400 && faults.includes(String(errors[0]?.extensions.code)))
          http.status = 200;
        return Promise.resolve();
      },
    }),
};

/** Bounded, as a client may write the beginning of one a thousand times. */
const suggestion = / ?Did you mean [^?]{0,500}\?/g;

/** What went wrong inside is in the log; the client learns only that it did. Names of the schema are suggested in development. */
export const formatter = (development: boolean) => {
  const told = toldIn(development);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, ...others } = told(formatted, error);
    return { message: inShort(message), ...others };
  };
};

const toldIn =
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
