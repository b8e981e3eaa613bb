/** How much one client may ask for in a minute, in the cost of its queries. */
import cluster from 'node:cluster';
import { setTimeout } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientOf, type Sender } from './client-address';
import { Refusal } from './errors';

const minute = 60;

/** How long the process that counts for all workers may take, in milliseconds; then the client is let through. */
const longestCounting = 1_000;
/** Workers make the same rates in the same order: by its number each of them finds the counts of the others. */
let rates = 0;

/** Of what a client may ask for, so large a part is counted in advance, so that most of its requests need not be counted one by one. */
const partInAdvance = 1 / 100;
const mostQuotas = 10_000;

/** What was counted in advance for one client. */
interface PrepaidQuota {
  points: number;
  /** What was left of the minute's allowance when it was counted last. */
  left: number;
  /** When the minute ends, on a clock that is never set. */
  until: number;
}

/** Counts what each client has asked for, in all processes that serve together. */
export class Rate {
  private readonly limiter: RateLimiterMemory | RateLimiterCluster;
  private readonly quotas = new LRUCache<string, PrepaidQuota>({ max: mostQuotas });

  /**
   * @param most cost of all queries of one client in a minute.
   * @param seconds how long a minute is.
   */
  constructor(
    private readonly most: number,
    private readonly seconds = minute,
  ) {
    rates += 1;
    const allowance = { points: most, duration: seconds, keyPrefix: `rate-${rates}` };
    this.limiter = cluster.isWorker
      ? new RateLimiterCluster({ ...allowance, timeoutMs: longestCounting })
      : new RateLimiterMemory(allowance);
  }

  /**
   * Adds to what the client of a request has asked for.
   * @returns nothing where it is known at once that the client may ask for it.
   * @throws Refusal once that is more than it may.
   */
  charge(request: Sender, cost: number): Promise<void> | undefined {
    const client = clientOf(request);
    const quota = this.quotas.get(client);
    if (!quota || quota.points < cost || quota.until <= performance.now()) return this.count(client, cost);
    quota.points -= cost;
    return undefined;
  }

  /** Counts what the quota does not hold, and fills it again. */
  private async count(client: string, cost: number): Promise<void> {
    const quota = this.quotaOf(client);
    const inAdvance = Math.min(Math.floor(this.most * partInAdvance), Math.max(0, quota.left - cost));
    const counting = cost - quota.points + inAdvance;
    // What is asked for meanwhile must not be paid from the same points.
    quota.points = 0;
    quota.left -= counting;
    try {
      const counted = await this.limiter.consume(client, counting);
      quota.points += inAdvance;
      quota.left = counted.remainingPoints;
      quota.until = this.endOf(quota, counted);
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) return;
      quota.left = 0;
      quota.until = this.endOf(quota, spent);
      const seconds = Math.max(1, Math.ceil((quota.until - performance.now()) / 1000));
      throw new Refusal(
        429,
        `Your queries of this minute cost more than ${this.most}. Ask again in ${seconds} seconds.`,
        { code: 'TOO_MANY_REQUESTS', retryAfter: seconds },
        { 'Retry-After': String(seconds) },
      );
    }
  }

  /**
   * When the minute of a client ends. The limiter reads the clock of the system, which may be set meanwhile: the
   * end is at most a minute away, and never later than it was before.
   */
  private endOf({ until }: PrepaidQuota, { msBeforeNext }: RateLimiterRes): number {
    const now = performance.now();
    const ends = now + this.withinMinute(msBeforeNext);
    return until > now ? Math.min(until, ends) : ends;
  }

  private withinMinute(milliseconds: number): number {
    return Math.min(Math.max(milliseconds, 0), this.seconds * 1_000);
  }

  /** The prepaid quota of a client in this minute; one of an earlier minute is empty. */
  private quotaOf(client: string): PrepaidQuota {
    const current = this.quotas.get(client);
    if (current && current.until > performance.now()) return current;
    const empty = { points: 0, left: 0, until: 0 };
    this.quotas.set(client, empty);
    return empty;
  }

  /** Adds to what a client has asked for, and waits for its next minute where this one is spent. */
  async chargeInTime(client: string, cost: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      try {
        await this.limiter.consume(client, cost);
        return;
      } catch (spent) {
        if (!(spent instanceof RateLimiterRes)) return;
        await setTimeout(this.withinMinute(spent.msBeforeNext), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Charges each request with a fixed cost. */
  fixed(cost: number): RequestHandler {
    return async (request, _response, next) => {
      await this.charge(request, cost);
      next();
    };
  }
}
