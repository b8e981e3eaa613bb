/** A remote subgraph, called over HTTP with timeout, retries, a limit of concurrent fetches and a circuit breaker. */
import type { Dispatcher } from 'undici';
import type { SubgraphAnswer, SubgraphCall, TraceHeaders } from '../gateway/engine';
import { SubgraphUnavailable, type FaultCode } from '../gateway/faults';
import { AnswerCache, isAnonymous, type CacheableRequest } from './answer-cache';
import { answerOf, whyWithoutSdl } from './answer';
import { dispatcherOf } from './connections';
import { Health } from './health';
import { faultOf, policiesFor, type PolicyOptions } from './policies';
import { post } from './post';
import { forwardedHeaders, type RemoteSettings } from './remote-settings';
import { RequestFault } from './request-fault';
import { RequestedPause } from './requested-pause';
import { signed } from './signature';
import type { SubgraphWatch } from './watch';

export interface RemoteOptions extends PolicyOptions {
  now?: () => Date;
  /** Called for each fetch. */
  watch?: SubgraphWatch;
  /** Maximum size of an answer in bytes. */
  maxBytes?: number;
}

const mebibyte = 1024 * 1024;

/** Faults of fetches that were not sent at all. */
const unsent: readonly FaultCode[] = ['BUSY', 'CIRCUIT_OPEN', 'TOLD_TO_WAIT'];

/** An answer, and its latency in milliseconds. */
interface Timed {
  answer: SubgraphAnswer;
  took: number;
}

export class Remote {
  readonly health: Health;
  private readonly now: () => Date;
  private readonly maxBytes: number;
  private readonly watch: SubgraphWatch | undefined;
  private readonly policies: ReturnType<typeof policiesFor>;
  private readonly dispatcher: Dispatcher | null;
  private readonly cache: AnswerCache | null;
  private readonly pause: RequestedPause;

  constructor(
    readonly settings: RemoteSettings,
    options: RemoteOptions = {},
  ) {
    this.now = options.now ?? (() => new Date());
    this.maxBytes = options.maxBytes ?? 10 * mebibyte;
    this.watch = options.watch;
    this.health = new Health(this.now);
    this.pause = new RequestedPause(this.now);
    this.dispatcher = dispatcherOf(settings.connection);
    const { cacheMemory, url, headers } = settings;
    this.cache = cacheMemory > 0 ? new AnswerCache(cacheMemory, url, headers) : null;
    this.policies = policiesFor(settings, options, (circuit) =>
      this.watch?.circuitIs(settings.name, circuit),
    );
  }

  get name(): string {
    return this.settings.name;
  }

  /** Its state, as `Query.subgraphs` shows it. */
  get report() {
    const { state, since, lastError, latency: latencyMs } = this.health;
    return { name: this.name, state, since, lastError, latencyMs };
  }

  /** Answers a fetch of the gateway. @throws SubgraphUnavailable */
  async ask({ kind, query, variables, context }: SubgraphCall): Promise<SubgraphAnswer> {
    // Only queries may be retried, as they change nothing.
    const policy = this.policies[kind === 'query' ? 'again' : 'once'];
    context.askedElsewhere?.();
    const body = JSON.stringify({ query, variables });
    const headers = forwardedHeaders(this.settings, context.clientHeaders);
    const cacheable =
      this.cache && kind === 'query' && isAnonymous(context) ? { body, forwarded: headers } : null;
    const cached = cacheable && this.cache?.get(cacheable);
    if (cached) return this.answeredFromCache(cached);
    const { signal, trace } = context;
    const begin = performance.now();
    const run = async (ofTrace: TraceHeaders = {}): Promise<Timed> => {
      const sent = this.settings.traceContext ? { ...headers, ...ofTrace } : headers;
      try {
        return await policy.execute(() => this.attempt(body, sent, signal, cacheable), signal);
      } catch (error) {
        const fault = faultOf(error, signal);
        if (error instanceof RequestFault && error.countsAgainstSubgraph) this.health.failed(error);
        this.ended(fault, begin);
        throw new SubgraphUnavailable(this.name, fault, { cause: error });
      }
    };
    const { answer, took } = await (trace ? trace.fetch(this.name, run) : run());
    this.health.answered(took);
    this.ended(null, begin);
    return answer;
  }

