/** How much one client may ask for in a minute, in the cost of its queries. */
import cluster from 'node:cluster';
import { setTimeout } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { isValid, parse, type IPv6 } from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './errors';

const minute = 60;

/** Whoever sent a request, known by the address that express finds for it. */
export interface Sender {
  readonly ip?: string | undefined;
}

/** How long the process that counts for all workers may take, in milliseconds; then the client is let through. */
const longestCounting = 1_000;
/** Workers make the same rates in the same order: by its number each of them finds the counts of the others. */
let rates = 0;

/** Counts what each client has asked for, in all processes that serve together. */
export class Rate {
  private readonly limiter: RateLimiterMemory | RateLimiterCluster;

  /**
   * @param most cost of all queries of one client in a minute.
   * @param seconds how long a minute is.
   */
  constructor(
    private readonly most: number,
    seconds = minute,
  ) {
    rates += 1;
    const allowance = { points: most, duration: seconds, keyPrefix: `rate-${rates}` };
    this.limiter = cluster.isWorker
      ? new RateLimiterCluster({ ...allowance, timeoutMs: longestCounting })
      : new RateLimiterMemory(allowance);
  }

  /** Adds to what the client of a request has asked for. @throws Refusal once that is more than it may. */
  async charge(request: Sender, cost: number): Promise<void> {
    try {
      await this.limiter.consume(clientOf(request), cost);
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) return;
      const seconds = Math.ceil(spent.msBeforeNext / 1000);
      throw new Refusal(
        429,
        `Your queries of this minute cost more than ${this.most}. Ask again in ${seconds} seconds.`,
        { code: 'TOO_MANY_REQUESTS', retryAfter: seconds },
        { 'Retry-After': String(seconds) },
      );
    }
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
        await setTimeout(spent.msBeforeNext, undefined, { signal }).catch(() => undefined);
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

/** Clients by their address: the same ones come again and again. */
const clients = new LRUCache<string, string>({ max: 1_000 });

/** Who sent a request: its address. One client usually has a whole network of /64 in IPv6, and could send each request from another address. */
export function clientOf({ ip = '' }: Sender): string {
  const known = clients.get(ip);
  if (known !== undefined) return known;
  const client = clientAt(ip);
  clients.set(ip, client);
  return client;
}

function clientAt(ip: string): string {
  if (!isValid(ip)) return ip;
  const address = parse(ip);
  if (address.kind() === 'ipv4') return ip;
  const ipv6 = address as IPv6;
  return ipv6.isIPv4MappedAddress() ? ipv6.toIPv4Address().toString() : ipv6.parts.slice(0, 4).join(':');
}
