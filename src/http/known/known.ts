/**
 * The short way: a question that was asked before and answered well is answered before express. What was checked of its text holds;
 * what depends on the request is checked here. Anything else goes on to the application, whose answers are learned from.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import proxyAddress from 'proxy-addr';
import type { Measuring } from '../../graphql/cost/estimate';
import type { MaybePromise } from '../../query/plan/maybe-promise';
import type { LanguageTag } from '../../resource/text';
import { AnswerText, sendText } from '../answer-text';
import { isForAll } from '../cache-control';
import type { InWork } from '../in-work';
import { markPaid } from '../measured';
import type { Rate, Sender } from '../rate';
import { beginLog } from '../request-log';
import type { Drain } from '../server';
import { traceOf, type WatchRequest } from '../watch-requests';
import { isGone, overBySender } from '../when-over';
import { isAnonymous, isUsual, lengthOf, questionAt, questionIn } from './asked';
import { KeptAnswers } from './kept-answers';
import { begin, isLasting, learnedOf, type Lesson } from './lessons';
import { Manners, type Manner } from './manners';
import { KnownQuestions, type KnownQuestion } from './questions';
import { wholeBody, type WholeBody } from './whole-body';

/** What the short way needs of the app around it. */
export interface KnownSettings {
  /** Bytes that may be taken by what is kept. */
  memory: { questions: number; answers: number };
  /** The version of the data; answers are kept for one version. */
  version: () => number | Promise<number>;
  /** Changes whenever the records were counted anew, and with them what queries cost. */
  counted: () => unknown;
  trustProxy: number;
  log: Logger;
  drain: Drain;
  watch: WatchRequest;
}

/** An answer that is kept costs the gateway as little as a refusal. */
const costOfKept = 1;

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

/** Goes on by the long way. */
type Otherwise = () => void;

export class Known {
  private readonly manners = new Manners();
  private readonly questions: KnownQuestions;
  private readonly answers: KeptAnswers | null;
  /** How questions are run, once that is known: null for those that need the long way. */
  private readonly runs = new WeakMap<KnownQuestion, Run | null>();
  private readonly senderOf: (request: IncomingMessage) => Sender;
  /** Ends with each change of what queries cost or of the schema. */
  private era: { schema: GraphQLSchema; counted: unknown };

  constructor(
    private readonly settings: KnownSettings,
    private readonly endpoint: Endpoint,
  ) {
    const { memory, trustProxy } = settings;
    this.questions = new KnownQuestions(memory.questions, endpoint.measuring);
    this.answers = memory.answers > 0 ? new KeptAnswers(memory.answers) : null;
    this.senderOf = senderBehind(trustProxy);
    this.era = { schema: endpoint.measuring.schema, counted: settings.counted() };
  }

  /** Stands before an application, which answers what is not known. */
  before(app: RequestListener): RequestListener {
    return (request, response) => {
      const otherwise = (): void => app(request, response);
      if (!isUsual(request) || this.settings.drain.stopping) otherwise();
      else if (request.method === 'GET') this.asked(request, response, null, otherwise);
      else this.readBody(request, response, otherwise);
    };
  }

  /** Learns from a request that the long way has answered, but not yet sent. */
  learn(request: IncomingMessage, response: ServerResponse, answer: AnswerText, from: Lesson): void {
    const learned = learnedOf(response);
    if (!learned || from.era !== this.era || response.statusCode !== 200) return;
    const { question, document, cost, language } = learned;
    const { keys } = this.questions.learn(from.text, question, document, cost);
    const forAll = isForAll(request, response);
    if (forAll || !isAnonymous(request)) this.manners.learn(request, response, language);
    if (forAll) this.answers?.keep(keys[language], from.version, answer);
  }

  private readBody(request: IncomingMessage, response: ServerResponse, otherwise: Otherwise): void {
    const length = lengthOf(request, this.endpoint.measuring.limits);
    if (length === null) {
      otherwise();
      return;
    }
    // What has not arrived with its head is waited for, also by a gateway that is to stop.
    const later = (): void => this.settings.drain.begin(request, response);
    wholeBody(request, length, later, (body) => {
      const untouched = (): void => {
        body?.putBack();
        otherwise();
      };
      if (body && !this.settings.drain.stopping) this.asked(request, response, body, untouched);
      else untouched();
    });
  }

  /** @param body of a POST; null for a question in the address. */
  private asked(
    request: IncomingMessage,
    response: ServerResponse,
    body: WholeBody | null,
    otherwise: Otherwise,
  ): void {
    const version = this.settings.version();
    if (typeof version === 'number') this.at(version, request, response, body, otherwise);
    else {
      body?.putBack();
      version.then((later) => this.at(later, request, response, body, otherwise), otherwise);
    }
  }

