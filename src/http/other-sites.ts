/** No page of another site may have the gateway asked behind a visitor's back, but for those that may read its answers anyway. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Config } from '../config';
import { isJson } from './content-type';
import { Refusal } from './errors';
import { isReading } from './methods';

/** Whose pages may read answers. */
export type Readers = Pick<Config, 'corsOrigins'>;

/**
 * Whether a request for JSON may be answered, for all that its browser says of it (https://www.w3.org/TR/fetch-metadata/). A POST may,
 * as JSON is not sent to another site unless the browser asked before. A GET may that
 * - has a header for which the browser asks before,
 * - or comes from a page of ours, or from nobody's,
 * - or from a script whose page may read the answer: it could have asked before as well,
 * - or from what says nothing of all that: programs and, over plain HTTP, browsers. Where not everybody may read, it has to say who it is.
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

/** A header without which a browser would not have asked first whether it may send the request. */
const isPreflighted = (headers: IncomingHttpHeaders): boolean =>
  Boolean(headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name']) ||
  isJson(headers['content-type']);

/** A link may lead from anywhere to a table, and a program says nothing of sites. */
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

/** @throws Refusal for a request for JSON that may not be answered. */
export function checkReader(request: IncomingMessage, readers: Readers): void {
  if (!mayBeAnswered(request, readers)) throw refusalFor('JSON');
}

/** @throws Refusal for a request for a table that may not be answered. */
export function checkTableReader(request: IncomingMessage, readers: Readers): void {
  if (!mayHaveTable(request, readers)) throw refusalFor('a table');
}
