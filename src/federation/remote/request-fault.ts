/** Why a fetch from a subgraph has no usable answer. */
import type { FaultCode } from '../gateway/faults';

export class RequestFault extends Error {
  override readonly name = 'RequestFault';
  readonly status: number | undefined;

  constructor(
    readonly fault: FaultCode,
    { cause, status }: { cause?: unknown; status?: number } = {},
  ) {
    super(fault, { cause });
    this.status = status;
  }

  /** Whether it is the subgraph's fault. Only these count for the circuit breaker. */
  get countsAgainstSubgraph(): boolean {
    return !['STOPPED', 'BUSY', 'CIRCUIT_OPEN'].includes(this.fault);
  }

  /** Whether the subgraph is unreachable, so that a retry may succeed. A fetch that timed out is not retried. */
  get isDown(): boolean {
    return (
      this.fault === 'UNREACHABLE' ||
      (this.fault === 'HTTP_STATUS' && [502, 503, 504].includes(this.status ?? 0))
    );
  }
}
