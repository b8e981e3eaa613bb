/** Refusals outside GraphQL, as JSON in the form of a GraphQL error. */
import { TimedOut, Unavailable } from '../errors';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { inShort } from '../errors';
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
export const notAcceptable = ({ headers: { accept = '' } }: Request, offer: string): Refusal =>
  new Refusal(406, `"Accept" is ${JSON.stringify(accept.slice(0, 60))}; ${offer}.`, { code: 'BAD_REQUEST' });

/** Nothing is found at this address. @param publicPath below which the gateway is known. */
export const notFound =
  (publicPath = ''): RequestHandler =>
  (request, _response, next) => {
    const message = `There is nothing at ${publicPath}${request.path}. The endpoint is ${publicPath}/graphql.`;
    next(new Refusal(404, message, { code: 'NOT_FOUND' }));
  };

/** What is refused keeps its status; everything else is a fault of our own and is masked. */
export const refused: ErrorRequestHandler = (error: { status?: number }, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (error instanceof Refusal) {
    response.set(error.headers);
    answer(request, response, error.status, error.message, error.extensions);
    return;
  }
  if (error instanceof Unavailable) {
    const { code, retryAfter } = error.extensions;
    request.log.warn({ err: error }, 'The database cannot be reached');
    response.set(Unavailable.headers);
    answer(request, response, 503, error.message, { code, retryAfter });
    return;
  }
  if (error instanceof TimedOut) {
    answer(request, response, 503, error.message, error.extensions);
    return;
  }
  const { status = 500 } = error;
  if (status >= 400 && status < 500) {
    const { code, message } = usual[status] ?? unreadable;
    answer(request, response, status, message, { code });
    return;
  }
  request.log.error({ err: error }, 'A route failed');
  answer(request, response, 500, 'An internal error occurred.', { code: 'INTERNAL_SERVER_ERROR' });
};

/** The media type that a client of the endpoint prefers, after https://graphql.github.io/graphql-over-http/draft/ */
function answer(
  request: Request,
  response: Response,
  status: number,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): void {
  response.status(status).type(preferredType(request, jsonTypes) ?? 'application/json');
  response.send(JSON.stringify({ errors: [{ message: inShort(message), extensions }] }));
}
