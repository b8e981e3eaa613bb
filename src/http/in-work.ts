/** How many requests are answered at the same time. */
import type { RequestHandler } from 'express';
import { Refusal } from './errors';
import { isGone, whenOver } from './when-over';

const retryAfter = 1;

/** Lets so many requests pass until they are answered; asks the others to come back. */
export function inWork(most: number): RequestHandler {
  let running = 0;
  return (request, response, next) => {
    if (isGone(request)) return;
    if (running >= most) {
      const message = `The gateway answers ${most} requests already. Ask again in ${retryAfter} second.`;
      next(
        new Refusal(
          503,
          message,
          { code: 'SERVICE_UNAVAILABLE', retryAfter },
          { 'Retry-After': `${retryAfter}` },
        ),
      );
      return;
    }
    running += 1;
    whenOver(request, response, () => (running -= 1));
    next();
  };
}
