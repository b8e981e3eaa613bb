/** Parses a subgraph's response as a GraphQL answer. */
import type { SubgraphAnswer } from '../gateway/engine';
import { SubgraphReported } from '../gateway/faults';
import type { PostedAnswer } from './post';
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

/**
 * A status of 4xx may come with a GraphQL answer, such as a refused query. If it does not, the status is what went wrong.
 * @throws RequestFault when it is not a GraphQL answer
 */
export function answerOf(
  { status, json }: Pick<PostedAnswer, 'status' | 'json'>,
  reporting: Reporting,
): SubgraphAnswer {
  try {
    return graphqlAnswerOf(json, reporting);
  } catch (error) {
    if (status < 400 || !(error instanceof RequestFault)) throw error;
    throw new RequestFault('HTTP_STATUS', { status, detail: `HTTP status ${status}`, cause: error });
  }
}

function graphqlAnswerOf(json: unknown, reporting: Reporting): SubgraphAnswer {
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

export const withoutSdl = 'no SDL in the field Query._service';

/** Why an answer to the question for the SDL is of no use. */
export function whyWithoutSdl({ errors = [] }: SubgraphAnswer): string {
  const codes = errors.map(({ extensions }) => extensions.code);
  const refusal = codes.find((code) => typeof code === 'string' && ofAccess.includes(code));
  return typeof refusal === 'string' ? `it reports ${refusal}` : withoutSdl;
}

/** Codes of errors by which servers refuse who asks. */
const ofAccess: readonly string[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'UNAUTHORIZED'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCode = (value: unknown): value is string => typeof value === 'string' && /^\w{1,64}$/.test(value);

/** Field names and list indices. Anything else is not a path and could smuggle text. */
const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) &&
  value.every((part) => (typeof part === 'string' && /^\w{1,128}$/.test(part)) || Number.isSafeInteger(part));
