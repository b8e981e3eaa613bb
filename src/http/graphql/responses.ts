/** The response cache within the pipeline: which requests may use it, and which answers are added. */
import type { MaybePromise } from '../../query/maybe-promise';
import type { AnswerText } from '../answer-text';
import type { Exchange } from './exchange';
import type { OperationCache } from './operation-cache';
import type { PreparedRequest } from './prepared';
import type { Responder } from './responder';
import type { ResponseCache } from './response-cache';
import { isForAll } from './send';

export interface ResponsesOptions {
  /** Null if answers are not cached. */
  responses: ResponseCache | null;
  /** The version of the data. Cached answers belong to one version. */
  version: () => number | Promise<number>;
  operations: OperationCache;
  responder: Responder;
}

/** What an answer was made from. */
export interface Result {
  readonly prepared: PreparedRequest | null;
  readonly version: number | null;
}

export class Responses {
  constructor(private readonly options: ResponsesOptions) {}

  /** The version of the data, if answers are cached; null if it is unknown. */
  version(): MaybePromise<number | null> {
    const { responses, version } = this.options;
    const now = responses && version();
    return now instanceof Promise ? now.catch(() => null) : now;
  }

  /** The cached answer. Requests with credentials never get one. */
  lookUp(
    { client }: Exchange,
    prepared: PreparedRequest | null,
    version: number | null,
  ): AnswerText | undefined {
    const { responses } = this.options;
    const keys = prepared?.keys;
    if (!responses || !keys || version === null || !client.isAnonymous) return undefined;
    return responses.get(keys[client.language], version);
  }

  /** Caches an answer without errors if it is the same for everybody, and sends it. */
  keepAndSend(exchange: Exchange, answer: AnswerText, result: Result): void {
    const { responses, operations } = this.options;
    const { prepared, version } = result;
    const key = prepared?.keys?.[exchange.client.language];
    if (responses && prepared && key !== undefined && version !== null)
      if (isForAll(exchange) && operations.isCurrent(prepared)) responses.set(key, version, answer);
    this.send(exchange, answer, result);
  }

  /** Sends an answer without errors. */
  send(exchange: Exchange, answer: AnswerText, { prepared, version }: Result): void {
    const { responses, responder } = this.options;
    const key = prepared?.keys?.[exchange.client.language];
    // The new compressed form stays cached with the answer.
    responder.whole(exchange, answer, () => {
      if (key !== undefined && version !== null) responses?.grow(key, version, answer);
    });
  }
}
