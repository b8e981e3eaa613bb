/** Limits how many requests are executed concurrently, and how many wait in a queue. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { ClientGone } from '../errors';
import { wholeSince } from './arrival';
import { Refusal } from './errors';
import { whenHandedOver } from './slow-readers';
import { isGone, onFinished } from './on-finished';
import { counted } from '../words';

const retryAfter = 1;

/** Limits of the queue. */
export interface Places {
  requests: number;
  waiting: number;
  /** How long a request may wait, in milliseconds. The time counts towards its deadline. */
  deadline: number;
}

const inside = Symbol('inside');

/** A response whose request has been admitted. A mark on the response is cheaper than a Set, which would cost more than a small answer. */
interface Inside extends ServerResponse {
  [inside]?: AdmissionQueue | undefined;
}

/** Admits a limited number of requests. Others wait, first come, first served. */
export class AdmissionQueue {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly places: Places) {}

  /** Admits a request if there is a free place, which it holds until `leave`. @returns whether it was admitted */
  begin(request: IncomingMessage, response: Inside): boolean {
    if (this.running >= this.places.requests) return false;
    this.enter(request, response);
    return true;
  }

  /** Express middleware that waits until the request is admitted. */
  readonly count: RequestHandler = async (request, response, next) => {
    if (isGone(request)) return;
    whenHandedOver(response, () => this.leave(response));
    try {
      if (!this.begin(request, response)) await this.wait(request, response);
    } catch (error) {
      if (error instanceof ClientGone) return;
      throw error;
    }
    next();
  };

  /**
   * Waits for a place.
   * @throws Refusal when the queue is full or the wait was too long; ClientGone when the client has left
   */
  wait(request: IncomingMessage, response: Inside): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.waiting.size >= this.places.waiting) {
        reject(this.busy());
        return;
      }
      const leave = (): void => {
        this.waiting.delete(start);
        clearTimeout(timer);
      };
      const start = (): void => {
        leave();
        this.enter(request, response);
        resolve();
      };
      const longest = wholeSince(request) + this.places.deadline - performance.now();
      const timer = setTimeout(
        () => {
          leave();
          reject(this.busy());
        },
        Math.max(1, longest),
      );
      this.waiting.add(start);
      onFinished(request, response, () => {
        leave();
        reject(new ClientGone());
      });
    });
  }

  private enter(request: IncomingMessage, response: Inside): void {
    response[inside] = this;
    this.running += 1;
    onFinished(request, response, () => this.leave(response));
  }

  /** Releases the place of a request, if it has one. This happens once the answer is complete, not when the client has read it. */
  leave(response: Inside): void {
    if (response[inside] !== this) return;
    response[inside] = undefined;
    this.running -= 1;
    const [next] = this.waiting;
    next?.();
  }

  private busy(): Refusal {
    return new Refusal(
      503,
      `The gateway answers ${counted(this.places.requests, 'request')} already. Ask again in ${counted(retryAfter, 'second')}.`,
      { code: 'SERVICE_UNAVAILABLE', retryAfter },
      { 'Retry-After': `${retryAfter}` },
    );
  }
}

/** Middleware that limits concurrent requests; further ones wait. */
export const admission = (places: Places): RequestHandler => new AdmissionQueue(places).count;
