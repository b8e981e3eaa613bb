/** The status of an answer, as the client's `Accept` has it. */
import type { IncomingMessage } from 'node:http';
import { preferredType, responseType } from '../accept';

/** Faults of the query, which is told as well-formed JSON whoever asked. */
const faults: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * A client that takes only `application/json` reads the faults of its query from the body: the status is 200 then, so that
 * it can tell the answer of the endpoint from that of a proxy. https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 * @param code of the first error.
 */
export const statusFor = (request: IncomingMessage, status: number, code: string): number =>
  status === 400 && faults.has(code) && preferredType(request, [responseType]) === null ? 200 : status;
