/**
 * Answers GraphQL requests in steps: read → prepare → charge → admit → execute → send. All requests take the same steps. The first
 * two look into the operation cache; an answer from the response cache skips admission and execution.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ClientGone } from '../../errors';
import { atEndOfTurn } from '../../query/end-of-turn';
import type { MaybePromise } from '../../query/maybe-promise';
import { shortTurn } from '../../query/turns';
import { AnswerText } from '../answer-text';
import type { Drain } from '../drain';
import { Refusal } from '../errors';
import type { AdmissionQueue } from '../admission-queue';
import { noteCost } from '../logged';
import { checkReader, type Readers } from '../other-sites';
import type { Rate } from '../rate';
import type { RequestLog } from '../request-log';
import type { WatchRequest } from '../watch-requests';
import { isGone, finishSynchronously } from '../on-finished';
import type { BodyReader } from './body';
import type { Clients } from './client';
import { Exchange } from './exchange';
import type { Execution } from './execution';
import type { OperationCache } from './operation-cache';
import { graphQLParamsOf, type ReceivedParams } from './params';
import type { PreparedRequest } from './prepared';
import { checkHead, isForEndpoint, pathIn } from './read';
import type { Read, Reading } from './reading';
import type { Responder } from './responder';
import type { Responses, Result } from './responses';

export interface HandlerOptions {
  /** Whether there is a catalogue, so that answers have a language. */
  hasCatalogue: boolean;
  clients: Clients;
  bodies: BodyReader;
  reading: Reading;
  /** The origins whose pages may read answers. */
  readers: Readers;
  log: RequestLog;
  drain: Drain;
  watch: WatchRequest;
  rate: Rate;
  admission: AdmissionQueue;
  operations: OperationCache;
  responses: Responses;
  execution: Execution;
  responder: Responder;
}

/** A cached answer costs as little work as a refusal. */
const costOfCached = 1;
/** A refused request has still been read. */
const costOfRefusal = 1;

export class GraphQLHandler {
  constructor(private readonly options: HandlerOptions) {}

  /** Puts this handler in front of an application, which answers everything else: other URLs, pages and tables. */
  before(app: RequestListener): RequestListener {
    return (request, response) => {
      const otherwise = (): void => app(request, response);
      const handle = (): void => void this.handle(request, response, otherwise);
      if (!isForEndpoint(request)) otherwise();
      // A stopping gateway waits for counted requests, and counting begins in `handle`.
      else if (this.options.drain.stopping) handle();
      else atEndOfTurn(handle);
    };
  }

