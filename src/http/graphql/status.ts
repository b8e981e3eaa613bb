/** The status of an answer, which depends on the client's `Accept`. */
import type { IncomingMessage } from 'node:http';
import { preferredType, responseType } from '../accept';

/** Errors of the query itself, which are reported in a well-formed answer. */
const faults: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * A client that accepts only `application/json` gets errors of its query with status 200, so that it can distinguish them from
 * errors of a proxy. https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 * @param code of the first error
 */
export const statusFor = (request: IncomingMessage, status: number, code: string): number =>
  status === 400 && faults.has(code) && preferredType(request, [responseType]) === null ? 200 : status;
