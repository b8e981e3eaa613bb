/** A subgraph elsewhere: asked over HTTP, with patience that has bounds. */
import {
  bulkhead,
  BrokenCircuitError,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import type { FederatedContext, SubgraphAnswer, SubgraphCall } from '../gateway/engine';
import { SubgraphUnavailable } from '../gateway/faults';
import { answerOf } from './answer';
import { Health } from './health';
import { post } from './post';
import { RequestFault } from './request-fault';
import { signed } from './signature';

/** How a subgraph is asked. */
export interface RemoteSettings {
  name: string;
  url: string;
  /** How long one answer may take, in milliseconds. */
  timeout: number;
  /** Headers of each request, such as a token. */
  headers: Readonly<Record<string, string>>;
  /** Names of the headers of the client that are forwarded, in lower case. */
  forwardHeaders: readonly string[];
  /** Signs each request; null where the subgraph does not ask for it. */
  signingSecret: string | null;
  /** Most questions in flight at the same time; as many again wait. */
  maxInFlight: number;
}

export interface RemoteOptions {
  now?: () => Date;
  /** After so many failures in a row, the subgraph is left alone. */
  failuresUntilLeftAlone?: number;
  /** For so long, in milliseconds; then one question tries again. */
  leftAloneFor?: number;
  /** Most bytes of an answer. */
  maxBytes?: number;
}

const mebibyte = 1024 * 1024;
const retries = 2;
const waits = { initialDelay: 20, maxDelay: 200 };

export class Remote {
  readonly health: Health;
  private readonly now: () => Date;
  private readonly maxBytes: number;
  private readonly once;
  private readonly again;

  constructor(
    readonly settings: RemoteSettings,
    options: RemoteOptions = {},
  ) {
    const { now = () => new Date(), failuresUntilLeftAlone = 5, leftAloneFor = 5_000 } = options;
    this.now = now;
    this.maxBytes = options.maxBytes ?? 10 * mebibyte;
    this.health = new Health(now);
    const places = bulkhead(settings.maxInFlight, settings.maxInFlight);
    const breaker = circuitBreaker(
      handleWhen((error) => error instanceof RequestFault && error.countsAgainstSubgraph),
      { halfOpenAfter: leftAloneFor, breaker: new ConsecutiveBreaker(failuresUntilLeftAlone) },
    );
    // The waits between are random, so that not all clients come back at once.
    const retrying = retry(
      handleWhen((error) => error instanceof RequestFault && error.isPassing),
      { maxAttempts: retries, backoff: new ExponentialBackoff(waits) },
    );
    this.once = wrap(places, breaker);
    this.again = wrap(places, retrying, breaker);
  }

  get name(): string {
    return this.settings.name;
  }

  /** Answers a question of the gateway. @throws SubgraphUnavailable */
  async ask({ kind, query, variables, context }: SubgraphCall): Promise<SubgraphAnswer> {
    // Only what changes nothing may be asked twice.
    const policy = kind === 'query' ? this.again : this.once;
    context.askedElsewhere?.();
    const body = JSON.stringify({ query, variables });
    const headers = this.forwarded(context);
    try {
      return await policy.execute(() => this.attempt(body, headers, context.signal), context.signal);
    } catch (error) {
      throw new SubgraphUnavailable(this.name, faultOf(error, context.signal), { cause: error });
    }
  }

  /** What it says of its own schema. @throws SubgraphUnavailable */
  async sdl(signal: AbortSignal): Promise<string> {
    try {
      const { data } = await this.attempt('{"query":"{ _service { sdl } }"}', {}, signal);
      const service = data?._service as { sdl?: unknown } | null | undefined;
      if (typeof service?.sdl !== 'string') throw new RequestFault('NOT_GRAPHQL');
      return service.sdl;
    } catch (error) {
      const fault = faultOf(error, signal);
      this.health.failed(fault);
      throw new SubgraphUnavailable(this.name, fault, { cause: error });
    }
  }

  private async attempt(
    body: string,
    forwarded: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<SubgraphAnswer> {
    const { url, headers, timeout, signingSecret } = this.settings;
    const begin = performance.now();
    try {
      const json = await post({
        url,
        body,
        headers: { ...forwarded, ...headers, ...(signingSecret && signed(signingSecret, body, this.now())) },
        signal,
        timeout,
        maxBytes: this.maxBytes,
      });
      const answer = answerOf(json, this.name);
      this.health.answered(performance.now() - begin);
      return answer;
    } catch (error) {
      if (error instanceof RequestFault && error.countsAgainstSubgraph) this.health.failed(error.fault);
      throw error;
    }
  }

  private forwarded({ clientHeaders }: FederatedContext): Record<string, string> {
    return Object.fromEntries(
      this.settings.forwardHeaders.flatMap((name) => {
        const value = clientHeaders[name];
        return value === undefined ? [] : [[name, String(value)]];
      }),
    );
  }
}

function faultOf(error: unknown, signal: AbortSignal) {
  if (error instanceof RequestFault) return error.fault;
  if (error instanceof BrokenCircuitError) return 'CIRCUIT_OPEN';
  if (error instanceof BulkheadRejectedError) return 'BUSY';
  if (signal.aborted) return 'STOPPED';
  throw error;
}
