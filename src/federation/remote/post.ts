/** Sends one fetch over HTTP and reads the answer: with a timeout and a maximum size, and without following redirects. */
import { request, type Dispatcher } from 'undici';
import { retryAfterIn } from '../../retry-after';
import { acceptedEncodings, bodyText } from './body-text';
import { TooLong } from './bounded-text';
import { causeOfFailure } from './connection-fault';
import { RequestFault } from './request-fault';

export interface Posted {
  url: string;
  body: string;
  headers: Readonly<Record<string, string>>;
  /** Its connections; undefined for the usual ones. */
  dispatcher: Dispatcher | undefined;
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Timeout in milliseconds. */
  timeout: number;
  /** Maximum size of the uncompressed answer, in bytes. */
  maxBytes: number;
  now: () => Date;
}

type Response = Dispatcher.ResponseData;

const ownHeaders = {
  accept: 'application/graphql-response+json, application/json',
  'accept-encoding': acceptedEncodings,
  'content-type': 'application/json',
  'user-agent': 'num-gateway',
};

/** An answer in JSON. */
export interface PostedAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  json: unknown;
}

/** @throws RequestFault */
export async function post(posted: Posted): Promise<PostedAnswer> {
  const { url, body, headers, dispatcher, signal, timeout, maxBytes, now } = posted;
  // A signal of AbortSignal.timeout() would make its error at the end of that time, long after the answer.
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new RequestFault('STOPPED'));
  const timer = setTimeout(() => stopping.abort(new RequestFault('TIMEOUT')), timeout);
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) stop();
    const response = await request(url, {
      method: 'POST',
      headers: { ...ownHeaders, ...headers },
      body,
      signal: stopping.signal,
      // This timer counts, not those of the parts of a request.
      headersTimeout: 0,
      bodyTimeout: 0,
      ...(dispatcher && { dispatcher }),
    });
    checkStatus(response, now());
    const { statusCode: status, headers: received } = response;
    return { status, headers: received, ...(await jsonOf(response, maxBytes)) };
  } catch (error) {
    if (error instanceof RequestFault) throw error;
    if (error instanceof TooLong) throw new RequestFault('TOO_LARGE');
    const { reason } = stopping.signal as { reason: unknown };
    if (reason instanceof RequestFault) throw reason;
    throw new RequestFault('UNREACHABLE', { cause: error, detail: causeOfFailure(error) });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

const tooManyRequests = 429;
const unavailable = 503;

function checkStatus(response: Response, now: Date): void {
  const { statusCode: status, body } = response;
  if (status < 300 || (status < 500 && status !== tooManyRequests && status >= 400 && isJson(response)))
    return;
  // What is left of the answer is not read, so its connection is closed.
  body.on('error', () => undefined).destroy();
  const mayAskToWait = status === tooManyRequests || status === unavailable;
  const target = status < 400 ? headerOf(response, 'location') : null;
  throw new RequestFault(status < 400 ? 'REDIRECT' : 'HTTP_STATUS', {
    status,
    detail: `HTTP status ${status}${target === null ? '' : `, to ${target.slice(0, 200)}`}`,
    retryAfter: mayAskToWait ? retryAfterIn(headerOf(response, 'retry-after'), now) : null,
  });
}

/** The value of a header of an answer. If it was sent several times, the first one. */
function headerOf({ headers }: Response, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** A 4xx response with JSON may be a GraphQL answer, such as a refused query. */
const isJson = (response: Response): boolean => /json/i.test(headerOf(response, 'content-type') ?? '');

async function jsonOf(response: Response, maxBytes: number): Promise<Pick<PostedAnswer, 'text' | 'json'>> {
  const text = await bodyText(response, maxBytes);
  try {
    return { text, json: JSON.parse(text) as unknown };
  } catch {
    const isPage = /html/i.test(headerOf(response, 'content-type') ?? '') || /^\s*</.test(text);
    throw new RequestFault('NOT_JSON', { detail: isPage ? 'an HTML page' : null });
  }
}
