/** The GraphQL endpoint: puts the steps of its pipeline together, with the tables and the queries of the gateway's own. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import type { Limits } from '../../config';
import { estimate, type Estimate, type Measuring, type GraphQLParams } from '../../graphql/cost/estimate';
import { cancellationBy } from '../../query/cancellation';
import type { Plans } from '../../query/plan/plans';
import type { SizeOf } from '../../query/sizes';
import type { Reader } from '../../query/sql';
import { notStored } from '../cache-control';
import type { Drain } from '../drain';
import { AdmissionQueue } from '../admission-queue';
import { preferredLanguage, sayLanguage } from '../language';
import type { Readers } from '../other-sites';
import { Rate } from '../rate';
import type { RequestLog } from '../request-log';
import type { Unread } from '../slow-readers';
import { tables } from '../tables/table-route';
import { partOf, TimeLimit } from '../time-limit';
import type { Admit } from '../trusted-documents';
import type { WatchRequest } from '../watch-requests';
import { FallbackExecutor, type Answering } from './apollo';
import { formatter } from './apollo-plugins';
import { BodyReader } from './body';
import { Clients } from './client';
import { Execution, type Asking } from './execution';
import { GraphQLHandler } from './handler';
import { OperationCache, type OperationMemory } from './operation-cache';
import { Reading } from './reading';
import { Responder } from './responder';
import { ResponseCache } from './response-cache';
import { Responses } from './responses';

/** Where the catalogue is read, of which there are tables and pages beside JSON, in two languages. */
export interface CatalogueOptions {
  reader: Reader;
  /** Told each version of the data that is seen by the way. */
  learn: (version: number) => void;
  /** What tables depend on beside their query and the data; null where they hold what others say, which changes by itself. */
  edition: (() => string) | null;
  /** The path below which the gateway is known; empty where it is a site of its own. */
  publicPath: string;
  /** Makes the plans of the catalogue's queries, whose weight counts with their document; null where every query runs in the fallback executor. */
  plansOf: ((onGrown: OperationCache['documents']['grow']) => Plans) | null;
  /** The version of the data; answers are cached for one version. */
  version: () => number | Promise<number>;
  /** Another value whenever the records were counted anew, and with them what queries cost. */
  counted: () => unknown;
}

/** What the endpoint answers from. */
export interface EndpointOptions {
  answering: Answering;
  /** None where there is no catalogue. */
  catalogue: CatalogueOptions | null;
  /** What resolvers have at hand during one request. */
  contextOf: (asking: Asking) => object;
  limits: Limits;
  /** Bytes that may be taken by what is cached. */
  memory: OperationMemory & { readonly answers: number };
  /** How many records there are of a type. */
  sizeOf: SizeOf;
  rate: Rate;
  /** Whose pages may read answers. */
  readers: Readers;
  /** Lets only trusted documents pass; none where any query is served. */
  trusted?: Admit;
  /** Whether errors may suggest names from the schema. */
  development: boolean;
  log: RequestLog;
  drain: Drain;
  unread: Unread;
  watch: WatchRequest;
}

/** Queries of the gateway's own, with which it answers requests elsewhere. */
export interface OwnQueries {
  /** What a query costs, and why it is refused, if it is. */
  estimate: (params: GraphQLParams) => Estimate;
  /** The result of a query for the client of a request, in its language. */
  ask: (request: Request, response: Response, params: GraphQLParams) => Promise<FormattedExecutionResult>;
}

export interface Endpoint {
  /** Answers with JSON, before the application. */
  handler: GraphQLHandler;
  /** Answers with tables, within the application. */
  tables: Router;
  queries: OwnQueries;
  stop: () => Promise<void>;
}

export async function graphqlEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { answering, catalogue, limits, memory, development, log, readers, rate } = options;
  const schema = () => ('gateway' in answering ? answering.gateway.schema : answering.schema);
  const measuring: Measuring = {
    get schema() {
      return schema();
    },
    limits,
    sizeOf: options.sizeOf,
  };
  const responses = memory.answers > 0 && catalogue ? new ResponseCache(memory.answers) : null;
  const counted = catalogue?.counted ?? (() => null);
  const operations = new OperationCache(memory, measuring, counted, () => responses?.clear());
  const fallback = await FallbackExecutor.start(answering, { tokens: limits.tokens, development });
  const loggerOf = log.loggerOf.bind(log);
  const execution = new Execution({
    operations,
    fallback,
    plans: catalogue?.plansOf?.(operations.documents.grow),
    contextOf: options.contextOf,
    schema,
    limits,
    loggerOf,
  });
  const admission = new AdmissionQueue(limits);
  const formatError = formatter(development);
  const responder = new Responder({ admission, unread: options.unread, loggerOf, formatError });
  const hasCatalogue = catalogue !== null;
  const handler = new GraphQLHandler({
    hasCatalogue,
    clients: new Clients(readers, hasCatalogue),
    bodies: new BodyReader(limits),
    reading: new Reading({ hasCatalogue, limits, trusted: options.trusted, operations }),
    readers,
    log,
    drain: options.drain,
    watch: options.watch,
    rate,
    admission,
    operations,
    responses: new Responses({
      responses,
      version: catalogue?.version ?? (() => 0),
      operations,
      responder,
    }),
    execution,
    responder,
  });
  const ask: OwnQueries['ask'] = (request, response, params) => {
    if (catalogue) sayLanguage(request, response);
    const cancellation = new TimeLimit(response, limits.deadline);
    const asking = { response, cancellation, language: preferredLanguage(request) };
    return execution.result(params, asking, limits.answerBytes);
  };
  return {
    handler,
    tables: catalogue ? tableRoute(options, catalogue, { measuring, execution }) : Router(),
    queries: { estimate: (params) => estimate(params, measuring), ask },
    stop: () => fallback.stop(),
  };
}

/** Answers requests for a table; there is a version of the data that all its pages must have. */
const tableRoute = (
  { limits, readers }: EndpointOptions,
  { reader, learn, edition, publicPath }: CatalogueOptions,
  { measuring, execution }: { measuring: Measuring; execution: Execution },
): Router =>
  // This address and no other: what stands behind a further slash is nothing of ours.
  Router().all(
    '/graphql',
    failuresNotStored,
    tables({
      measuring,
      reader,
      readers,
      learn,
      publicPath,
      edition,
      rate: new Rate(limits.tableCostPerMinute),
      ask: (request, response, params, whole) => {
        const { signal, done } = partOf(whole, limits.deadline);
        const asking = {
          response,
          cancellation: cancellationBy(signal),
          language: preferredLanguage(request),
        };
        return execution.result(params, asking).finally(done);
      },
    }),
  );

/** A table is written as it comes; what is sent as a whole tells a failure. */
const failuresNotStored: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown): Response => {
    response.vary('Accept-Encoding').set('Cache-Control', notStored);
    return send(body);
  };
  next();
};
