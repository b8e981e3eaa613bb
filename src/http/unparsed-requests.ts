/** Answers for requests that could not be parsed, sent by the server before any route. */
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Node's parsing errors: timeout, too large, or not HTTP. */
const unread: Readonly<Record<string, { status: number; code: string; message: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMEOUT',
    message: 'The request did not arrive in time. Send it without pauses.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: 'The headers are too large. Send fewer, or put the query in the body of a POST.',
  },
  HPE_INVALID_URL: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The address has characters that none may have. Write text in UTF-8, percent-encoded.',
  },
};
const noRequest = { status: 400, code: 'BAD_REQUEST', message: 'This is no HTTP request that can be read.' };

const bodyOf = (message: string, code: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

const type = 'application/json; charset=utf-8';

/** Answers a connection whose request Node could not parse. */
export function refuseUnparsed({ code: reason = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return;
  const { status, code, message } = unread[reason] ?? noRequest;
  const body = bodyOf(message, code);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      `Content-Type: ${type}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}

/** Answers a request that an intermediary could have parsed differently, and closes the connection. */
export function refuseAtOnce(request: IncomingMessage, response: ServerResponse, message: string): void {
  const body = bodyOf(message, 'BAD_REQUEST');
  response.writeHead(400, {
    Connection: 'close',
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
  request.resume();
}
