/** Sends one fetch over HTTP and reads the answer: with a timeout and a maximum size, and without following redirects. */
import { fetch, type Dispatcher, type Response } from 'undici';
import { retryAfterIn } from '../../retry-after';
import { boundedText, TooLong } from './bounded-text';
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

/** The JSON of the answer. @throws RequestFault */
export async function post(posted: Posted): Promise<unknown> {
  const { url, body, headers, dispatcher, signal, timeout, maxBytes, now } = posted;
  const late = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        ...headers,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, late]),
      ...(dispatcher && { dispatcher }),
    });
    checkStatus(response, now());
    return await jsonOf(response, maxBytes);
  } catch (error) {
    if (error instanceof RequestFault) throw error;
    if (error instanceof TooLong) throw new RequestFault('TOO_LARGE');
    if (signal.aborted) throw new RequestFault('STOPPED');
    if (late.aborted) throw new RequestFault('TIMEOUT');
    throw new RequestFault('UNREACHABLE', { cause: error, detail: causeOfFailure(error) });
  }
}

const tooManyRequests = 429;
const unavailable = 503;

function checkStatus(response: Response, now: Date): void {
  const { status, headers } = response;
  if (status < 300 || (status < 500 && status !== tooManyRequests && status >= 400 && isJson(response)))
    return;
  void response.body?.cancel().catch(() => undefined);
  const mayAskToWait = status === tooManyRequests || status === unavailable;
  const target = status < 400 ? headers.get('location') : null;
  throw new RequestFault(status < 400 ? 'REDIRECT' : 'HTTP_STATUS', {
    status,
    detail: `HTTP status ${status}${target === null ? '' : `, to ${target.slice(0, 200)}`}`,
    retryAfter: mayAskToWait ? retryAfterIn(headers.get('retry-after'), now) : null,
  });
}

/** A 4xx response with JSON may be a GraphQL answer, such as a refused query. */
const isJson = ({ headers }: Response): boolean => /json/i.test(headers.get('content-type') ?? '');

async function jsonOf(response: Response, maxBytes: number): Promise<unknown> {
  const text = await boundedText(response, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    const isPage = /html/i.test(response.headers.get('content-type') ?? '') || /^\s*</.test(text);
    throw new RequestFault('NOT_JSON', { detail: isPage ? 'an HTML page' : null });
  }
}
