/** One line in the log for each request: id, operation, duration, status. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { arrivalOf } from './arrival';
import { whenOver } from './when-over';

declare module 'node:http' {
  interface IncomingMessage {
    /** Names the request in the log, and in the header X-Request-Id of its answer. */
    id?: string;
    log: Logger;
  }
}

/** Begins the ids of this process; those of another process begin otherwise. */
const ofProcess = randomBytes(9).toString('base64url');
let requests = 0;

/** The id of a request: the client's X-Request-Id, if it is a plain one. */
function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given)
    ? given
    : `${ofProcess}-${(requests += 1).toString(36)}`;
}

/**
 * Gives a request an id and logs it at its end, whichever way it is answered; one that has begun goes on as it was.
 * @returns its id.
 */
export function beginLog(log: Logger, request: IncomingMessage, response: ServerResponse): string {
  if (request.id !== undefined) return request.id;
  const begin = arrivalOf(request);
  const { method, url = '' } = request;
  const id = requestIdOf(request);
  request.id = id;
  whenOver(request, response, () => {
    const status = response.statusCode;
    const level = status >= 500 ? 'error' : 'info';
    if (!log.isLevelEnabled(level)) return;
    const durationMs = Math.round(performance.now() - begin);
    const line = {
      id,
      durationMs,
      method,
      path: url.split('?', 1)[0],
      operationName: operationOf(response),
      status,
    };
    log[level](line, 'request');
  });
  return id;
}

/** The operation of the request that a response answers; undefined where it never came to one, null for one without a name. */
export const operationOf = (response: ServerResponse): string | null | undefined =>
  (response as Partial<Response>).locals?.operationName as string | null | undefined;

/** Gives every request an id, answers with it and logs the request at its end. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const id = beginLog(log, request, response);
    response.setHeader('X-Request-Id', id);
    request.log = log.child({ id });
    next();
  };
}
