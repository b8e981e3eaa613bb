/** Sends answers and refusals. */
import type { IncomingMessage } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AnswerTooLarge, ClientGone } from '../../errors';
import { AnswerText } from '../answer-text';
import { textOf, errorAnswerOf } from '../errors';
import type { AdmissionQueue } from '../admission-queue';
import type { Unread } from '../slow-readers';
import { noteRefusal, traceOf } from '../watch-requests';
import type { Answer } from './apollo';
import { recordErrors } from './apollo-plugins';
import type { Exchange } from './exchange';
import { formatted, WrongDocument } from './faults';
import { sendErrors, sendWhole } from './send';
import { statusFor } from './status';

export interface ResponderOptions {
  admission: AdmissionQueue;
  unread: Unread;
  loggerOf: (request: IncomingMessage) => Logger;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

/** Headers that are written for every answer. */
const ownHeaders: ReadonlySet<string> = new Set(['content-type', 'cache-control']);

export class Responder {
  constructor(private readonly options: ResponderOptions) {}

  /**
   * Sends an answer without errors.
   * @param onEncoded called when it was compressed for the first time, which increased its size
   */
  whole(exchange: Exchange, answer: AnswerText, onEncoded: () => void): void {
    traceOf(exchange.response).operationEnds();
    const { size } = answer;
    this.sent(exchange, answer, sendWhole(exchange, answer), () => {
      if (answer.size > size) onEncoded();
    });
  }

  /** Sends the fallback executor's answer with errors. */
  failed(exchange: Exchange, { status, headers, text }: Answer): void {
    traceOf(exchange.response).operationEnds();
    const own = [...headers].filter(([name]) => !ownHeaders.has(name)).flat();
    this.errors(exchange, status, text, own);
  }

  /** Sends the reason why a request is refused. */
  refuse(exchange: Exchange, error: unknown): void {
    const { request, response } = exchange;
    if (error instanceof ClientGone) exchange.release();
    else if (response.headersSent) this.giveUp(exchange);
    else if (error instanceof WrongDocument) {
      recordErrors(response, error.errors);
      const errors = formatted(error, this.options.formatError);
      const status = statusFor(request, 400, String(errors[0]?.extensions?.code));
      this.errors(exchange, status, textOfErrors(exchange, errors));
    } else if (error instanceof AnswerTooLarge) {
      const { message, extensions } = error;
      traceOf(response).operationEnds();
      noteRefusal(response, String(extensions.code));
      this.errors(exchange, 400, textOfErrors(exchange, [{ message, extensions }]));
    } else {
      const answer = errorAnswerOf(error, () => this.options.loggerOf(request));
      this.errors(exchange, answer.status, textOf(answer), Object.entries(answer.headers).flat());
    }
  }

  private errors(exchange: Exchange, status: number, text: string, own: readonly string[] = []): void {
    const answer = new AnswerText(text);
    this.sent(exchange, answer, sendErrors(exchange, status, answer, own));
  }

  private sent(
    exchange: Exchange,
    answer: AnswerText,
    sending: void | Promise<void>,
    then?: () => void,
  ): void {
    const handedOver = (): void => {
      this.handedOver(exchange, answer);
      then?.();
    };
    if (sending) sending.then(handedOver, () => this.giveUp(exchange));
    else handedOver();
  }

  /** The work is done, but the client may still be reading. */
  private handedOver(exchange: Exchange, answer: AnswerText): void {
    const { request, response } = exchange;
    exchange.release();
    this.options.admission.leave(response);
    this.options.unread.watch(request, response, answer);
  }

  private giveUp(exchange: Exchange): void {
    exchange.response.destroy();
    exchange.release();
  }
}

/** In the fallback executor's form, with the estimated cost. */
const textOfErrors = ({ cost }: Exchange, errors: readonly GraphQLFormattedError[]): string =>
  `${JSON.stringify({ errors, ...(cost && { extensions: { cost } }) })}\n`;
