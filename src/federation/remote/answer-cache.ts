/** Caches answers of a subgraph for as long as their `Cache-Control` allows. https://www.rfc-editor.org/rfc/rfc9111 */
import CachePolicy from 'http-cache-semantics';
import { LRUCache } from 'lru-cache';
import { bytesOf } from '../../cache/bytes';
import type { FederatedContext } from '../gateway/engine';
import type { PostedAnswer } from './post';

/** A request to the subgraph, as far as its answer depends on it. */
export interface CacheableRequest {
  body: string;
  /** Headers of the client that are forwarded. */
  forwarded: Readonly<Record<string, string>>;
}

interface Cached {
  policy: CachePolicy;
  text: string;
}

/** What the policy keeps beside the headers. */
const bytesOfPolicy = 1_000;

export class AnswerCache {
  private readonly cached: LRUCache<string, Cached>;

  /**
   * @param bytes of memory
   * @param headers of every request. With credentials of ours, only answers that say that they are for all are cached.
   */
  constructor(
    bytes: number,
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.cached = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({ policy, text }, key) =>
        bytesOf([text, key, policy.responseHeaders()]) + bytesOfPolicy,
    });
  }

  /** The text of a fresh answer. */
  get(request: CacheableRequest): string | null {
    const key = keyOf(request);
    const found = this.cached.get(key);
    if (!found) return null;
    if (found.policy.satisfiesWithoutRevalidation(this.request(request))) return found.text;
    this.cached.delete(key);
    return null;
  }

  /** Caches an answer without errors, if it may be cached. */
  set(request: CacheableRequest, { status, headers, text }: PostedAnswer): void {
    const policy = new CachePolicy(this.request(request), { status, headers }, { shared: true });
    if (policy.storable() && policy.timeToLive() > 0) this.cached.set(keyOf(request), { policy, text });
  }

  /** Forgets all, when one of them turned out to be wrong. */
  clear(): void {
    this.cached.clear();
  }

  private request({ forwarded }: CacheableRequest): CachePolicy.Request {
    return { url: this.url, method: 'POST', headers: { ...forwarded, ...this.headers } };
  }
}

/** Services often leave `Vary` out, so an answer counts only for the same values of all forwarded headers. */
const keyOf = ({ body, forwarded }: CacheableRequest): string => JSON.stringify([body, forwarded]);

/** Whether a client's request has no credentials. Answers to others are neither cached nor taken from the cache. */
export const isAnonymous = ({ clientHeaders }: FederatedContext): boolean =>
  clientHeaders.authorization === undefined && clientHeaders.cookie === undefined;