  /** An answer turned out to be invalid when it was merged. */
  foundWrong(fault: FaultCode): void {
    this.health.foundWrong(fault);
    this.cache?.clear();
    this.watch?.answerFoundWrong(this.name, fault);
  }

  /** Fetches the SDL with `_service`. @throws SubgraphUnavailable */
  async sdl(signal: AbortSignal): Promise<string> {
    try {
      const { answer } = await this.attempt('{"query":"{ _service { sdl } }"}', {}, signal);
      const service = answer.data?._service as { sdl?: unknown } | null | undefined;
      if (typeof service?.sdl !== 'string')
        throw new RequestFault('NOT_GRAPHQL', { detail: whyWithoutSdl(answer) });
      this.health.schemaAnswered();
      this.schemaPolled(null);
      return service.sdl;
    } catch (error) {
      const fault = faultOf(error, signal);
      if (error instanceof RequestFault && error.countsAgainstSubgraph) {
        this.health.schemaFailed(error);
        this.schemaPolled(fault);
      }
      throw new SubgraphUnavailable(this.name, fault, { cause: error });
    }
  }

  /** Tries to reach it, for a subgraph whose SDL comes from elsewhere. */
  async greet(signal: AbortSignal): Promise<void> {
    try {
      await this.attempt('{"query":"{ __typename }"}', {}, signal);
      this.health.schemaAnswered();
      this.tellAvailability();
    } catch (error) {
      if (!(error instanceof RequestFault) || !error.countsAgainstSubgraph) return;
      this.health.schemaFailed(error);
      this.tellAvailability();
    }
  }

  private async attempt(
    body: string,
    forwarded: Readonly<Record<string, string>>,
    signal: AbortSignal,
    cacheable: CacheableRequest | null = null,
  ): Promise<Timed> {
    const { url, headers, timeout, signingSecret, errorMessages } = this.settings;
    this.pause.check();
    const begin = performance.now();
    const posted = await post({
      url,
      body,
      headers: { ...forwarded, ...headers, ...(signingSecret && signed(signingSecret, body, this.now())) },
      dispatcher: this.dispatcher ?? undefined,
      signal,
      timeout,
      maxBytes: this.maxBytes,
      now: this.now,
    }).catch((error: unknown) => {
      this.pause.heed(error);
      throw error;
    });
    const reporting = {
      subgraph: this.name,
      messages: errorMessages,
      log: (message: string) => this.watch?.errorReported(this.name, message),
    };
    const answer = answerOf(posted, reporting);
    if (cacheable && !answer.errors) this.cache?.set(cacheable, posted);
    return { answer, took: performance.now() - begin };
  }

  private answeredFromCache(text: string): SubgraphAnswer {
    this.watch?.answeredFromCache(this.name);
    const { data } = JSON.parse(text) as SubgraphAnswer;
    return { data };
  }

  private ended(fault: FaultCode | null, begin: number): void {
    const wasSent = fault === null || !unsent.includes(fault);
    const seconds = wasSent ? (performance.now() - begin) / 1000 : null;
    this.watch?.fetchEnded({ subgraph: this.name, fault, seconds });
    if (wasSent && fault !== 'STOPPED') this.tellAvailability();
  }

  private schemaPolled(fault: FaultCode | null): void {
    this.watch?.schemaAsked(this.name, fault);
    this.tellAvailability();
  }

  private tellAvailability(): void {
    const { isAvailable, lastError } = this.health;
    this.watch?.isAvailable(this.name, isAvailable, lastError);
  }
}
