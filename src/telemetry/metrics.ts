/** The gateway's metrics for Prometheus. Each app has its own registry, to which other parts add their metrics. */
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CacheStats } from '../cache/versioned-cache';
import type { FallbackReason } from '../query/plan/plans';
import { BoundedNames } from './bounded-names';

const prefix = 'num_gateway_';
const mostOperations = 200;
const mostReasons = 50;

/** The outcome of a request. */
export interface EndedRequest {
  /** Name of the operation; null for an anonymous one, undefined if the request never got that far. */
  operation: string | null | undefined;
  /** HTTP status; null if the client was gone before the answer. */
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
  /** Ended requests by operation and status. They are added to the counter when the metrics are read. */
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
   * @param operationNames operations that always have their own label
   * @param ofAll the metrics of all worker processes, including this one
   */
  constructor(
    operationNames: readonly string[],
    private readonly ofAll?: () => Promise<string>,
  ) {
    this.operations = new BoundedNames([...operationNames, 'anonymous', 'none'], mostOperations);
    collectDefaultMetrics({ register: this.registry });
    if (!ofAll) return;
    AggregatorRegistry.setRegistries(this.registry);
    // Its constructor registers the listener that answers the primary process when that collects metrics.
    new AggregatorRegistry();
  }

  /** All metrics in Prometheus' text format. */
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

  /** Counts a refusal. If there is a response, `noteRefusal` is used instead, which counts once per response. */
  refused(reason: string): void {
    this.refusals.inc({ reason: this.reasons.labelFor(reason) });
  }

  /** Counts a query that the fallback executor answered instead of a plan. */
  planFellBack(left: FallbackReason): void {
    this.planFallbacks.inc({ field: 'field' in left ? left.field : 'error' });
  }

  /** Adds the row cache's metrics, which are read at each scrape. */
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

  /** Runs a statement and measures its duration. */
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
