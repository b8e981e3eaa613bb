/** Reads what a subgraph answered as the answer of a GraphQL server. */
import type { SubgraphAnswer } from '../gateway/engine';
import { SubgraphReported } from '../gateway/faults';
import { RequestFault } from './request-fault';

/** Further errors of one answer are dropped: they repeat themselves. */
const mostErrors = 100;
const longestMessage = 2_000;

/** @throws RequestFault when it is none. */
export function answerOf(json: unknown, subgraph: string): SubgraphAnswer {
  if (!isObject(json)) throw new RequestFault('NOT_GRAPHQL');
  const { data, errors } = json;
  if (data === undefined && errors === undefined) throw new RequestFault('NOT_GRAPHQL');
  if (data != null && !isObject(data)) throw new RequestFault('NOT_GRAPHQL');
  if (errors != null && !Array.isArray(errors)) throw new RequestFault('NOT_GRAPHQL');
  if (data == null && !errors?.length) throw new RequestFault('NOT_GRAPHQL');
  if (errors == null) return { data: data ?? null };
  return {
    data: data ?? null,
    errors: errors.slice(0, mostErrors).map((error) => reported(error, subgraph)),
  };
}

/** Message, code and path are passed on; the rest, such as a stack, stays here. */
function reported(error: unknown, subgraph: string): SubgraphReported {
  if (!isObject(error) || typeof error.message !== 'string') throw new RequestFault('NOT_GRAPHQL');
  const { message, path, extensions } = error;
  const code = isObject(extensions) && typeof extensions.code === 'string' ? extensions.code : null;
  return new SubgraphReported(message.slice(0, longestMessage), {
    ...(isPath(path) && { path }),
    extensions: { code: code ?? 'DOWNSTREAM_SERVICE_ERROR', serviceName: subgraph },
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPath = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');
