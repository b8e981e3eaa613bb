/** Sends requests: one at a time for each host, again where they failed for the moment, and over connections that may be opened. */
import type { Agent } from 'undici';
import { parseUrl } from '../../url';
import { connectionsTo, type LookUpHost } from './connections';
import { type Answer, exchange } from './exchange';
import { FetchFault } from './fault';
import { HostLanes } from './lanes';
import { type FetchLimits, usualLimits } from './limits';
import type { AddressPolicy } from './reachable';
import { retries } from './retries';

export interface RequestOptions {
  readonly mayReach: AddressPolicy;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Shared by all sources, so that a host with several of them is asked by one at a time. */
  readonly lanes?: HostLanes | undefined;
  readonly limits?: Partial<FetchLimits> | undefined;
  readonly lookUp?: LookUpHost | undefined;
}

export class Requests {
  private readonly agent: Agent;
  private readonly limits: FetchLimits;
  private readonly lanes: HostLanes;
  private readonly retry: ReturnType<typeof retries>;

  constructor(private readonly options: RequestOptions) {
    const { mayReach, lookUp, lanes = new HostLanes() } = options;
    this.limits = { ...usualLimits, ...options.limits };
    this.lanes = lanes;
    this.retry = retries(this.limits);
    this.agent = connectionsTo({ mayReach, lookUp, timeout: this.limits.milliseconds });
  }

  /** @param pause milliseconds since the last request to this host @throws FetchFault */
  async send(url: URL, headers: Readonly<Record<string, string>>, pause = 0): Promise<Answer> {
    const { agent, limits } = this;
    const { signal, now } = this.options;
    const request = () => exchange({ url, headers, agent, limits, signal, now });
    try {
      const sent = this.retry.execute(() => this.lanes.run(url.host, pause, signal, request), signal);
      return await unlessAborted(sent, signal);
    } catch (error) {
      // While it waited for its turn, or to try again.
      if (signal.aborted) throw new FetchFault('STOPPED', url.href);
      throw error;
    }
  }

  /** Follows redirects, as far as they lead to web addresses. @param each answers an address @throws FetchFault */
  async follow(
    address: string,
    each: (url: URL) => Promise<Answer>,
  ): Promise<{ readonly url: URL; readonly answer: Answer }> {
    let url = webAddress(address, address);
    for (let step = 0; step <= this.limits.redirects; step += 1) {
      const answer = await each(url);
      const location = answer.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(answer.status) || location === null) return { url, answer };
      url = webAddress(location, url.href);
    }
    throw new FetchFault('TOO_MANY_REDIRECTS', address);
  }

  /** Ends its connections. */
  close(): Promise<void> {
    return this.agent.destroy();
  }
}

/** A wait before another try does not end with the signal by itself. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = withReject();
  signal.addEventListener('abort', reject, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', reject);
  }
}

function withReject(): { promise: Promise<never>; reject: () => void } {
  let reject: () => void = () => undefined;
  const promise = new Promise<never>((_, fail) => {
    reject = () => fail(new Error('aborted'));
  });
  return { promise, reject };
}

/** The address that is asked: without fragment, and without a user that a document of others might name. */
function webAddress(written: string, base: string): URL {
  const url = parseUrl(written, base);
  if (!url || !/^https?:$/.test(url.protocol)) throw new FetchFault('NOT_HTTP', base);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}
