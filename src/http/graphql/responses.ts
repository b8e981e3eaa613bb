/** The response cache within the pipeline: which requests may use it, and which answers are added. */
import type { MaybePromise } from '../../query/maybe-promise';
import { ReadSet } from '../../query/read-set';
import type { Versions } from '../../resource/versions';
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
  /** The versions of the data. An answer is cached until a class that it was read from is written. */
  versions: () => Versions | Promise<Versions>;
  operations: OperationCache;
  responder: Responder;
}

/** What an answer was made from. */
export interface Result {
  readonly prepared: PreparedRequest | null;
  /** The versions of the data at the start of the request; null if the answer is not cached. */
  readonly versions: Versions | null;
}

export class Responses {
  constructor(private readonly options: ResponsesOptions) {}

  /** The versions of the data, if answers are cached; null if they are unknown. */
  versions(): MaybePromise<Versions | null> {
    const { responses, versions } = this.options;
    const now = responses && versions();
    return now instanceof Promise ? now.catch(() => null) : now;
  }

  /** The cached answer. Requests with credentials never get one. */
  lookUp(
    { client }: Exchange,
    prepared: PreparedRequest | null,
    versions: Versions | null,
  ): AnswerText | undefined {
    const { responses } = this.options;
    const keys = prepared?.keys;
    if (!responses || !keys || versions === null || !client.isAnonymous) return undefined;
    return responses.get(keys[client.language], versions);
  }

  /** Records which classes the answer is read from; null if it will not be cached. */
  readSetFor({ client }: Exchange, { prepared, versions }: Result): ReadSet | null {
    return prepared?.keys && versions && client.isAnonymous ? new ReadSet() : null;
  }

  /** Caches an answer without errors if it is the same for everybody, and sends it. */
  keepAndSend(exchange: Exchange, answer: AnswerText, result: Result): void {
    const { responses, operations } = this.options;
    const { prepared, versions } = result;
    const key = prepared?.keys?.[exchange.client.language];
    if (responses && prepared && key !== undefined && versions && exchange.reads)
      if (isForAll(exchange) && operations.isCurrent(prepared))
        responses.set(key, answer, { versions, classes: exchange.reads.classes });
    this.send(exchange, answer, result);
  }

  /** Sends an answer without errors. */
  send(exchange: Exchange, answer: AnswerText, { prepared }: Pick<Result, 'prepared'>): void {
    const { responses, responder } = this.options;
    const key = prepared?.keys?.[exchange.client.language];
    // The new compressed form stays cached with the answer.
    responder.whole(exchange, answer, () => {
      if (key !== undefined) responses?.grow(key, answer);
    });
  }
}
