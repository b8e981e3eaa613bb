/** Parses a subgraph's response as a GraphQL answer. */
import type { SubgraphAnswer } from '../gateway/engine';
import { SubgraphReported } from '../gateway/faults';
import { RequestFault } from './request-fault';

/** Further errors of one answer are dropped: they are mostly repetitions. */
const mostErrors = 100;
const longestMessage = 2_000;

/** Whether clients see the messages of a subgraph's errors. These may contain addresses, statements or personal data. */
export type ErrorMessages = 'masked' | 'shown';

/** How the errors of an answer are passed on. */
export interface Reporting {
  subgraph: string;
  messages: ErrorMessages;
  /** Called with the original message, for the log. */
  log?: ((message: string) => void) | undefined;
}

/** @throws RequestFault when it is not a GraphQL answer */
export function answerOf(json: unknown, reporting: Reporting): SubgraphAnswer {
  if (!isObject(json)) throw new RequestFault('NOT_GRAPHQL');
  const { data, errors } = json;
  if (data === undefined && errors === undefined) throw new RequestFault('NOT_GRAPHQL');
  if (data != null && !isObject(data)) throw new RequestFault('NOT_GRAPHQL');
  if (errors != null && !Array.isArray(errors)) throw new RequestFault('NOT_GRAPHQL');
  if (data == null && !errors?.length) throw new RequestFault('NOT_GRAPHQL');
  if (errors == null) return { data: data ?? null };
  return {
    data: data ?? null,
    errors: errors.slice(0, mostErrors).map((error) => reported(error, reporting)),
  };
}

/** Passes on the code and the path, and the message if allowed. Everything else, such as a stack trace, is dropped. */
function reported(error: unknown, { subgraph, messages, log }: Reporting): SubgraphReported {
  if (!isObject(error) || typeof error.message !== 'string') throw new RequestFault('NOT_GRAPHQL');
  const { path, extensions } = error;
  const message = error.message.slice(0, longestMessage);
  log?.(message);
  const code = isObject(extensions) && isCode(extensions.code) ? extensions.code : 'DOWNSTREAM_SERVICE_ERROR';
  return new SubgraphReported(
    messages === 'shown' ? message : `The subgraph "${subgraph}" reported an error.`,
    {
      ...(isPath(path) && { path }),
      extensions: { code, serviceName: subgraph },
    },
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCode = (value: unknown): value is string => typeof value === 'string' && /^\w{1,64}$/.test(value);

/** Field names and list indices. Anything else is not a path and could smuggle text. */
const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) &&
  value.every((part) => (typeof part === 'string' && /^\w{1,128}$/.test(part)) || Number.isSafeInteger(part));
