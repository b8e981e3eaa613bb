/** The events of fetches from subgraphs, for metrics and the log. */
import type { FaultCode } from '../gateway/faults';
import type { LastError } from './health';

/** The outcome of a fetch from a subgraph. A fetch with retries is one fetch. */
export interface EndedFetch {
  subgraph: string;
  /** Why there is no usable answer; null on success. */
  fault: FaultCode | null;
  /** Duration with waiting and retries, in seconds; null if it was never sent. */
  seconds: number | null;
}

/** State of the circuit breaker: `closed` lets fetches pass, `open` rejects them, `half_open` lets one try. */
export type Circuit = 'closed' | 'open' | 'half_open';

export interface SubgraphWatch {
  fetchEnded: (fetch: EndedFetch) => void;
  /** An answer turned out to be invalid when it was merged. */
  answerFoundWrong: (subgraph: string, fault: FaultCode) => void;
  /** Its schema was polled. */
  schemaAsked: (subgraph: string, fault: FaultCode | null) => void;
  /** A fetch was answered from the cache. */
  answeredFromCache: (subgraph: string) => void;
  circuitIs: (subgraph: string, circuit: Circuit) => void;
  /** The original message of an error it reported. It may contain anything, so it is for the log only. */
  errorReported: (subgraph: string, message: string) => void;
  /** Called after each fetch and each poll of its schema. */
  isAvailable: (subgraph: string, available: boolean, lastError: LastError | null) => void;
}

/** The events for metrics. */
export type SubgraphCounts = Omit<SubgraphWatch, 'isAvailable' | 'errorReported'>;

/** The events for the log. */
export type SubgraphAnnouncements = Pick<SubgraphWatch, 'isAvailable' | 'errorReported'>;
