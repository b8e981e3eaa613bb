/** The GraphQL endpoint: Apollo Server behind express. */
import type { ServerResponse } from 'node:http';
import { ApolloServer, type GraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Limits } from '../config';
import type { ApolloGateway } from '../federation/gateway/apollo-gateway';
import { estimate, type Estimate, type Measuring, type Question } from '../graphql/cost/estimate';
import { endingBy, type Ending } from '../query/ending';
import type { Plans } from '../query/plan/plans';
import type { PlanContext } from '../query/plan/resolution';
import type { SizeOf } from '../query/sizes';
import type { Reader } from '../query/sql';
import { ownTurn } from '../query/turns';
import type { LanguageTag } from '../resource/text';
import { boundAnswers } from './answer-bytes';
import { formatter, statusForJson, tellCost, watchOperations, type HttpContext } from './apollo-plugins';
import { forApollo } from './for-apollo';
import { graphqlBody } from './graphql-body';
import { InWork } from './in-work';
import type { Endpoint } from './known/answering';
import type { Documents } from './known/documents';
import { Known, type KnownSettings } from './known/known';
import { changesByItself } from './known/lessons';
import { noteGoodAnswers, sendAndLearn } from './known/teach';
import { preferredLanguage, sayLanguage } from './language';
import { measured } from './measured';
import { onlyFromReaders, type Readers } from './other-sites';
import { answerByPlan, stringifyAnswer, withPlainData } from './planned';
import { Rate } from './rate';
import { tables, type TableOptions } from './tables/table-route';
import { partOf, TimeLimit } from './time-limit';
import { traceOf } from './watch-requests';

/** What the endpoint answers from. */
export interface GraphQLRouteOptions<Context extends object> {
  /** The schema, or the gateway over several subgraphs that has one. */
  answering: { schema: GraphQLSchema } | { gateway: ApolloGateway };
  /** What resolvers have at hand during one request. */
  contextOf: (asking: Asking) => Context;
  limits: Limits;
  /** How many records there are of a type. */
  sizeOf: SizeOf;
  rate: Rate;
  /** Whose pages may read answers. */
  readers: Readers;
  /** Where the catalogue is read, of which tables are made; none where there is no catalogue. */
  reader?: Reader;
  /** What tables depend on beside their query and the data; none where they hold what others say, which changes by itself. */
  edition?: () => string;
  /** The path below which the gateway is known; none where it is a site of its own. */
  publicPath?: string;
  /** Answers queries of the catalogue by plans; none where every query runs in the ordinary executor. */
  plans?: Plans | undefined;
  /** Told each version of the data that is seen by the way. */
  learn?: (version: number) => void;
  /** Lets only trusted documents pass; none where any query is served. */
  trusted?: RequestHandler;
  /** Whether errors may suggest names from the schema. */
  development: boolean;
  /** Where documents are kept that were found valid; null where each is parsed anew. */
  documents: Documents | null;
  /** The short way for what was asked before; none where every question takes the long one. */
  known?: Omit<KnownSettings, 'readers'> | undefined;
}

/** A request of the endpoint. */
export interface Asking {
  response: ServerResponse;
  /** The language that the client prefers. */
  language: LanguageTag;
  /** Comes when the request has had its time, or its client is gone. */
  ending: Ending;
  /** The schema against which its query is validated. */
  schema: GraphQLSchema;
}

/** At most so many faults of one document are reported. */
const mostValidationErrors = 5;

/** Queries of the gateway's own, with which it answers requests elsewhere. */
export interface OwnQueries {
  /** What a query costs, and why it is refused, if it is. */
  estimate: (question: Question) => Estimate;
  /** The result of a query for the client of a request, in its language. */
  ask: (request: Request, response: Response, question: Question) => Promise<FormattedExecutionResult>;
}

