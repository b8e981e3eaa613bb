/** Answers known questions, as they are kept or by their plans, and does of the long way what depends on the request. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Response } from 'express';
import type { Measuring } from '../../graphql/cost/estimate';
import type { MaybePromise } from '../../query/plan/maybe-promise';
import type { LanguageTag } from '../../resource/text';
import { isLonger } from '../answer-bytes';
import { AnswerText, sendText } from '../answer-text';
import { wholeSince } from '../arrival';
import type { InWork } from '../in-work';
import { markPaid } from '../measured';
import { noteCost } from '../logged';
import type { Rate } from '../rate';
import type { RequestLog } from '../request-log';
import type { Drain } from '../drain';
import type { Unread } from '../slow-readers';
import { traceOf, type WatchRequest } from '../watch-requests';
import { isGone, overBySender } from '../when-over';
import type { KeptAnswers } from './kept-answers';
import { isLasting } from './lessons';
import type { Manner } from './manners';
import type { KnownQuestion } from './questions';
import type { WholeBody } from './whole-body';

/** An answer that is kept costs the gateway as little as a refusal. */
const costOfKept = 1;

/** What counts, logs and traces requests, on either way. */
export interface Watching {
  log: RequestLog;
  drain: Drain;
  unread: Unread;
  watch: WatchRequest;
}

/** A request on the short way. */
export interface KnownAsking {
  request: IncomingMessage;
  response: ServerResponse;
  language: LanguageTag;
}

/** Answers a question: the JSON text of its `data`, or null where it must be answered by the long way. */
export type Run = (asking: KnownAsking) => MaybePromise<string | null>;

/** What the endpoint shares with the short way, so that both decide alike. */
export interface Endpoint {
  measuring: Measuring;
  rate: Rate;
  inWork: InWork;
  /** How a known question is answered without Apollo; null for those that need it. */
  runOf: (question: KnownQuestion) => Run | null;
}

/** A question that is known, from a client that is known. */
export interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  /** Of a POST. */
  body: WholeBody | null;
  question: KnownQuestion;
  manner: Manner;
  version: number;
}

/** Goes on by the long way. */
export type Otherwise = () => void;

export class Answering {
  /** How questions are run, once that is known: null for those that need the long way. */
  private readonly runs = new WeakMap<KnownQuestion, Run | null>();

  /**
   * @param answers where answers are kept; null where none are.
   * @param era another object once nothing holds any more that was known before.
   */
  constructor(
    private readonly watching: Watching,
    private readonly endpoint: Endpoint,
    private readonly answers: KeptAnswers | null,
    private readonly era: () => object,
  ) {}

  /** Tells an answer that is kept. */
  tell(answer: AnswerText, asked: Asked, otherwise: Otherwise): void {
    const { request, response } = asked;
    this.ifMayAsk(asked, costOfKept, otherwise, () => {
      const over = overBySender(request, response);
      this.enter(asked);
      this.send(answer, asked, over);
    });
  }

  /** Answers a question without Apollo, where there is a way to. */
  run(asked: Asked, otherwise: Otherwise): void {
    const { body, question } = asked;
    const run = this.runOf(question);
    if (!run) {
      otherwise();
      return;
    }
    body?.putBack();
    this.ifMayAsk(asked, question.cost.estimated, otherwise, () => this.answer(asked, run, otherwise));
  }

  /** Answers a question that the client has paid for. */
  private answer(asked: Asked, run: Run, otherwise: Otherwise): void {
    const { request, response, question, manner, version } = asked;
    const over = overBySender(request, response);
    const goOn = (): void => {
      over();
      otherwise();
    };
    wholeSince(request);
    markPaid(response);
    if (!this.endpoint.inWork.begin(request, response)) {
      goOn();
      return;
    }
    this.enter(asked);
    const era = this.era();
    const { answerBytes } = this.endpoint.measuring.limits;
    const told = (data: string | null): void => {
      if (data === null || !isLasting(response) || isLonger(data, answerBytes)) {
        goOn();
        return;
      }
      const cost = JSON.stringify(question.cost);
      const answer = new AnswerText(`{"data":${data},"extensions":{"cost":${cost}}}\n`);
      if (manner.isAnonymous && era === this.era())
        this.answers?.keep(question.keys[manner.language], version, answer);
      this.send(answer, asked, over);
    };
    const data = run({ request, response, language: manner.language });
    if (data instanceof Promise) data.then(told, goOn);
    else told(data);
  }

  private runOf(question: KnownQuestion): Run | null {
    const known = this.runs.get(question);
    if (known !== undefined) return known;
    const run = this.endpoint.runOf(question);
    this.runs.set(question, run);
    return run;
  }

  /** Goes on if the client may ask for so much more; where it may not, the long way tells it so. */
  private ifMayAsk(
    { request, response, body }: Asked,
    cost: number,
    otherwise: Otherwise,
    goOn: () => void,
  ): void {
    const counting = this.endpoint.rate.charge({ ip: this.watching.log.addressOf(request) }, cost);
    const counted = (): void => (isGone(request) ? otherwise() : goOn());
    if (!counting) {
      counted();
      return;
    }
    body?.putBack();
    this.watching.drain.begin(request, response);
    counting.then(counted, otherwise);
  }

  /** What the long way does at the arrival of each request. */
  private enter({ request, response, question }: Asked): void {
    const { log, drain, watch } = this.watching;
    const { kind, name } = question.document;
    // As express has it, where the names of operations are found.
    (response as Partial<Response>).locals = { operationName: name };
    log.begin(request, response);
    noteCost(response, question.cost.estimated);
    drain.begin(request, response);
    watch(request, response, '/graphql');
    traceOf(response).operationBegins(kind, name);
  }

  /** @param over is called once the answer is sent. */
  private send(
    answer: AnswerText,
    { request, response, body, manner, question, version }: Asked,
    over: () => void,
  ): void {
    const { size } = answer;
    body?.letGo();
    traceOf(response).operationEnds();
    const own = ['X-Request-Id', request.id ?? ''];
    const sending = sendText(request, response, manner.head, answer, manner.encoding, own);
    if (!sending) {
      this.handedOver(answer, request, response, over);
      return;
    }
    // An encoding that was made just now is kept with the answer.
    const encoded = (): void => {
      this.handedOver(answer, request, response, over);
      if (answer.size > size) this.answers?.grow(question.keys[manner.language], version, answer);
    };
    const failed = (): void => {
      response.destroy();
      over();
    };
    sending.then(encoded, failed);
  }

  /** The work is done; the client may still have to read it. */
  private handedOver(
    answer: AnswerText,
    request: IncomingMessage,
    response: ServerResponse,
    over: () => void,
  ): void {
    over();
    this.endpoint.inWork.leave(response);
    this.watching.unread.watch(request, response, answer);
  }
}
