/** One line in the log for each request: id, client, operation, duration, cost, bytes, status. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { arrivalOf } from './arrival';
import { addressBehind, shownAddress, type AddressOf } from './client-address';
import { countBytes, loggedOf } from './logged';
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

export class RequestLog {
  /** Finds the address of the client that sent a request. */
  readonly addressOf: AddressOf;

  constructor(
    private readonly log: Logger,
    private readonly config: Pick<Config, 'trustProxy' | 'logClients'>,
  ) {
    this.addressOf = addressBehind(config.trustProxy);
  }

  /**
   * Gives a request an id and logs it at its end, whichever way it is answered; one that has begun goes on as it was.
   * @returns its id.
   */
  begin(request: IncomingMessage, response: ServerResponse): string {
    if (request.id !== undefined) return request.id;
    const begin = arrivalOf(request);
    const { method, url = '' } = request;
    const id = requestIdOf(request);
    request.id = id;
    // A connection that is gone tells its address no more.
    const address = this.addressOf(request);
    whenOver(request, response, () => {
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

  /** Gives every request an id, answers with it and logs the request at its end. */
  readonly each: RequestHandler = (request, response, next) => {
    const id = this.begin(request, response);
    countBytes(response);
    response.setHeader('X-Request-Id', id);
    this.loggerOf(request);
    next();
  };

  /** Logs what happens to a request, under its id. */
  loggerOf(request: IncomingMessage): Logger {
    const { log } = request as Partial<IncomingMessage>;
    return log ?? (request.log = this.log.child({ id: request.id }));
  }
}

/** The operation of the request that a response answers; undefined where it never came to one, null for one without a name. */
export const operationOf = (response: ServerResponse): string | null | undefined =>
  (response as Partial<Response>).locals?.operationName as string | null | undefined;
