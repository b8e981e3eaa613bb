/** Counts running requests, so that a stopping server can wait for them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { onFinished } from './on-finished';

const counted = Symbol('counted');

interface Counted extends ServerResponse {
  [counted]?: boolean;
}

/** Counts running requests. */
export class Drain {
  stopping = false;
  private running = 0;
  private whenIdle: (() => void) | undefined;

  /** @param longest milliseconds that running requests may take after the stop */
  constructor(private readonly longest: number) {}

  /** Counts a request until its answer is sent or its client is gone. */
  begin(request: IncomingMessage, response: Counted): void {
    if (response[counted]) return;
    response[counted] = true;
    if (this.stopping) response.setHeader('Connection', 'close');
    this.running += 1;
    onFinished(request, response, () => {
      this.running -= 1;
      if (this.running === 0) this.whenIdle?.();
    });
  }

  readonly count: RequestHandler = (request, response, next) => {
    this.begin(request, response);
    next();
  };

  /** Resolves when no request is running, or when the time is over. */
  async end(): Promise<void> {
    this.stopping = true;
    // Requests that have already arrived are counted in this turn of the event loop.
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
