/**
 * The short way: a question that was asked before and answered well is answered before express. What was checked of its text holds;
 * what depends on the request is checked here. Anything else goes on to the application, whose answers are learned from.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { atEndOfTurn } from '../../query/end-of-turn';
import type { AnswerText } from '../answer-text';
import { isForAll } from '../cache-control';
import type { Readers } from '../other-sites';
import { Answering, type Endpoint, type Otherwise, type Watching } from './answering';
import { isAnonymous, isUsual, lengthOf, questionAt, questionIn } from './asked';
import type { Documents } from './documents';
import { KeptAnswers } from './kept-answers';
import { begin, learnedOf, type Lesson } from './lessons';
import { Manners } from './manners';
import { KnownQuestions, type KnownQuestion } from './questions';
import { wholeBody, type WholeBody } from './whole-body';

/** What the short way needs of the app around it. */
export interface KnownSettings extends Watching {
  /** Whose pages may read answers. */
  readers: Readers;
  /** Bytes that may be taken by what is kept. */
  memory: { questions: number; answers: number };
  documents: Documents;
  /** The version of the data; answers are kept for one version. */
  version: () => number | Promise<number>;
  /** Changes whenever the records were counted anew, and with them what queries cost. */
  counted: () => unknown;
}

export class Known {
  private readonly manners = new Manners();
  private readonly questions: KnownQuestions;
  private readonly answers: KeptAnswers | null;
  private readonly answering: Answering;
  /** Ends with each change of what queries cost or of the schema. */
  private era: { schema: GraphQLSchema; counted: unknown };

  constructor(
    private readonly settings: KnownSettings,
    private readonly endpoint: Endpoint,
  ) {
    const { memory, documents } = settings;
    this.questions = new KnownQuestions(memory.questions, documents, endpoint.measuring);
    this.answers = memory.answers > 0 ? new KeptAnswers(memory.answers) : null;
    this.era = { schema: endpoint.measuring.schema, counted: settings.counted() };
    this.answering = new Answering(settings, endpoint, this.answers, () => this.era);
  }

  /** Stands before an application, which answers what is not known. */
  before(app: RequestListener): RequestListener {
    return (request, response) => {
      const otherwise = (): void => app(request, response);
      if (!isUsual(request, this.settings.readers) || this.settings.drain.stopping) otherwise();
      else if (request.method === 'GET') atEndOfTurn(() => this.asked(request, response, null, otherwise));
      else this.readBody(request, response, otherwise);
    };
  }

  /** Learns from a request that the long way has answered, but not yet sent. */
  learn(request: IncomingMessage, response: ServerResponse, answer: AnswerText, from: Lesson): void {
    const learned = learnedOf(response);
    if (!learned || from.era !== this.era || response.statusCode !== 200) return;
    const { question, document, cost, language } = learned;
    const known = this.questions.learn(from.text, question, document, cost);
    const forAll = isForAll(request, response);
    if (forAll || !isAnonymous(request)) this.manners.learn(request, response, language);
    if (forAll && known) this.answers?.keep(known.keys[language], from.version, answer);
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
      this.settings.drain.begin(request, response);
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
    // The method belongs to it: a body may have the text of an address.
    const text = body ? `POST ${body.bytes.toString('latin1')}` : `GET ${request.url}`;
    const manner = this.manners.of(request);
    const question = manner && (this.questions.ofText(text) ?? this.spelledOtherwise(text, request, body));
    const learning = (): void => {
      begin(request, { text, version, era: this.era });
      otherwise();
    };
    if (!manner || !question) {
      learning();
      return;
    }
    const asking = { request, response, body, question, manner, version };
    const kept = manner.isAnonymous && this.answers?.get(question.keys[manner.language], version);
    if (kept) this.answering.tell(kept, asking, learning);
    else this.answering.run(asking, learning);
  }

  private spelledOtherwise(
    text: string,
    { url = '' }: IncomingMessage,
    body: WholeBody | null,
  ): KnownQuestion | undefined {
    const { limits } = this.endpoint.measuring;
    const question = body ? questionIn(body.bytes, limits) : questionAt(url, limits);
    return question && this.questions.ofQuestion(text, question);
  }

  private checkEra(): void {
    const { schema } = this.endpoint.measuring;
    const counted = this.settings.counted();
    if (schema === this.era.schema && counted === this.era.counted) return;
    if (schema !== this.era.schema) this.settings.documents.clear();
    this.era = { schema, counted };
    this.questions.forgetCosts();
    this.answers?.forget();
  }
}
