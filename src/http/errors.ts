/** Refusals outside GraphQL, as JSON in the form of a GraphQL error. */
import type { ErrorRequestHandler, RequestHandler } from 'express';

const body = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

/** Nothing is found at this address. */
export const notFound: RequestHandler = (request, response) => {
  response
    .status(404)
    .json(body(`There is nothing at ${request.path}. The endpoint is /graphql.`, 'NOT_FOUND'));
};

/** What middleware refuses keeps its status; everything else is a fault of our own and is masked. */
export const refused: ErrorRequestHandler = (
  error: { status?: number; message?: string },
  request,
  response,
  next,
) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status = 500, message = '' } = error;
  if (status >= 400 && status < 500) {
    response.status(status).json(body(message, 'BAD_REQUEST'));
    return;
  }
  request.log.error({ err: error }, 'A route failed');
  response.status(500).json(body('An internal error occurred.', 'INTERNAL_SERVER_ERROR'));
};
