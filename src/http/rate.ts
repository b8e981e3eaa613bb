/** Limits the cost of a client's queries per minute. */
import cluster from 'node:cluster';
import { setTimeout } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientOf, type Sender } from './client-address';
import { Refusal } from './errors';
import { counted as inWords } from '../words';

const minute = 60;

/** Timeout in milliseconds for the primary process that counts for all workers. After that the client is let through. */
const longestCounting = 1_000;
/** All workers create the same limiters in the same order, so the number identifies a limiter across processes. */
let rates = 0;

/** The part of a client's allowance that is counted in advance. Most requests then need no call to the limiter. */
const partInAdvance = 1 / 100;
const mostQuotas = 10_000;

/** The prepaid quota of one client. */
interface PrepaidQuota {
  points: number;
  /** What was left of the allowance after the last count. */
  left: number;
  /** When the minute ends, by a monotonic clock. */
  until: number;
}

/** Counts the cost of each client's queries across all worker processes. */
export class Rate {
  private readonly limiter: RateLimiterMemory | RateLimiterCluster;
  private readonly quotas = new LRUCache<string, PrepaidQuota>({ max: mostQuotas });

  /**
   * @param most cost of all queries of a client per minute; with `Infinity`, nothing is counted
   * @param seconds length of the minute, for tests
   */
  constructor(
    private readonly most: number,
    private readonly seconds = minute,
  ) {
    rates += 1;
    const allowance = {
      points: Math.min(most, Number.MAX_SAFE_INTEGER),
      duration: seconds,
      keyPrefix: `rate-${rates}`,
    };
    this.limiter = cluster.isWorker
      ? new RateLimiterCluster({ ...allowance, timeoutMs: longestCounting })
      : new RateLimiterMemory(allowance);
  }

  /**
   * Charges the client of a request.
   * @returns undefined if the prepaid quota covers it
   * @throws Refusal when the allowance is used up
   */
  charge(request: Sender, cost: number): Promise<void> | undefined {
    if (this.most === Infinity) return undefined;
    const client = clientOf(request);
    const quota = this.quotas.get(client);
    if (!quota || quota.points < cost || quota.until <= performance.now()) return this.count(client, cost);
    quota.points -= cost;
    return undefined;
  }

  /** Counts the cost that the quota does not cover, and refills the quota. */
  private async count(client: string, cost: number): Promise<void> {
    const quota = this.quotaOf(client);
    const inAdvance = Math.min(Math.floor(this.most * partInAdvance), Math.max(0, quota.left - cost));
    const counting = cost - quota.points + inAdvance;
    // Concurrent requests must not spend the same points.
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
        `Your queries of this minute cost more than ${this.most}. Ask again in ${inWords(seconds, 'second')}.`,
        { code: 'TOO_MANY_REQUESTS', retryAfter: seconds },
        { 'Retry-After': String(seconds) },
      );
    }
  }

  /**
   * When the client's minute ends. The limiter uses the system clock, which may be changed meanwhile; so the end is at most a
   * minute away, and never later than before.
   */
  private endOf({ until }: PrepaidQuota, { msBeforeNext }: RateLimiterRes): number {
    const now = performance.now();
    const ends = now + this.withinMinute(msBeforeNext);
    return until > now ? Math.min(until, ends) : ends;
  }

  private withinMinute(milliseconds: number): number {
    return Math.min(Math.max(milliseconds, 0), this.seconds * 1_000);
  }

  /** The client's quota in this minute; an expired one is replaced by an empty one. */
  private quotaOf(client: string): PrepaidQuota {
    const current = this.quotas.get(client);
    if (current && current.until > performance.now()) return current;
    const empty = { points: 0, left: 0, until: 0 };
    this.quotas.set(client, empty);
    return empty;
  }

  /** Charges a client, and waits for its next minute if the allowance is used up. */
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

  /** Middleware that charges a fixed cost. */
  fixed(cost: number): RequestHandler {
    return async (request, _response, next) => {
      await this.charge(request, cost);
      next();
    };
  }
}