/** The route `/graphql`, the same for queries of the gateway's own, and what must be stopped with it. */
export async function graphqlRoute<Context extends object>(
  options: GraphQLRouteOptions<Context>,
): Promise<{ route: Router; queries: OwnQueries; known: Known | null; stop: () => Promise<void> }> {
  const { answering, limits, sizeOf, rate, readers } = options;
  const schema = () => ('gateway' in answering ? answering.gateway.schema : answering.schema);
  const server = new ApolloServer<HttpContext>({
    ...('gateway' in answering ? { gateway: answering.gateway } : { schema: answering.schema }),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !options.development,
    formatError: formatter(options.development),
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: mostValidationErrors },
    // A query that is known by its hash would not be measured; trusted documents do the same openly.
    persistedQueries: false,
    // Which pages of other sites are answered is decided before, for tables and on the short way as well: other-sites.ts.
    csrfPrevention: false,
    documentStore: options.documents,
    // Signals are handled by the process as a whole.
    stopOnTerminationSignals: false,
    stringifyResult: stringifyAnswer,
    plugins: [
      ...(options.plans ? [answerByPlan<HttpContext>(options.plans)] : []),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      watchOperations,
      boundAnswers,
      tellCost,
      statusForJson,
      noteGoodAnswers,
    ],
  });
  await server.start();
  const contextOf = (request: Request, response: Response, ending: Ending): HttpContext => {
    const language = preferredLanguage(request);
    const context = options.contextOf({ response, language, ending, schema: schema() });
    const askedElsewhere = () => changesByItself(response);
    const { headers: clientHeaders, log } = request;
    const trace = traceOf(response);
    const { signal } = ending;
    return { ...context, signal, clientHeaders, askedElsewhere, trace, log, response };
  };
  const answeringWhole = (request: Request, response: Response): HttpContext => {
    if (options.reader) sayLanguage(request, response);
    const context = contextOf(request, response, new TimeLimit(response, limits.deadline));
    return { ...context, answerBytes: limits.answerBytes };
  };
  const measuring: Measuring = {
    get schema() {
      return schema();
    },
    limits,
    sizeOf,
  };
  const working = new InWork(limits);
  const known = options.known
    ? new Known(
        { ...options.known, readers },
        { measuring, rate, inWork: working, runOf: runByPlan(options, schema) },
      )
    : null;
  const route = Router();
  // This address and no other: what stands behind a further slash is nothing of ours.
  route.all(
    '/graphql',
    sendAndLearn(known),
    graphqlBody(limits),
    options.trusted ?? [],
    ...tablesOf(options, measuring, async (request, response, question, whole) => {
      const { signal, done } = partOf(whole, limits.deadline);
      const contextValue = contextOf(request, response, endingBy(signal));
      return plainResult(await server.executeOperation(question, { contextValue }).finally(done));
    }),
    onlyFromReaders(readers),
    measured(measuring, rate),
    working.count,
    forApollo(
      expressMiddleware(server, {
        context: async ({ req, res }) => {
          // The document is parsed and validated next.
          await ownTurn();
          return answeringWhole(req, res);
        },
      }),
    ),
  );
  const queries: OwnQueries = {
    estimate: (question) => estimate(question, measuring),
    ask: async (request, response, question) => {
      const contextValue = answeringWhole(request, response);
      return plainResult(await server.executeOperation(question, { contextValue }));
    },
  };
  return { route, queries, known, stop: () => server.stop() };
}

const plainResult = ({ body }: GraphQLResponse): FormattedExecutionResult =>
  withPlainData(body.kind === 'single' ? body.singleResult : body.initialResult);

/** How known questions are answered without Apollo: by plans, where there are any. */
const runByPlan =
  <Context extends object>(
    { plans, contextOf, limits }: GraphQLRouteOptions<Context>,
    schema: () => GraphQLSchema,
  ): Endpoint['runOf'] =>
  ({ document, variables }) => {
    const planned = plans?.planned(document.node, document.operationName, variables);
    if (!planned) return null;
    return ({ response, language }) => {
      const ending = new TimeLimit(response, limits.deadline);
      // Where there are plans, the context is that of the catalogue.
      const context = contextOf({ response, language, ending, schema: schema() }) as unknown as PlanContext;
      return planned({ ...context, answerBytes: limits.answerBytes });
    };
  };

/** Answers requests for a table, where there is a version of the data that all its pages must have. */
const tablesOf = (
  {
    reader,
    readers,
    limits,
    learn = () => undefined,
    edition,
    publicPath = '',
  }: Pick<GraphQLRouteOptions<object>, 'reader' | 'readers' | 'limits' | 'learn' | 'edition' | 'publicPath'>,
  measuring: Measuring,
  ask: TableOptions['ask'],
): RequestHandler[] =>
  reader
    ? [
        tables({
          measuring,
          reader,
          readers,
          learn,
          publicPath,
          edition: edition ?? null,
          rate: new Rate(limits.tableCostPerMinute),
          ask,
        }),
      ]
    : [];
