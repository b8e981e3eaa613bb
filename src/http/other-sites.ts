/**
 * Protects against cross-site requests: a page of another site must not use a visitor's browser to query the gateway, unless it may
 * read the answers anyway (CORS).
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Config } from '../config';
import { isJson } from './content-type';
import { Refusal } from './errors';
import { isReading } from './methods';

/** The origins whose pages may read answers. */
export type Readers = Pick<Config, 'corsOrigins'>;

/**
 * Whether a request for JSON is allowed, by its fetch metadata (https://www.w3.org/TR/fetch-metadata/). A POST is, because a
 * browser makes a preflight request before it sends JSON to another site. A GET is allowed if it
 * - has a header that requires a preflight request,
 * - comes from our own page, or from user navigation,
 * - comes from a script whose origin may read the answer and could have made a preflight request,
 * - has no fetch metadata, as from programs and from browsers over plain HTTP. If the origins are restricted, `Origin` is then
 *   required.
 */
function mayBeAnswered(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  readers: Readers,
): boolean {
  if (!isReading({ method }) || isPreflighted(headers)) return true;
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return true;
  const { origin } = headers;
  if (site === undefined && origin === undefined) return readers.corsOrigins === '*';
  if (site !== undefined && headers['sec-fetch-mode'] !== 'cors') return false;
  return readers.corsOrigins === '*' || (origin !== undefined && readers.corsOrigins.includes(origin));
}

/** Headers that a browser sends to another site only after a preflight request. */
const isPreflighted = (headers: IncomingHttpHeaders): boolean =>
  Boolean(headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name']) ||
  isJson(headers['content-type']);

/** Tables may also be navigated to from anywhere, and programs send no fetch metadata. */
const mayHaveTable = (request: IncomingMessage, readers: Readers): boolean => {
  const { headers } = request;
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isLink || headers['sec-fetch-site'] === undefined || mayBeAnswered(request, readers);
};

const refusalFor = (what: string): Refusal =>
  new Refusal(
    403,
    `A request for ${what} that a page of another site may have sent unasked is not answered. Send "Apollo-Require-Preflight: true", or POST.`,
    { code: 'FORBIDDEN' },
  );

/** @throws Refusal when JSON may not be answered */
export function checkReader(request: IncomingMessage, readers: Readers): void {
  if (!mayBeAnswered(request, readers)) throw refusalFor('JSON');
}

/** @throws Refusal when a table may not be answered */
export function checkTableReader(request: IncomingMessage, readers: Readers): void {
  if (!mayHaveTable(request, readers)) throw refusalFor('a table');
}