  /** All steps in order. Whatever is available synchronously is not awaited: a promise per step would cost more than a cached answer. */
  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
    otherwise: () => void,
  ): Promise<void> {
    const { options } = this;
    const { bodies, clients, reading, responses } = options;
    const atHand = bodies.atHand(request);
    const finish = atHand && finishSynchronously(request, response);
    const exchange = new Exchange(request, response, clients.of(request), finish);
    try {
      this.arrive(exchange);
      if (reading.isForPage(exchange)) {
        exchange.handOver(otherwise);
        return;
      }
      checkHead(request);
      const body = atHand ?? (await exchange.wait(bodies.later(request, response)));
      const read = reading.read(exchange, body);
      if (reading.isForTable(exchange, read)) {
        exchange.handOver(otherwise, read.received);
        return;
      }
      checkReader(request, options.readers);
      const prepared = read.prepared ?? (await this.prepare(exchange, read.received));
      exchange.cost = prepared?.cost ?? null;
      const current = read.isForApollo ? null : responses.versions();
      const versions = current instanceof Promise ? await exchange.wait(current) : current;
      const cached = responses.lookUp(exchange, prepared, versions);
      const charging = this.charge(exchange, prepared, cached);
      if (charging) await exchange.wait(charging);
      if (prepared && cached) {
        options.execution.begin(prepared, response);
        responses.send(exchange, cached, { prepared });
        return;
      }
      checkPrepared(read.received, prepared);
      const admitting = this.admit(exchange);
      if (admitting) await exchange.wait(admitting);
      if (options.hasCatalogue) exchange.hasLanguage = true;
      exchange.reads = responses.readSetFor(exchange, { prepared, versions });
      const executing = prepared && this.execute(exchange, read, prepared);
      const answer = executing instanceof Promise ? await executing : executing;
      if (answer) responses.keepAndSend(exchange, answer, { prepared, versions });
      else await this.fallBack(exchange, read.received, { prepared, versions });
    } catch (error) {
      options.responder.refuse(exchange, error);
    }
  }

  /** Starts counting, logging and tracing. */
  private arrive({ request, response }: Exchange): void {
    const { drain, log, watch } = this.options;
    drain.begin(request, response);
    log.begin(request, response);
    watch(request, response, pathIn(request.url ?? ''));
  }

  /** Parsing and measuring take a turn of their own, so that other requests, such as health checks, are not delayed. */
  private async prepare(exchange: Exchange, received: ReceivedParams): Promise<PreparedRequest | null> {
    const turn = shortTurn();
    if (turn) await exchange.wait(turn);
    const params = graphQLParamsOf(received);
    return params ? this.options.operations.prepare(params) : null;
  }

  /** @returns undefined if the prepaid quota covers it @throws Refusal */
  private charge(
    { request, response }: Exchange,
    prepared: PreparedRequest | null,
    cached: AnswerText | undefined,
  ): Promise<void> | undefined {
    const { rate, log } = this.options;
    const estimated = prepared?.cost?.estimated;
    if (estimated !== undefined) noteCost(response, estimated);
    const price = cached ? costOfCached : prepared?.refusal ? costOfRefusal : estimated;
    return rate.charge({ ip: log.addressOf(request) }, price ?? costOfRefusal);
  }

  /** @returns undefined if there is a free place */
  private admit({ request, response }: Exchange): Promise<void> | undefined {
    const { admission } = this.options;
    return admission.begin(request, response) ? undefined : admission.wait(request, response);
  }

  /** Executes by the plan, or by the gateway over several subgraphs; null if the fallback executor must answer. @throws WrongDocument, AnswerTooLarge */
  private execute(
    exchange: Exchange,
    read: Read,
    prepared: PreparedRequest,
  ): MaybePromise<AnswerText | null> {
    const { execution, operations } = this.options;
    if (read.isForApollo) return null;
    const run = (): MaybePromise<AnswerText | null> => {
      if (!read.prepared && read.text !== null) operations.keep(read.text, prepared);
      execution.begin(prepared, exchange.response);
      return execution.isFederated(prepared)
        ? exchange.wait(execution.byGateway(exchange, prepared))
        : execution.answer(exchange, prepared);
    };
    if (prepared.operation?.document.isValid) return run();
    return exchange.wait(execution.validate(prepared)).then(run);
  }

  /** Answers with the fallback executor. */
  private async fallBack(exchange: Exchange, received: ReceivedParams, result: Result): Promise<void> {
    const { execution, responder, responses } = this.options;
    if (isGone(exchange.request)) throw new ClientGone();
    const answer = await exchange.wait(execution.byFallback(received, result.prepared, exchange));
    if (answer.isWhole && answer.status === 200)
      responses.keepAndSend(exchange, await AnswerText.of(answer.text), result);
    else responder.failed(exchange, answer);
  }
}

/** @throws Refusal when a limit is exceeded or there is no query */
function checkPrepared({ extensions }: ReceivedParams, prepared: PreparedRequest | null): void {
  if (!prepared && extensions?.persistedQuery === undefined)
    throw new Refusal(400, 'The request has no query. Give it as ?query=… or in the body.', {
      code: 'BAD_REQUEST',
    });
  if (prepared?.refusal) {
    const { message } = prepared.refusal;
    throw new Refusal(400, message, { code: 'QUERY_TOO_COMPLEX', cost: prepared.cost });
  }
}
