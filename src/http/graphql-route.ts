/** The GraphQL endpoint: Apollo Server behind express. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../config';
import { requestContext, type RequestContext } from '../graphql/context';
import { BoundedReader } from '../query/bounded-reader';
import type { SizeOf } from '../query/sizes';
import type { Reader } from '../query/sql';
import type { Registry } from '../resource/registry';
import { watchedReader } from '../telemetry/watched-reader';
import { noteRefusal, traceOf } from './watch-requests';
import { graphqlBody } from './graphql-body';
import { inWork } from './in-work';
import { preferredLanguage, sayLanguage } from './language';
import { costOf, measured } from './measured';
import { Rate } from './rate';
import { tables } from './tables/table-route';
import { partOf, timeLimit } from './time-limit';

/** What the endpoint answers from. */
export interface GraphQLRouteOptions {
  schema: GraphQLSchema;
  registry: Registry;
  reader: Reader;
  /** Base of the web addresses of records. */
  publicUrl: () => string;
  limits: Limits;
  /** How many records there are of a type. */
  sizeOf: SizeOf;
  rate: Rate;
  /** Lets only trusted documents pass; none where any query is served. */
  trusted?: RequestHandler;
  /** Whether errors may suggest names from the schema. */
  development: boolean;
}

/** At most so many faults of one document are reported. */
const mostValidationErrors = 5;

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
    hideSchemaDetailsFromClientErrors: !options.development,
    formatError: formatter(options.development),
    parseOptions: { maxTokens: options.limits.tokens },
    validationOptions: { maxErrors: mostValidationErrors },
    // A query that is known by its hash would not be measured; trusted documents do the same openly.
    persistedQueries: false,
    // Signals are handled by the process as a whole.
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      watchOperations,
      tellCost,
      statusForJson,
    ],
  });
  await server.start();
  const route = Router();
  route.use(
    '/graphql',
    graphqlBody(options.limits),
    options.trusted ?? [],
    tables({
      ...options,
      rate: new Rate(options.limits.tableCostPerMinute),
      ask: async (request, response, question, whole) => {
        const { signal, done } = partOf(whole, options.limits.deadline);
        const contextValue = contextOf(request, response, options, signal);
        const { body } = await server.executeOperation(question, { contextValue }).finally(done);
        return body.kind === 'single' ? body.singleResult : body.initialResult;
      },
    }),
    measured(options, options.rate),
    inWork(options.limits.requests),
    expressMiddleware(server, {
      context: ({ req, res }) => Promise.resolve(answering(req, res, options)),
    }),
  );
  const answerWith: AnswerWith = async (request, response, query, variables) => {
    const contextValue = answering(request, response, options);
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    response.json(body.kind === 'single' ? body.singleResult : body.initialResult);
  };
  return { route, answerWith, stop: () => server.stop() };
}

/** The context of a request that is answered as a whole. */
function answering(request: Request, response: Response, options: GraphQLRouteOptions): HttpContext {
  sayLanguage(request, response);
  return contextOf(request, response, options, timeLimit(response, options.limits.deadline));
}

function contextOf(
  request: Request,
  response: Response,
  options: GraphQLRouteOptions,
  signal: AbortSignal,
): HttpContext {
  const { registry, schema, limits, sizeOf, publicUrl } = options;
  const reader = new BoundedReader(options.reader, { rows: limits.rows, signal });
  const language = preferredLanguage(request);
  const trace = traceOf(response);
  const traced = watchedReader(reader, (run, { text }) => trace.statement(run, text));
  return {
    ...requestContext({ registry, schema, limits, sizeOf, reader: traced, language, publicUrl: publicUrl() }),
    log: request.log,
    response,
  };
}

/** Names the operation in log, metrics and trace of the request, counts what is refused, and logs what went wrong inside. */
const watchOperations: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ operation, operationName, contextValue: { response }, schema }) => {
        response.locals.operationName = operationName;
        traceOf(response).operationBegins(operation?.operation ?? 'query', operationName);
        if (operation && !schema.getRootType(operation.operation)) throw notOffered(operation.operation);
      },
      didEncounterErrors: ({ errors, contextValue }) => {
        for (const { extensions } of errors) {
          const { code = ApolloServerErrorCode.INTERNAL_SERVER_ERROR } = extensions;
          noteRefusal(contextValue.response, String(code));
          traceOf(contextValue.response).operationFails(String(code));
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

/** graphql-js finds out only while it executes, and then says so as if it were a fault of ours. */
const notOffered = (kind: string): GraphQLError =>
  new GraphQLError(`This endpoint has no operations of the kind "${kind}". Ask a query.`, {
    extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, http: { status: 400 } },
  });

/** Says on every answer what its query was estimated to cost. */
const tellCost: ApolloServerPlugin<HttpContext> = {
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
const statusForJson: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { http }, errors = [], contextValue }) => {
        const accepted = contextValue.response.req.get('accept') ?? '';
        const onlyJson = accepted.includes('application/json') && !accepted.includes('graphql-response');
        const faults = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];
        if (onlyJson && http.status === 400 && faults.includes(String(errors[0]?.extensions.code)))
          http.status = 200;
        return Promise.resolve();
      },
    }),
};

const suggestion = / ?Did you mean [^?]*\?/g;

/** What went wrong inside is in the log; the client learns only that it did. Names of the schema are suggested in development. */
const formatter =
  (development: boolean) =>
  (formatted: GraphQLFormattedError): GraphQLFormattedError => {
    if (formatted.extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR)
      return development ? formatted : { ...formatted, message: formatted.message.replace(suggestion, '') };
    return {
      ...formatted,
      message:
        'An internal error occurred. The header X-Request-Id of this answer names it in the log of the gateway.',
      extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
    };
  };
