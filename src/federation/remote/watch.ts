/** What is reported of fetches from subgraphs, to be counted and logged. */
import type { FaultCode } from '../gateway/faults';

/** How a fetch from a subgraph ended; one that was retried is still one. */
export interface EndedFetch {
  subgraph: string;
  /** Why it has no usable answer; null when it was answered. */
  fault: FaultCode | null;
  /** How long it took, with waiting and repeating; null when it was not sent at all. */
  seconds: number | null;
}

/** The state of the circuit breaker: `closed` lets fetches pass, `open` none, `half_open` one to try. */
export type Circuit = 'closed' | 'open' | 'half_open';

export interface SubgraphWatch {
  fetchEnded: (fetch: EndedFetch) => void;
  /** An answer that had come was found wrong when it was put together with the others. */
  answerFoundWrong: (subgraph: string, fault: FaultCode) => void;
  /** It was asked for its schema. */
  schemaAsked: (subgraph: string, fault: FaultCode | null) => void;
  circuitIs: (subgraph: string, circuit: Circuit) => void;
  /** What it says of an error of its own: it may hold anything, so it is for the log alone. */
  errorReported: (subgraph: string, message: string) => void;
  /** Called after each fetch, and each poll of its schema. */
  isAvailable: (subgraph: string, available: boolean, lastError: string | null) => void;
}

/** The part that counts. */
export type SubgraphCounts = Omit<SubgraphWatch, 'isAvailable' | 'errorReported'>;

/** The part that goes into the log. */
export type SubgraphAnnouncements = Pick<SubgraphWatch, 'isAvailable' | 'errorReported'>;
