/** The response cache within the pipeline: who is answered from it, and which answers go into it. */
import type { MaybePromise } from '../../query/maybe-promise';
import type { AnswerText } from '../answer-text';
import type { Exchange } from './exchange';
import type { OperationCache } from './operation-cache';
import type { PreparedRequest } from './prepared';
import type { Responder } from './responder';
import type { ResponseCache } from './response-cache';
import { isForAll } from './send';

export interface ResponsesOptions {
  /** Null where no answers are cached. */
  responses: ResponseCache | null;
  /** The version of the data; answers are cached for one version. */
  version: () => number | Promise<number>;
  operations: OperationCache;
  responder: Responder;
}

/** Of what an answer was made. */
export interface Result {
  readonly prepared: PreparedRequest | null;
  readonly version: number | null;
}

export class Responses {
  constructor(private readonly options: ResponsesOptions) {}

  /** The version of the data, where answers are cached; null where nobody knows it. */
  version(): MaybePromise<number | null> {
    const { responses, version } = this.options;
    const now = responses && version();
    return now instanceof Promise ? now.catch(() => null) : now;
  }

  /** The answer that is cached; never for a client who may be meant by name. */
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

  /** Sends an answer without errors, which is cached where it is the same for everybody. */
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
    // An encoding that was made just now is cached with the answer.
    responder.whole(exchange, answer, () => {
      if (key !== undefined && version !== null) responses?.grow(key, version, answer);
    });
  }
}
