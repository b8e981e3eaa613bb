/** One request and its answer, bounded in time and size. Redirects are not followed. */
import { type Agent, fetch, type Response } from 'undici';
import { OutOfReach } from './connections';
import { FetchFault, type FetchFaultCode } from './fault';
import type { FetchLimits } from './limits';
import { retryAfterIn } from '../../retry-after';

export interface Exchange {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent;
  readonly limits: Pick<FetchLimits, 'bytes' | 'milliseconds'>;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

export interface Answer {
  readonly status: number;
  readonly headers: Response['headers'];
  /** Decompressed; empty for redirects and for 304. */
  readonly bytes: Uint8Array;
}

/** @throws FetchFault, also for an answer of 400 and above */
export async function exchange(request: Exchange): Promise<Answer> {
  const { url, headers, agent, limits, signal, now } = request;
  const late = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(url, {
      dispatcher: agent,
      headers,
      redirect: 'manual',
      // Otherwise conditions are sent with `Cache-Control: no-cache`, and many a server then answers with the whole document.
      cache: 'no-cache',
      signal: AbortSignal.any([signal, late]),
    });
    const { status } = response;
    if (status < 200 || status >= 300) await response.body?.cancel();
    if (status >= 400) throw refusal(url, response, now());
    const bytes = status < 300 ? await bounded(response, url, limits.bytes) : new Uint8Array();
    return { status, headers: response.headers, bytes };
  } catch (error) {
    if (error instanceof FetchFault) throw error;
    if (signal.aborted) throw new FetchFault('STOPPED', url.href);
    if (late.aborted) throw new FetchFault('TIMEOUT', url.href);
    throw faultOf(error as Error, url);
  }
}

function refusal({ href }: URL, { status, headers }: Response, now: Date): FetchFault {
  const retryAfter = retryAfterIn(headers.get('retry-after'), now);
  const code =
    status === 401 || status === 403
      ? 'NOT_ALLOWED'
      : status === 404 || status === 410
        ? 'NOT_FOUND'
        : status === 429
          ? 'TOO_MANY_REQUESTS'
          : 'HTTP_STATUS';
  return new FetchFault(code, href, { status, retryAfter });
}

/** A small answer may unpack to a huge one, so what is unpacked is counted. */
async function bounded({ headers, body }: Response, { href }: URL, most: number): Promise<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > most) {
    await body?.cancel();
    throw new FetchFault('TOO_LARGE', href);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) throw new FetchFault('TOO_LARGE', href);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function faultOf(error: Error, { href }: URL): FetchFault {
  const causes = causesOf(error);
  const is = (pattern: RegExp) => causes.some(({ code }) => pattern.test(code ?? ''));
  const fault = (code: FetchFaultCode) => new FetchFault(code, href, { cause: error });
  if (causes.some((cause) => cause instanceof OutOfReach)) return fault('INSIDE_THE_NETWORK');
  if (is(/^ENOTFOUND$|^EAI_/)) return fault('UNKNOWN_HOST');
  if (is(/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|_SSL_|^EPROTO$/)) return fault('CERTIFICATE');
  if (is(/^Z_|^ERR__ERROR_|^ERR_BROTLI/)) return fault('WRONG_ENCODING');
  if (is(/CONNECT_TIMEOUT|HEADERS_TIMEOUT|BODY_TIMEOUT/)) return fault('TIMEOUT');
  return fault(error.message === 'terminated' ? 'CUT_OFF' : 'UNREACHABLE');
}

interface Cause {
  readonly code?: string;
  readonly cause?: unknown;
  /** Of several tries of one connection. */
  readonly errors?: readonly unknown[];
}

/** An error with what caused it. */
function causesOf(error: unknown): Cause[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, errors = [] } = error as Cause;
  return [error, ...[cause, ...errors].flatMap(causesOf)];
}
