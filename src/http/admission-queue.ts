/** How many requests are answered at the same time, and how many wait for their turn. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { ClientGone } from '../errors';
import { wholeSince } from './arrival';
import { Refusal } from './errors';
import { whenHandedOver } from './slow-readers';
import { isGone, whenOver } from './when-over';

const retryAfter = 1;

/** How many requests may be in work, and how many more may wait. */
export interface Places {
  requests: number;
  waiting: number;
  /** How long each may wait, in milliseconds: of what its answer may take. */
  deadline: number;
}

const inside = Symbol('inside');

/** A response that is in work: a mark on the response itself, as a set would cost more than a small answer. */
interface Inside extends ServerResponse {
  [inside]?: AdmissionQueue | undefined;
}

/** Admits so many requests at a time; the others wait, first come first served. */
export class AdmissionQueue {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly places: Places) {}

  /** Takes a place for a request until it is left; none is left where it says no. */
  begin(request: IncomingMessage, response: Inside): boolean {
    if (response[inside] === this) return true;
    if (this.running >= this.places.requests) return false;
    this.enter(request, response);
    return true;
  }

  /** Lets a request pass once there is a place. */
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
   * @throws Refusal where there is no place to wait either, or it was waited too long; ClientGone where nobody waits any more.
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
      whenOver(request, response, () => {
        leave();
        reject(new ClientGone());
      });
    });
  }

  private enter(request: IncomingMessage, response: Inside): void {
    response[inside] = this;
    this.running += 1;
    whenOver(request, response, () => this.leave(response));
  }

  /** Gives back the place of a request, if it has one: once its answer is complete, however long its client takes to read it. */
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
      `The gateway answers ${this.places.requests} requests already. Ask again in ${retryAfter} second.`,
      { code: 'SERVICE_UNAVAILABLE', retryAfter },
      { 'Retry-After': `${retryAfter}` },
    );
  }
}

/** Lets so many requests pass until they are answered; others wait for their turn. */
export const admission = (places: Places): RequestHandler => new AdmissionQueue(places).count;
