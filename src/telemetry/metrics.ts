/** What the gateway counts, for Prometheus. Each app has a registry of its own; others add their metrics to it. */
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheStats } from '../cache/versioned-cache';
import type { FallbackReason } from '../query/plan/plans';
import { BoundedNames } from './bounded-names';

const prefix = 'num_gateway_';
const mostOperations = 200;
const mostReasons = 50;

/** How a request ended. */
export interface EndedRequest {
  /** Name of the operation; null for one without a name, undefined where the request never came to one. */
  operation: string | null | undefined;
  /** The status of HTTP; null when the client had gone before the answer. */
  status: number | null;
  seconds: number;
}

export class Metrics {
  readonly registry = new Registry();
  private readonly operations: BoundedNames;
  private readonly reasons = new BoundedNames([], mostReasons);

  private readonly requests = new Counter({
    name: `${prefix}requests_total`,
    help: 'Requests by operation ("anonymous" has no name, "none" is no operation) and HTTP status.',
    labelNames: ['operation', 'status'],
    registers: [this.registry],
    collect: () => this.tellRequests(),
  });
  /** How many requests have ended, by operation and status: they are added up when somebody reads them. */
  private readonly ended = new Map<string, Map<number | 'aborted', number>>();
  private readonly requestSeconds = new Histogram({
    name: `${prefix}request_duration_seconds`,
    help: 'How long requests take, by operation.',
    labelNames: ['operation'],
    registers: [this.registry],
  });
  private readonly statementSeconds = new Histogram({
    name: `${prefix}statement_duration_seconds`,
    help: 'How long reading statements take in the database, by outcome.',
    labelNames: ['outcome'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly planFallbacks = new Counter({
    name: `${prefix}plan_fallback_total`,
    help: 'Queries that the fallback executor answered instead of a plan, by the field that has no plan ("error": something went wrong, or nothing was to be answered).',
    labelNames: ['field'],
    registers: [this.registry],
  });
  private readonly refusals = new Counter({
    name: `${prefix}refused_total`,
    help: 'Requests that were refused or failed, by the code of the error, or HTTP_ and the status.',
    labelNames: ['reason'],
    registers: [this.registry],
    collect: () => this.reasons.renew().forEach((reason) => this.refusals.remove({ reason })),
  });

  /**
   * @param operationNames names of operations that always keep a label of their own.
   * @param ofAll the metrics of all processes that serve together, this one among them.
   */
  constructor(
    operationNames: readonly string[],
    private readonly ofAll?: () => Promise<string>,
  ) {
    this.operations = new BoundedNames([...operationNames, 'anonymous', 'none'], mostOperations);
    collectDefaultMetrics({ register: this.registry });
    if (!ofAll) return;
    AggregatorRegistry.setRegistries(this.registry);
    // It answers the first process when that one gathers.
    new AggregatorRegistry();
  }

  /** All metrics, as Prometheus reads them. */
  text(): Promise<string> {
    return this.ofAll?.() ?? this.registry.metrics();
  }

  requestEnded({ operation, status, seconds }: EndedRequest): void {
    const label = operation === undefined ? 'none' : this.operations.labelFor(operation ?? 'anonymous');
    let byStatus = this.ended.get(label);
    if (!byStatus) this.ended.set(label, (byStatus = new Map<number | 'aborted', number>()));
    byStatus.set(status ?? 'aborted', (byStatus.get(status ?? 'aborted') ?? 0) + 1);
    this.requestSeconds.observe({ operation: label }, seconds);
  }

  private tellRequests(): void {
    for (const operation of this.operations.renew()) {
      this.ended.delete(operation);
      this.requestSeconds.remove({ operation });
    }
    this.requests.reset();
    for (const [operation, byStatus] of this.ended)
      for (const [status, count] of byStatus) this.requests.inc({ operation, status }, count);
  }

  /** Counts a refusal. What has a response at hand calls `noteRefusal` instead, which counts it once. */
  refused(reason: string): void {
    this.refusals.inc({ reason: this.reasons.labelFor(reason) });
  }

  /** Counts a query that the fallback executor answered instead of a plan. */
  planFellBack(left: FallbackReason): void {
    this.planFallbacks.inc({ field: 'field' in left ? left.field : 'error' });
  }

  /** Tells what is cached of the data between requests, as it is when somebody asks. */
  watchRowCache(state: () => CacheStats): void {
    new Counter({
      name: `${prefix}row_cache_reads_total`,
      help: 'Reads of the row cache, by outcome: it was there ("hit"), or was read first ("miss").',
      labelNames: ['outcome'],
      registers: [this.registry],
      collect() {
        const { hits, misses } = state();
        this.reset();
        this.inc({ outcome: 'hit' }, hits);
        this.inc({ outcome: 'miss' }, misses);
      },
    });
    new Gauge({
      name: `${prefix}row_cache_bytes`,
      help: 'Memory that the row cache takes, as estimated, in bytes.',
      registers: [this.registry],
      collect() {
        this.set(state().bytes);
      },
    });
  }

  /** Runs a statement and measures it. */
  async statement<T>(run: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    const ended = (outcome: 'ok' | 'failed') =>
      this.statementSeconds.observe({ outcome }, (performance.now() - begin) / 1000);
    try {
      const rows = await run();
      ended('ok');
      return rows;
    } catch (error) {
      ended('failed');
      throw error;
    }
  }
}
