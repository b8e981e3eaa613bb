/** How clients learn that a part of their answer is missing because a subgraph could not give it. */
import { GraphQLError } from 'graphql';

const upstreamUnavailable = 'UPSTREAM_UNAVAILABLE';

/** Why a subgraph gave no usable answer; operators read it, clients only the sentence. */
const reasons = {
  UNREACHABLE: 'could not be reached',
  TIMEOUT: 'did not answer in time',
  HTTP_STATUS: 'answered with an HTTP error',
  REDIRECT: 'sent us elsewhere, which is not followed',
  NOT_JSON: 'answered something that is no JSON',
  NOT_GRAPHQL: 'answered something that is no GraphQL answer',
  WRONG_TYPE: 'answered values that its schema does not allow',
  UNKNOWN_RECORD: 'does not know a record to which another subgraph refers',
  TOO_LARGE: 'answered more than is read',
  BUSY: 'has as many questions in work as it takes',
  CIRCUIT_OPEN: 'failed repeatedly and is left alone for a while',
  STOPPED: 'was not waited for, as the time of the request is over',
} as const;

export type FaultCode = keyof typeof reasons;

/** A subgraph gave no usable answer. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';

  constructor(
    readonly subgraph: string,
    readonly fault: FaultCode,
    options?: ErrorOptions,
  ) {
    super(`The subgraph "${subgraph}" ${reasons[fault]}.`, options);
  }

  /** Whether its answer had come, and was found wrong only when it was put together: what went wrong in asking has a cause. */
  get wasFoundInAnswer(): boolean {
    return this.cause === undefined;
  }

  /** What clients are told, at the place where something is missing: nothing of the question and nothing of the answer. */
  at(path: readonly (string | number)[]): GraphQLError {
    return new GraphQLError(this.message, {
      ...(path.length > 0 && { path }),
      originalError: this,
      extensions: { code: upstreamUnavailable, serviceName: this.subgraph },
    });
  }
}

/** An error that a healthy subgraph reports: its message, code and path are passed on, and nothing else of it. */
export class SubgraphReported extends GraphQLError {
  override readonly name = 'SubgraphReported';
}

/** The same error, at the place where clients see what it is about. */
export function atPath(error: GraphQLError, path: readonly (string | number)[]): GraphQLError {
  const Kind = error instanceof SubgraphReported ? SubgraphReported : GraphQLError;
  const { message, extensions, originalError } = error;
  return new Kind(message, { path, extensions, originalError });
}
