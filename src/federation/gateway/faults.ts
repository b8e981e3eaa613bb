/** The errors that tell clients that a part of their answer is missing because a subgraph failed. */
import { GraphQLError } from 'graphql';

const upstreamUnavailable = 'UPSTREAM_UNAVAILABLE';

/** Why a subgraph gave no usable answer. Operators see the code, clients only the sentence. */
const reasons = {
  UNREACHABLE: 'could not be reached',
  TIMEOUT: 'did not answer in time',
  HTTP_STATUS: 'answered with an HTTP error',
  REDIRECT: 'sent us elsewhere, which is not followed',
  NOT_JSON: 'answered something that is no JSON',
  NOT_GRAPHQL: 'answered something that is no GraphQL answer',
  WRONG_TYPE: 'answered values that its schema does not allow',
  UNKNOWN_RECORD: 'refers to a record that does not exist',
  TOO_LARGE: 'answered more than is read',
  BUSY: 'has as many questions in work as it takes',
  CIRCUIT_OPEN: 'failed repeatedly and is left alone for a while',
  TOLD_TO_WAIT: 'asked to be left alone for a while',
  STOPPED: 'was not waited for, as the time of the request is over',
} as const;

export type FaultCode = keyof typeof reasons;

/** A subgraph gave no usable answer. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';

  constructor(
    readonly subgraph: string,
    readonly fault: FaultCode,
    { about, ...options }: ErrorOptions & { about?: string } = {},
  ) {
    super(`The subgraph "${subgraph}" ${reasons[fault]}${about === undefined ? '' : `: ${about}`}.`, options);
  }

  /** Whether the answer arrived and turned out to be invalid only when it was merged. Failures of the request itself have a `cause`. */
  get wasFoundInAnswer(): boolean {
    return this.cause === undefined;
  }

  /** The error for clients at the path of the missing value. It reveals nothing of the request or the answer. */
  at(path: readonly (string | number)[]): GraphQLError {
    return new GraphQLError(this.message, {
      ...(path.length > 0 && { path }),
      originalError: this,
      extensions: { code: upstreamUnavailable, serviceName: this.subgraph },
    });
  }
}

/** An error that a working subgraph reports. Only its message, code and path are passed on. */
export class SubgraphReported extends GraphQLError {
  override readonly name = 'SubgraphReported';
}

/** The same error with the path at which clients see the value. */
export function atPath(error: GraphQLError, path: readonly (string | number)[]): GraphQLError {
  const Kind = error instanceof SubgraphReported ? SubgraphReported : GraphQLError;
  const { message, extensions, originalError } = error;
  return new Kind(message, { path, extensions, originalError });
}
