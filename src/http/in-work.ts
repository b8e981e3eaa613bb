/** How many requests are answered at the same time, and how many wait for their turn. */
import type { RequestHandler } from 'express';
import { Refusal } from './errors';
import { isGone, whenOver } from './when-over';

const retryAfter = 1;

/** How many requests may be in work, and how many more may wait. */
export interface Places {
  requests: number;
  waiting: number;
  /** How long each may wait, in milliseconds: as long as its answer may take after that. */
  deadline: number;
}

/**
 * Lets so many requests pass until they are answered. Others wait for their turn, first come first served; who finds no place to wait,
 * or has waited too long, is asked to come back.
 */
export function inWork({ requests: most, waiting: mostWaiting, deadline }: Places): RequestHandler {
  let running = 0;
  const waiting = new Set<() => void>();
  const endOne = (): void => {
    running -= 1;
    for (const start of waiting) {
      start();
      return;
    }
  };
  return (request, response, next) => {
    if (isGone(request)) return;
    const begin = (): void => {
      running += 1;
      whenOver(request, response, endOne);
      next();
    };
    if (running < most) {
      begin();
      return;
    }
    if (waiting.size >= mostWaiting) {
      next(busy(most));
      return;
    }
    const leave = (): void => {
      waiting.delete(start);
      clearTimeout(timer);
    };
    const start = (): void => {
      leave();
      begin();
    };
    const timer = setTimeout(() => {
      leave();
      next(busy(most));
    }, deadline);
    waiting.add(start);
    whenOver(request, response, leave);
  };
}

const busy = (most: number): Refusal =>
  new Refusal(
    503,
    `The gateway answers ${most} requests already. Ask again in ${retryAfter} second.`,
    { code: 'SERVICE_UNAVAILABLE', retryAfter },
    { 'Retry-After': `${retryAfter}` },
  );
