/** Logs each request in one line: id, client, operation, duration, cost, bytes, status. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { arrivalOf } from './arrival';
import { addressBehind, shownAddress, type AddressOf } from './client-address';
import { countBytes, loggedOf } from './logged';
import { onFinished } from './on-finished';

declare module 'node:http' {
  interface IncomingMessage {
    /** Identifies the request in the log and in the header X-Request-Id. */
    id?: string;
    log: Logger;
  }
}

/** Random prefix of this process's request ids. */
const ofProcess = randomBytes(9).toString('base64url');
let requests = 0;

/** The request's id: the client's X-Request-Id if it is a plain one. */
function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given)
    ? given
    : `${ofProcess}-${(requests += 1).toString(36)}`;
}

export class RequestLog {
  /** Returns the address of the client of a request. */
  readonly addressOf: AddressOf;

  constructor(
    private readonly log: Logger,
    private readonly config: Pick<Config, 'trustProxy' | 'logClients'>,
  ) {
    this.addressOf = addressBehind(config.trustProxy);
  }

  /**
   * Gives a request an id, and logs it when it ends. Repeated calls have no effect.
   * @returns its id
   */
  begin(request: IncomingMessage, response: ServerResponse): string {
    if (request.id !== undefined) return request.id;
    const begin = arrivalOf(request);
    const { method, url = '' } = request;
    const id = requestIdOf(request);
    request.id = id;
    // Read now, because a closed connection no longer has an address.
    const address = this.addressOf(request);
    onFinished(request, response, () => {
      const status = response.statusCode;
      const level = status >= 500 ? 'error' : 'info';
      if (!this.log.isLevelEnabled(level)) return;
      const durationMs = Math.round(performance.now() - begin);
      const line = {
        id,
        client: shownAddress(address, this.config.logClients),
        durationMs,
        method,
        path: url.split('?', 1)[0],
        operationName: operationOf(response),
        status,
        ...loggedOf(response),
      };
      this.log[level](line, 'request');
    });
    return id;
  }

  /** Middleware that gives every request an id and logs it when it ends. */
  readonly each: RequestHandler = (request, response, next) => {
    const id = this.begin(request, response);
    countBytes(response);
    response.setHeader('X-Request-Id', id);
    this.loggerOf(request);
    next();
  };

  /** A logger that adds the request's id. */
  loggerOf(request: IncomingMessage): Logger {
    const { log } = request as Partial<IncomingMessage>;
    return log ?? (request.log = this.log.child({ id: request.id }));
  }
}

/** The operation's name: null if it is anonymous, undefined if the request never got that far. */
export const operationOf = (response: ServerResponse): string | null | undefined =>
  (response as Partial<Response>).locals?.operationName as string | null | undefined;
