/** Refusals outside GraphQL, as JSON in the form of a GraphQL error. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';

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
    message: 'The body must be JSON in UTF-8: Content-Type: application/json.',
  },
};
const unreadable = { code: 'BAD_REQUEST', message: 'The request cannot be read. Send valid JSON in UTF-8.' };

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
  const { status = 500 } = error;
  if (status >= 400 && status < 500) {
    const { code, message } = usual[status] ?? unreadable;
    answer(request, response, status, message, { code });
    return;
  }
  request.log.error({ err: error }, 'A route failed');
  answer(request, response, 500, 'An internal error occurred.', { code: 'INTERNAL_SERVER_ERROR' });
};

const mediaTypes = ['application/json', 'application/graphql-response+json'];

/** The media type that a client of the endpoint prefers, after https://graphql.github.io/graphql-over-http/draft/ */
function answer(
  request: Request,
  response: Response,
  status: number,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): void {
  response.status(status).type(request.accepts(mediaTypes) || 'application/json');
  response.send(JSON.stringify({ errors: [{ message, extensions }] }));
}
