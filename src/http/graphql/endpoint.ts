/** The GraphQL endpoint: connects the steps of the pipeline, tables, and the gateway's own queries. */
import { Router } from 'express';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Limits } from '../../config';
import { type Estimate, type Measuring, type GraphQLParams } from '../../graphql/cost/estimate';
import type { Plans } from '../../query/plan/plans';
import type { SizeOf } from '../../query/sizes';
import type { Reader } from '../../query/sql';
import { Versions } from '../../resource/versions';
import type { Drain } from '../drain';
import { AdmissionQueue } from '../admission-queue';
import type { Readers } from '../other-sites';
import type { Rate } from '../rate';
import type { RequestLog } from '../request-log';
import type { Unread } from '../slow-readers';
import type { Admit } from '../trusted-documents';
import type { WatchRequest } from '../watch-requests';
import { FallbackExecutor, type Answering } from './apollo';
import { formatter } from './apollo-plugins';
import { BodyReader } from './body';
import { Clients } from './client';
import type { ExecutionContext } from './execution-context';
import { Execution } from './execution';
import { GraphQLHandler } from './handler';
import { OperationCache, type OperationMemory } from './operation-cache';
import { InternalOperations } from './internal-operations';
import { Reading } from './reading';
import { Responder } from './responder';
import { ResponseCache } from './response-cache';
import { Responses } from './responses';
import { tableRoute } from './table-answers';

/** What an endpoint with a catalogue has in addition: tables, pages, and two languages. */
export interface CatalogueOptions {
  reader: Reader;
  /** Called with each version of the data that is seen. */
  learn: (version: number) => void;
  /** What tables depend on beside query and data (`editionOf`). */
  edition: () => string;
  /** Path prefix of the gateway, or empty. */
  publicPath: string;
  /** The base of the gateway's addresses. */
  publicUrl: () => string;
  /** Makes the plans for queries, whose size is added to that of their document; null to leave all queries to the fallback executor. */
  plansOf: ((onGrown: OperationCache['documents']['grow']) => Plans) | null;
  /** The versions of the data. An answer is cached until a class that it was read from is written. */
  versions: () => Versions | Promise<Versions>;
  /** A value that changes whenever the records are counted again, which changes the cost of queries. */
  counted: () => unknown;
}

/** Options of the endpoint. */
export interface EndpointOptions {
  answering: Answering;
  /** Null without a catalogue. */
  catalogue: CatalogueOptions | null;
  /** Creates the context for resolvers. */
  contextOf: (context: ExecutionContext) => object;
  limits: Limits;
  /** Sizes of the caches in bytes. */
  memory: OperationMemory & { readonly answers: number };
  /** The number of records of a class. */
  sizeOf: SizeOf;
  rate: Rate;
  /** The origins whose pages may read answers. */
  readers: Readers;
  /** Admits only trusted documents; absent if any query is answered. */
  trusted?: Admit;
  log: RequestLog;
  drain: Drain;
  unread: Unread;
  watch: WatchRequest;
}

/** The gateway's own queries, by which other routes answer. */
export interface InternalQueries {
  /** Estimates the cost of a query, and says why it is refused, if it is. */
  estimate: (params: GraphQLParams) => Estimate;
  /** Executes a query for the client of a request. */
  ask: (params: GraphQLParams, asking: InternalContext) => Promise<FormattedExecutionResult>;
  /** The cache of answers, which other routes share; null if answers are not cached. */
  responses: ResponseCache | null;
  /** The versions of the data. */
  versions: () => Versions | Promise<Versions>;
  /** The schema that is served; null where only trusted documents are answered, as then nobody can read it. */
  schema: (() => GraphQLSchema) | null;
}

/** For which response, in which language, until when, and where the classes that are read are recorded. */
export type InternalContext = Pick<ExecutionContext, 'response' | 'language' | 'cancellation' | 'reads'>;

export interface Endpoint {
  /** Answers with JSON, before express. */
  handler: GraphQLHandler;
  /** Answers with tables, as an express route. */
  tables: Router;
  queries: InternalQueries;
  stop: () => Promise<void>;
}

export async function graphqlEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { answering, catalogue, limits, memory, log, readers, rate } = options;
  // Where only agreed queries are served, nobody can read the schema.
  const suggests = options.trusted === undefined;
  const schema = () => ('gateway' in answering ? answering.gateway.schema : answering.schema);
  const measuring: Measuring = {
    get schema() {
      return schema();
    },
    limits,
    sizeOf: options.sizeOf,
  };
  const responses = memory.answers > 0 && catalogue ? new ResponseCache(memory.answers) : null;
  const versions = catalogue?.versions ?? (() => new Versions(0, new Map()));
  const counted = catalogue?.counted ?? (() => null);
  const operations = new OperationCache(memory, measuring, counted, () => responses?.clear());
  const isOurs = (params: GraphQLParams): boolean => {
    if (!('gateway' in answering)) return true;
    const { operation } = operations.prepare(params);
    return (
      operation !== null && answering.gateway.answersAlone(operation.document.node, params.operationName)
    );
  };
  const fallback = await FallbackExecutor.start(answering, { tokens: limits.tokens, suggests });
  const loggerOf = log.loggerOf.bind(log);
  const execution = new Execution({
    operations,
    fallback,
    gateway: 'gateway' in answering ? answering.gateway : null,
    plans: catalogue?.plansOf?.(operations.documents.grow),
    contextOf: options.contextOf,
    schema,
    limits,
    loggerOf,
  });
  const admission = new AdmissionQueue(limits);
  const formatError = formatter(suggests);
  const responder = new Responder({ admission, unread: options.unread, loggerOf, formatError });
  const own = new InternalOperations(operations);
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
      versions,
      operations,
      responder,
    }),
    execution,
    responder,
  });
  return {
    handler,
    tables: catalogue
      ? tableRoute(options, catalogue, { measuring, execution, operations, isOurs })
      : Router(),
    queries: {
      estimate: (params) => own.estimate(params),
      ask: (params, asking) => execution.result(own.prepare(params), asking, limits.answerBytes),
      responses,
      versions,
      schema: suggests ? schema : null,
    },
    stop: () => fallback.stop(),
  };
}
