/** Which requests may be answered the short way, and what they ask, by the same rules as the long way. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../../config';
import type { Question } from '../../graphql/cost/estimate';
import { checkSize, isJson } from '../graphql-body';

const path = '/graphql';

/** Whether a request is of the kind that is answered the short way: whatever is unusual takes the long one. */
export function isUsual({ method, url = '', headers, httpVersion }: IncomingMessage): boolean {
  if (httpVersion !== '1.1') return false;
  if (method === 'GET')
    return url.startsWith(`${path}?`) && headers['content-type'] === undefined && isPreflighted(headers);
  return (
    method === 'POST' &&
    url === path &&
    isJson(headers['content-type']) &&
    headers['content-encoding'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

/** A GET that another site could not have sent unasked: the rule of Apollo Server, which refuses the others. */
const isPreflighted = (headers: IncomingMessage['headers']): boolean =>
  Boolean(headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name']);

/** Whether somebody may be meant by name: what such a client is told is never kept, nor told to others. */
export const isAnonymous = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.authorization === undefined && headers.cookie === undefined;

/** The length of a body that may be read; null where it has none or too many bytes. */
export function lengthOf({ headers }: IncomingMessage, { bodyBytes }: Limits): number | null {
  const length = Number(headers['content-length']);
  return length > 0 && length <= bodyBytes ? length : null;
}

/** Members of a question that are understood here. */
const members: ReadonlySet<string> = new Set(['query', 'operationName', 'variables']);

/** The question in a body; undefined for anything that the long way may refuse. */
export function questionIn(body: Buffer, limits: Limits): Question | undefined {
  if (!isUtf8(body)) return undefined;
  return questionOf(
    tried(() => JSON.parse(body.toString()) as unknown),
    limits,
  );
}

/** The question in an address; undefined for anything that the long way may refuse. */
export function questionAt(url: string, limits: Limits): Question | undefined {
  const parameters = [...new URLSearchParams(url.slice(path.length))];
  const given = Object.fromEntries(parameters);
  if (parameters.length !== Object.keys(given).length) return undefined;
  const { variables } = given;
  if (variables === undefined) return questionOf(given, limits);
  return questionOf({ ...given, variables: tried(() => JSON.parse(variables) as unknown) ?? '' }, limits);
}

function questionOf(given: unknown, limits: Limits): Question | undefined {
  if (!isObject(given) || Object.keys(given).some((name) => !members.has(name))) return undefined;
  const { query, operationName, variables } = given;
  if (typeof query !== 'string') return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  if (variables != null && !isObject(variables)) return undefined;
  if (tried(() => (checkSize(given, limits), true)) !== true) return undefined;
  return {
    query,
    ...(operationName != null && { operationName }),
    ...(variables != null && { variables }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
