/** The GraphQL endpoint: Apollo Server behind express. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { Router, type Request, type Response } from 'express';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { requestContext, type RequestContext } from '../graphql/context';
import type { Reader } from '../query/sql';
import type { Registry } from '../resource/registry';
import type { LanguageTag } from '../resource/text';
import { watchedReader } from '../telemetry/watched-reader';
import { noteRefusal, traceOf } from './watch-requests';

/** What the endpoint answers from. */
export interface GraphQLRouteOptions {
  schema: GraphQLSchema;
  registry: Registry;
  reader: Reader;
  /** Base of the web addresses of records. */
  publicUrl: () => string;
}

/** The context of Apollo: that of the resolvers, and the logger of the request. */
interface HttpContext extends RequestContext {
  log: Logger;
  response: Response;
}

/** Answers a request with the result of a query of the gateway's own. */
export type AnswerWith = (
  request: Request,
  response: Response,
  query: string,
  variables: Record<string, unknown>,
) => Promise<void>;

/** The route `/graphql`, the same for queries of the gateway's own, and what must be stopped with it. */
export async function graphqlRoute(
  options: GraphQLRouteOptions,
): Promise<{ route: Router; answerWith: AnswerWith; stop: () => Promise<void> }> {
  const server = new ApolloServer<HttpContext>({
    schema: options.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: maskInternal,
    // Signals are handled by the process as a whole.
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      watchOperations,
    ],
  });
  await server.start();
  const route = Router();
  route.use(
    '/graphql',
    express.json(),
    expressMiddleware(server, {
      context: ({ req, res }) => Promise.resolve(contextOf(req, res, options)),
    }),
  );
  const answerWith: AnswerWith = async (request, response, query, variables) => {
    const contextValue = contextOf(request, response, options);
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    response.json(body.kind === 'single' ? body.singleResult : body.initialResult);
  };
  return { route, answerWith, stop: () => server.stop() };
}

function contextOf(request: Request, response: Response, options: GraphQLRouteOptions): HttpContext {
  const { registry, reader, publicUrl } = options;
  const language = preferredLanguage(request);
  response.vary('Accept-Language').set('Content-Language', language);
  const trace = traceOf(response);
  const traced = watchedReader(reader, (run, { text }) => trace.statement(run, text));
  return {
    ...requestContext({ registry, reader: traced, language, publicUrl: publicUrl() }),
    log: request.log,
    response,
  };
}

/** German or English, whichever the client prefers; English when it does not say or takes any. */
function preferredLanguage(request: Request): LanguageTag {
  return request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en';
}

/** Names the operation in log, metrics and trace of the request, counts what is refused, and logs what went wrong inside. */
const watchOperations: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operationName, operation, contextValue: { response } }) => {
        response.locals.operationName = operationName;
        traceOf(response).operationBegins(operation?.operation ?? 'query', operationName);
        return Promise.resolve();
      },
      didEncounterErrors: ({ errors, contextValue }) => {
        for (const { extensions } of errors) {
          const { code = ApolloServerErrorCode.INTERNAL_SERVER_ERROR } = extensions;
          noteRefusal(contextValue.response, String(code));
        }
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

/** What went wrong inside is in the log; the client learns only that it did. */
function maskInternal(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (formatted.extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) return formatted;
  return {
    ...formatted,
    message:
      'An internal error occurred. The header X-Request-Id of this answer names it in the log of the gateway.',
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
  };
}
