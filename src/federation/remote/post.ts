/** Sends one fetch over HTTP and reads the answer: with a timeout and a maximum size, and without following redirects. */
import { boundedText, TooLong } from './bounded-text';
import { RequestFault } from './request-fault';

export interface Posted {
  url: string;
  body: string;
  headers: Readonly<Record<string, string>>;
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Timeout in milliseconds. */
  timeout: number;
  /** Maximum size of the uncompressed answer, in bytes. */
  maxBytes: number;
}

/** The JSON of the answer. @throws RequestFault */
export async function post({ url, body, headers, signal, timeout, maxBytes }: Posted): Promise<unknown> {
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
    });
    checkStatus(response);
    return await jsonOf(response, maxBytes);
  } catch (error) {
    if (error instanceof RequestFault) throw error;
    if (error instanceof TooLong) throw new RequestFault('TOO_LARGE');
    if (signal.aborted) throw new RequestFault('STOPPED');
    if (late.aborted) throw new RequestFault('TIMEOUT');
    throw new RequestFault('UNREACHABLE', { cause: error });
  }
}

function checkStatus(response: Response): void {
  const { status } = response;
  if (status < 300 || (status >= 400 && status < 500 && isJson(response))) return;
  void response.body?.cancel().catch(() => undefined);
  throw new RequestFault(status < 400 ? 'REDIRECT' : 'HTTP_STATUS', { status });
}

/** A 4xx response with JSON may be a GraphQL answer, such as a refused query. */
const isJson = ({ headers }: Response): boolean => /json/i.test(headers.get('content-type') ?? '');

async function jsonOf(response: Response, maxBytes: number): Promise<unknown> {
  const text = await boundedText(response, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestFault('NOT_JSON');
  }
}
