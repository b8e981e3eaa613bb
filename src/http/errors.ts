/** Refusals outside GraphQL, as JSON in the form of a GraphQL error. */
import type { IncomingMessage } from 'node:http';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { inShort, TimedOut, Unavailable } from '../errors';
import { jsonTypes, preferredType } from './accept';

/** A request that is refused, and what the client is told. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    message: string,
    readonly extensions: Readonly<Record<string, unknown>>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Code and remedy of what express and its body parser refuse. */
const usual: Readonly<Record<number, { code: string; message: string }>> = {
  413: {
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The body is too large. Send a smaller query or fewer variables.',
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    // The type of a body is checked before it is read.
    message:
      'The Content-Encoding is not understood. Send the body as it is, or compressed by br, gzip or deflate.',
  },
};
const unreadable = {
  code: 'BAD_REQUEST',
  message: 'The request cannot be read. Send it whole, and a body as its headers say.',
};

/** Nothing of what there is would be taken by the client. @param offer what there is. */
export const notAcceptable = ({ headers: { accept = '' } }: IncomingMessage, offer: string): Refusal =>
  new Refusal(406, `"Accept" is ${JSON.stringify(accept.slice(0, 60))}; ${offer}.`, { code: 'BAD_REQUEST' });

/** Nothing is found at this address. @param publicPath below which the gateway is known. */
export const notFound =
  (publicPath = ''): RequestHandler =>
  (request, _response, next) => {
    const message = `There is nothing at ${publicPath}${request.path}. The endpoint is ${publicPath}/graphql.`;
    next(new Refusal(404, message, { code: 'NOT_FOUND' }));
  };

/** What a client is told of a request that failed. */
export interface ErrorAnswer {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is refused keeps its status; everything else is a fault of our own, which is logged and masked. */
export function errorAnswerOf(error: unknown, log: () => Logger): ErrorAnswer {
  if (error instanceof Refusal) return error;
  if (error instanceof Unavailable) {
    const { code, retryAfter } = error.extensions;
    log().warn({ err: error }, 'The database cannot be reached');
    return {
      status: 503,
      message: error.message,
      extensions: { code, retryAfter },
      headers: Unavailable.headers,
    };
  }
  if (error instanceof TimedOut)
    return { status: 503, message: error.message, extensions: error.extensions, headers: {} };
  const { status = 500 } = error as { status?: number };
  if (status >= 400 && status < 500) {
    const { code, message } = usual[status] ?? unreadable;
    return { status, message, extensions: { code }, headers: {} };
  }
  log().error({ err: error }, 'A route failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  return { status: 500, message: 'An internal error occurred.', extensions, headers: {} };
}

/** The text of an answer that tells it. */
export const textOf = ({ message, extensions }: ErrorAnswer): string =>
  JSON.stringify({ errors: [{ message: inShort(message), extensions }] });

/** Answers requests whose route failed. */
export const refused: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const answer = errorAnswerOf(error, () => request.log);
  // The media type that a client of the endpoint prefers, after https://graphql.github.io/graphql-over-http/draft/
  const type = preferredType(request, jsonTypes) ?? 'application/json';
  response.set(answer.headers).status(answer.status).type(type).send(textOf(answer));
};