  private at(
    version: number,
    request: IncomingMessage,
    response: ServerResponse,
    body: WholeBody | null,
    otherwise: Otherwise,
  ): void {
    this.checkEra();
    const text = body ? body.bytes.toString('latin1') : (request.url ?? '');
    const manner = this.manners.of(request);
    const question =
      manner && (this.questions.ofText(text) ?? this.spelledOtherwise(text, body?.bytes ?? null));
    const learning = (): void => {
      begin(request, { text, version, era: this.era });
      otherwise();
    };
    if (!manner || !question) {
      learning();
      return;
    }
    const asking = { request, response, body, question, manner, version };
    const kept = isAnonymous(request) && this.answers?.get(question.keys[manner.language], version);
    if (kept) this.tell(kept, asking, learning);
    else this.run(asking, learning);
  }

  private spelledOtherwise(text: string, body: Buffer | null): KnownQuestion | undefined {
    const { limits } = this.endpoint.measuring;
    const question = body ? questionIn(body, limits) : questionAt(text, limits);
    return question && this.questions.ofQuestion(text, question);
  }

  /** Tells an answer that is kept. */
  private tell(answer: AnswerText, asked: Asked, otherwise: Otherwise): void {
    const { request, response } = asked;
    this.ifMayAsk(asked, costOfKept, otherwise, () => {
      const over = overBySender(request, response);
      this.enter(asked);
      this.send(answer, asked, over);
    });
  }

  /** Answers a question without Apollo, where there is a way to. */
  private run(asked: Asked, otherwise: Otherwise): void {
    const { request, response, question, manner, version } = asked;
    const run = this.runOf(question);
    if (!run) {
      otherwise();
      return;
    }
    asked.body?.putBack();
    this.ifMayAsk(asked, question.cost.estimated, otherwise, () => {
      const over = overBySender(request, response);
      const goOn = (): void => {
        over();
        otherwise();
      };
      markPaid(response);
      if (!this.endpoint.inWork.begin(request, response)) {
        goOn();
        return;
      }
      this.enter(asked);
      const { era } = this;
      const told = (data: string | null): void => {
        if (data === null || !isLasting(response)) {
          goOn();
          return;
        }
        const answer = new AnswerText(
          `{"data":${data},"extensions":{"cost":${JSON.stringify(question.cost)}}}\n`,
        );
        if (isAnonymous(request) && era === this.era)
          this.answers?.keep(question.keys[manner.language], version, answer);
        this.send(answer, asked, over);
      };
      const data = run({ request, response, language: manner.language });
      if (data instanceof Promise) data.then(told, goOn);
      else told(data);
    });
  }

  private runOf(question: KnownQuestion): Run | null {
    const known = this.runs.get(question);
    if (known !== undefined) return known;
    const run = this.endpoint.runOf(question);
    this.runs.set(question, run);
    return run;
  }

  /** Goes on if the client may ask for so much more; where it may not, the long way tells it so. */
  private ifMayAsk({ request, body }: Asked, cost: number, otherwise: Otherwise, goOn: () => void): void {
    const counting = this.endpoint.rate.charge(this.senderOf(request), cost);
    const asked = (): void => (isGone(request) ? otherwise() : goOn());
    if (counting) {
      body?.putBack();
      counting.then(asked, otherwise);
    } else asked();
  }

  /** What the long way does at the arrival of each request. */
  private enter({ request, response, question }: Asked): void {
    const { log, drain, watch } = this.settings;
    const { kind, name } = question.document;
    Object.assign(response, { locals: { operationName: name } });
    beginLog(log, request, response);
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
      over();
      return;
    }
    // An encoding that was made just now is kept with the answer.
    const encoded = (): void => {
      if (answer.size > size) this.answers?.grow(question.keys[manner.language], version, answer);
    };
    sending.then(encoded, () => response.destroy()).finally(over);
  }

  private checkEra(): void {
    const { schema } = this.endpoint.measuring;
    const counted = this.settings.counted();
    if (schema === this.era.schema && counted === this.era.counted) return;
    this.era = { schema, counted };
    this.questions.forget();
    this.answers?.forget();
  }
}

/** A question that is known, from a client that is known. */
interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  /** Of a POST. */
  body: WholeBody | null;
  question: KnownQuestion;
  manner: Manner;
  version: number;
}

/** The address of a client, as express finds it. */
function senderBehind(proxies: number): (request: IncomingMessage) => Sender {
  if (proxies === 0) return ({ socket }) => ({ ip: socket.remoteAddress });
  return (request) => ({ ip: proxyAddress(request, (_address, index) => index < proxies) });
}
