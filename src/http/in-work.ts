/** How many requests are answered at the same time. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { Refusal } from './errors';
import { isGone, whenOver } from './when-over';

const retryAfter = 1;

/** Counts the requests in work; lets so many pass and no more. */
export class InWork {
  private running = 0;
  private readonly inside = new WeakSet<ServerResponse>();

  constructor(private readonly most: number) {}

  /** Takes a place for a request until it is over; none is left where it says no. */
  begin(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.inside.has(response)) return true;
    if (this.running >= this.most) return false;
    this.inside.add(response);
    this.running += 1;
    whenOver(request, response, () => (this.running -= 1));
    return true;
  }

  /** Lets a request pass until it is answered; asks the others to come back. */
  readonly count: RequestHandler = (request, response, next) => {
    if (isGone(request)) return;
    if (this.begin(request, response)) {
      next();
      return;
    }
    const message = `The gateway answers ${this.most} requests already. Ask again in ${retryAfter} second.`;
    const extensions = { code: 'SERVICE_UNAVAILABLE', retryAfter };
    next(new Refusal(503, message, extensions, { 'Retry-After': `${retryAfter}` }));
  };
}

/** Lets so many requests pass until they are answered; asks the others to come back. */
export const inWork = (most: number): RequestHandler => new InWork(most).count;
