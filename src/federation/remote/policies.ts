/** How fetches from a subgraph are limited: how many run at the same time, whether they are repeated, and when it is spared. */
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import type { FaultCode } from '../gateway/faults';
import type { RemoteSettings } from './remote-settings';
import { RequestFault } from './request-fault';
import type { Circuit } from './watch';

export interface PolicyOptions {
  /** Number of consecutive failures after which the circuit opens. */
  failureThreshold?: number;
  /** Milliseconds after which an open circuit becomes half open and lets one fetch try. */
  halfOpenAfter?: number;
}

const retries = 2;
const waits = { initialDelay: 20, maxDelay: 200 };

const circuits: Readonly<Record<CircuitState, Circuit>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/**
 * The policies for fetches that may be repeated (`again`), and for all others.
 * @param onCircuit called with the state of the circuit breaker, and whenever it changes
 */
export function policiesFor(
  { maxInFlight }: Pick<RemoteSettings, 'maxInFlight'>,
  { failureThreshold = 5, halfOpenAfter = 5_000 }: PolicyOptions,
  onCircuit: (circuit: Circuit) => void,
) {
  const places = bulkhead(maxInFlight, maxInFlight);
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof RequestFault && error.countsAgainstSubgraph),
    { halfOpenAfter, breaker: new ConsecutiveBreaker(failureThreshold) },
  );
  onCircuit('closed');
  breaker.onStateChange((state) => onCircuit(circuits[state]));
  // The backoff is random, so that clients do not all retry at the same time.
  const retrying = retry(
    handleWhen((error) => error instanceof RequestFault && error.mayBeRetried),
    { maxAttempts: retries, backoff: new ExponentialBackoff(waits) },
  );
  // The circuit breaker is outside the retries: a fetch counts once, however often it is retried.
  return { once: wrap(places, breaker), again: wrap(places, breaker, retrying) };
}

/** Why a fetch under these policies failed. @throws what is no failure of a fetch */
export function faultOf(error: unknown, signal: AbortSignal): FaultCode {
  if (error instanceof RequestFault) return error.fault;
  if (error instanceof BrokenCircuitError) return 'CIRCUIT_OPEN';
  if (error instanceof BulkheadRejectedError) return 'BUSY';
  if (signal.aborted) return 'STOPPED';
  throw error;
}
