/** Errors outside of GraphQL, answered as JSON in the form of GraphQL errors. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { inShort, TimedOut, Unavailable } from '../errors';

/** A refused request, with the status and message for the client. */
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

/** Code and message for errors of express and its body parser. */
const usual: Readonly<Record<number, { code: string; message: string }>> = {
  413: {
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The body is too large. Send a smaller query or fewer variables.',
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    // The media type is checked before the body is read, so 415 is about its encoding.
    message:
      'The Content-Encoding is not understood. Send the body as it is, or compressed by br, gzip or deflate.',
  },
};
const unreadable = {
  code: 'BAD_REQUEST',
  message: 'The request cannot be read. Send it whole, and a body as its headers say.',
};

/** The error 406. @param offer the available types, for the message */
export const notAcceptable = ({ headers: { accept = '' } }: IncomingMessage, offer: string): Refusal =>
  new Refusal(406, `"Accept" is ${JSON.stringify(accept.slice(0, 60))}; ${offer}.`, { code: 'BAD_REQUEST' });

/** The error 404. @param publicPath path prefix of the gateway */
export const notFound =
  (publicPath = ''): RequestHandler =>
  (request, _response, next) => {
    const message = `There is nothing at ${publicPath}${request.path}. The endpoint is ${publicPath}/graphql.`;
    next(new Refusal(404, message, { code: 'NOT_FOUND' }));
  };

/** The answer for a failed request. */
export interface ErrorAnswer {
  readonly status: number;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Turns an error into an answer. Refusals keep their status; all others are internal errors, which are logged and masked. */
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

/** The JSON text of an error. */
export const textOf = ({ message, extensions }: ErrorAnswer): string =>
  JSON.stringify({ errors: [{ message: inShort(message), extensions }] });
