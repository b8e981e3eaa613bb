/** The metrics of remote subgraphs for Prometheus. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { BoundedNames } from './bounded-names';

const prefix = 'num_gateway_subgraph_';
/** The names come from the operator's file or from a supergraph, which may bring new ones with each change. */
const mostSubgraphs = 100;
const circuits = ['closed', 'half_open', 'open'] as const;

export class SubgraphMetrics {
  private readonly names = new BoundedNames([], mostSubgraphs);
  private readonly requests;
  private readonly failures;
  private readonly cached;
  private readonly seconds;
  private readonly schemas;
  private readonly circuits;

  constructor(registry: Registry) {
    const registers = [registry];
    this.requests = new Counter({
      name: `${prefix}requests_total`,
      help: 'Questions for a subgraph; one that was asked again counts once.',
      labelNames: ['subgraph'],
      registers,
    });
    this.failures = new Counter({
      name: `${prefix}failures_total`,
      help: 'Questions without a usable answer, and answers that turned out wrong, by kind.',
      labelNames: ['subgraph', 'kind'],
      registers,
    });
    this.cached = new Counter({
      name: `${prefix}cached_total`,
      help: 'Questions that were answered from the cache of its answers; they are no requests.',
      labelNames: ['subgraph'],
      registers,
    });
    this.seconds = new Histogram({
      name: `${prefix}request_duration_seconds`,
      help: 'How long questions took, with waiting and repeating; those that were not sent at all are left out.',
      labelNames: ['subgraph'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.schemas = new Counter({
      name: `${prefix}schema_requests_total`,
      help: 'Questions for the schema of a subgraph, by outcome: "ok", or the kind of the failure.',
      labelNames: ['subgraph', 'outcome'],
      registers,
    });
    this.circuits = new Gauge({
      name: `${prefix}circuit_state`,
      help: '1 for the state of the circuit breaker of a subgraph: closed, half_open or open.',
      labelNames: ['subgraph', 'state'],
      registers,
    });
  }

  readonly fetchEnded = ({
    subgraph,
    fault,
    seconds,
  }: {
    subgraph: string;
    fault: string | null;
    seconds: number | null;
  }): void => {
    const labels = this.labels(subgraph);
    this.requests.inc(labels);
    if (fault !== null) this.failures.inc({ ...labels, kind: fault });
    if (seconds !== null) this.seconds.observe(labels, seconds);
  };

  readonly answeredFromCache = (subgraph: string): void => {
    this.cached.inc(this.labels(subgraph));
  };

  readonly answerFoundWrong = (subgraph: string, fault: string): void => {
    this.failures.inc({ ...this.labels(subgraph), kind: fault });
  };

  readonly schemaAsked = (subgraph: string, fault: string | null): void => {
    this.schemas.inc({ ...this.labels(subgraph), outcome: fault ?? 'ok' });
  };

  readonly circuitIs = (subgraph: string, current: (typeof circuits)[number]): void => {
    for (const state of circuits)
      this.circuits.set({ ...this.labels(subgraph), state }, state === current ? 1 : 0);
  };

  private labels(subgraph: string): { subgraph: string } {
    return { subgraph: this.names.labelFor(subgraph) };
  }
}
