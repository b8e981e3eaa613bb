/** Errors of queries and limits as refusals, so that they are answered in the form that was asked for. */
import type { GraphQLFormattedError } from 'graphql';
import { AnswerTooLarge, BadUserInput, QueryTooComplex, Unavailable } from '../../errors';
import { Refusal } from '../errors';

const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  TIMEOUT: 503,
  SERVICE_UNAVAILABLE: 503,
};

/** The refusal for the first error of an answer. */
export function faultOf(error: GraphQLFormattedError | undefined): Refusal {
  const { message = 'An internal error occurred.', extensions = { code: 'INTERNAL_SERVER_ERROR' } } =
    error ?? {};
  const code = String(extensions.code);
  return new Refusal(
    statuses[code] ?? 500,
    message,
    extensions,
    code === 'SERVICE_UNAVAILABLE' ? Unavailable.headers : {},
  );
}

/** Limits that were exceeded while reading or writing, and wrong cursors, as refusals. Other errors stay as they are. */
export function refusalFor(error: unknown): unknown {
  if (error instanceof BadUserInput || error instanceof QueryTooComplex || error instanceof AnswerTooLarge)
    return new Refusal(400, error.message, error.extensions);
  return error;
}
