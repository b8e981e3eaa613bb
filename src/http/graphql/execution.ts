/** The step that executes: by the operation's plan, otherwise by the fallback executor. */
import type { ServerResponse } from 'node:http';
import { OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import type { Response } from 'express';
import { AnswerTooLarge } from '../../errors';
import type { Cost } from '../../graphql/cost/estimate';
import type { MaybePromise } from '../../query/maybe-promise';
import type { PlanContext } from '../../query/plan/resolution';
import { SharedTexts } from '../../query/plan/shared-texts';
import { ownTurn } from '../../query/turns';
import type { AnswerText } from '../answer-text';
import { changesByItself } from '../cacheability';
import { TimeLimit } from '../time-limit';
import { traceOf } from '../watch-requests';
import { answerOf } from './answer-of';
import type { ExecutionContext, ExecutionOptions } from './execution-context';
import type { Answer } from './apollo';
import type { HttpContext } from './apollo-plugins';
import type { Exchange } from './exchange';
import { notParsed, notValid } from './faults';
import { isFederated, wholeText } from './federated';
import type { ReceivedParams } from './params';
import type { PreparedRequest } from './prepared';

/** For which response, in which language, and until when. */
type For = Pick<ExecutionContext, 'response' | 'language' | 'cancellation' | 'reads'>;

/** An answer of the fallback executor. */
export interface FallbackAnswer extends Answer {
  /** Whether it has no errors. */
  readonly isWhole: boolean;
}

export class Execution {
  constructor(private readonly options: ExecutionOptions) {}

  /** Validates a document, unless that was done before. It runs in its own turn of the event loop. @throws WrongDocument */
  async validate({ fault, operation }: PreparedRequest): Promise<void> {
    if (fault) throw notParsed(fault);
    if (!operation || operation.document.isValid) return;
    await ownTurn();
    const errors = this.options.operations.validate(operation.document);
    if (errors.length > 0) throw notValid(errors);
    await ownTurn();
  }

  /** Reports the operation to log, metrics and trace. */
  begin({ operation }: PreparedRequest, response: ServerResponse): void {
    if (!operation) return;
    const { kind, name } = operation;
    const { locals } = response as Partial<Response>;
    // In `locals`, where express routes also put it.
    (response as Partial<Response>).locals = { ...locals, operationName: name };
    traceOf(response).operationBegins(kind ?? 'query', name);
  }

  /** Answers by the plan; null if the fallback executor must answer. @throws AnswerTooLarge */
  answer({ response, client, reads }: Exchange, prepared: PreparedRequest): MaybePromise<AnswerText | null> {
    const { deadline, answerBytes } = this.options.limits;
    const asking = {
      response,
      cancellation: new TimeLimit(response, deadline),
      language: client.language,
      reads,
    };
    const shared = new SharedTexts();
    const data = this.byPlan(prepared, asking, { answerBytes, shared });
    const { cost } = prepared;
    return data instanceof Promise
      ? data.then((text) => answerOf(text, shared, cost, answerBytes))
      : answerOf(data, shared, cost, answerBytes);
  }

  /** The JSON text of `data` by the plan; null if the fallback executor must answer. @throws AnswerTooLarge */
  private byPlan(
    prepared: PreparedRequest,
    asking: For,
    bounds: Pick<PlanContext, 'answerBytes' | 'shared'>,
  ): MaybePromise<string | null> {
    const { operation, variables } = prepared;
    const { plans, contextOf, schema } = this.options;
    if (!plans || operation?.kind !== OperationTypeNode.QUERY) return null;
    const { document, operationName } = operation;
    prepared.plan ??= plans.planned(document.node, operationName, variables);
    if (!prepared.plan) return null;
    // If there are plans, the context is the catalogue's.
    const context = contextOf({ ...asking, schema: schema() }) as PlanContext;
    return prepared.plan({ ...context, ...bounds });
  }

  /** Whether an operation asks for something that is not ours. */
  isFederated(prepared: PreparedRequest): boolean {
    return isFederated(prepared, this.options.gateway);
  }

  /**
   * Answers by the engine of the gateway; null if its answer has errors, which the fallback executor then reports.
   * @throws AnswerTooLarge
   */
  async byGateway(exchange: Exchange, prepared: PreparedRequest): Promise<AnswerText | null> {
    const { gateway, limits } = this.options;
    const { response, client, reads } = exchange;
    const { operation, variables, cost } = prepared;
    if (!gateway || !operation) return null;
    const { node: document, schema } = operation.document;
    const cancellation = new TimeLimit(response, limits.deadline);
    const context = this.contextFor(
      prepared,
      { response, language: client.language, cancellation, reads },
      cost,
    );
    const { operationName } = operation;
    exchange.federated = gateway.execute(schema, { document, operationName, variables, context });
    const text = wholeText(await exchange.federated.catch(() => null));
    return answerOf(text, new SharedTexts(), cost, limits.answerBytes);
  }

  /** Answers with the fallback executor. */
  async byFallback(
    params: ReceivedParams,
    prepared: PreparedRequest | null,
    { response, client, reads, federated }: Exchange,
  ): Promise<FallbackAnswer> {
    const { deadline, answerBytes } = this.options.limits;
    await ownTurn();
    const cancellation = new TimeLimit(response, deadline);
    const asking = { response, language: client.language, reads, cancellation };
    const context = {
      ...this.contextFor(prepared, asking, prepared?.cost ?? null),
      ...(federated && { answered: federated }),
      answerBytes,
    };
    const answer = await this.options.fallback.answer(params, client.jsonType ?? 'application/json', context);
    return { ...answer, isWhole: context.outcome.isWhole };
  }

  /** Executes a query of the gateway itself for the client of a request. */
  async result(
    prepared: PreparedRequest,
    asking: For,
    answerBytes?: number,
  ): Promise<FormattedExecutionResult> {
    const { fallback } = this.options;
    const { params } = prepared;
    const { response } = asking;
    const trace = traceOf(response);
    this.begin(prepared, response);
    try {
      // If it is invalid, the fallback executor reports why.
      const isValid = await this.validate(prepared).then(
        () => true,
        () => false,
      );
      const data = isValid ? await this.byPlan(prepared, asking, { answerBytes }) : null;
      if (data !== null) return { data: JSON.parse(data) as Record<string, unknown> };
      const context = this.contextFor(prepared, asking, null);
      return await fallback.result(params, answerBytes === undefined ? context : { ...context, answerBytes });
    } catch (error) {
      if (!(error instanceof AnswerTooLarge)) throw error;
      return { errors: [{ message: error.message, extensions: error.extensions }] };
    } finally {
      trace.operationEnds();
    }
  }

  private contextFor(prepared: PreparedRequest | null, asking: For, cost: Cost | null): HttpContext {
    const { contextOf, schema, loggerOf } = this.options;
    const { response, cancellation } = asking;
    const { req: request } = response;
    return {
      ...contextOf({ ...asking, schema: schema() }),
      signal: cancellation.signal,
      clientHeaders: request.headers,
      askedElsewhere: () => changesByItself(response),
      trace: traceOf(response),
      log: loggerOf(request),
      response,
      prepared,
      cost,
      outcome: { isWhole: false },
    };
  }
}
