/** The requests in work, counted, so that a server that stops can wait for their end. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { whenOver } from './when-over';

const counted = Symbol('counted');

interface Counted extends ServerResponse {
  [counted]?: boolean;
}

/** Counts the requests in work, so that the server can wait for their end. */
export class Drain {
  stopping = false;
  private running = 0;
  private whenIdle: (() => void) | undefined;

  /** @param longest how long running requests may take once the server is to stop, in milliseconds. */
  constructor(private readonly longest: number) {}

  /** Counts a request until its answer is sent or its client has gone. */
  begin(request: IncomingMessage, response: Counted): void {
    if (response[counted]) return;
    response[counted] = true;
    if (this.stopping) response.setHeader('Connection', 'close');
    this.running += 1;
    whenOver(request, response, () => {
      this.running -= 1;
      if (this.running === 0) this.whenIdle?.();
    });
  }

  readonly count: RequestHandler = (request, response, next) => {
    this.begin(request, response);
    next();
  };

  /** Resolves when no request runs any more, or when they have had their time. */
  async end(): Promise<void> {
    this.stopping = true;
    // What has arrived already is begun and counted before this.
    await setImmediate();
    if (this.running === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.whenIdle = resolve;
      timer = setTimeout(resolve, this.longest);
    });
    clearTimeout(timer);
  }
}
