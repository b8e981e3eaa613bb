/** Which requests may be answered the short way, and what they ask, by the same rules as the long way. */
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../../config';
import type { Question } from '../../graphql/cost/estimate';
import { parametersOf } from '../address';
import { askedInAddress, askedInBody, questionOf, type Asked } from '../asked';
import { isJson } from '../content-type';
import { mayBeAnswered, type Readers } from '../other-sites';

const path = '/graphql';

/** Whether a request is of the kind that is answered the short way: whatever is unusual takes the long one. */
export function isUsual(request: IncomingMessage, readers: Readers): boolean {
  const { method, url = '', headers, httpVersion } = request;
  if (httpVersion !== '1.1') return false;
  if (method === 'GET')
    return (
      url.startsWith(`${path}?`) && headers['content-type'] === undefined && mayBeAnswered(request, readers)
    );
  return (
    method === 'POST' &&
    url === path &&
    isJson(headers['content-type']) &&
    headers['content-encoding'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

/** Whether somebody may be meant by name: what such a client is told is never kept, nor told to others. */
export const isAnonymous = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.authorization === undefined && headers.cookie === undefined;

/** The length of a body that may be read; null where it has none or too many bytes. */
export function lengthOf({ headers }: IncomingMessage, { bodyBytes }: Limits): number | null {
  const length = Number(headers['content-length']);
  return length > 0 && length <= bodyBytes ? length : null;
}

/** Parameters that are understood here; another one may ask for a table. */
const understood: ReadonlySet<string> = new Set(['query', 'operationName', 'variables']);

/** The question in a body; undefined for anything that the long way may refuse. */
export const questionIn = (body: Buffer, limits: Limits): Question | undefined =>
  plainQuestion(() => askedInBody(body, limits));

/** The question in an address; undefined for anything that the long way may refuse. */
export const questionAt = (url: string, limits: Limits): Question | undefined =>
  plainQuestion(() =>
    [...parametersOf(url).keys()].every((name) => understood.has(name)) ? askedInAddress(url, limits) : {},
  );

/** A question that names no document and has no extensions. */
function plainQuestion(read: () => Asked): Question | undefined {
  try {
    const asked = read();
    return asked.documentId === undefined && asked.extensions === undefined ? questionOf(asked) : undefined;
  } catch {
    return undefined;
  }
}
