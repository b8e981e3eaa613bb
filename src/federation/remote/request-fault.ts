/** Why a fetch from a subgraph has no usable answer. */
import type { FaultCode } from '../gateway/faults';

/** What is known of a failure, beside its kind. */
export interface FaultDetails {
  cause?: unknown;
  status?: number;
  /** More about it for operators, such as `HTTP status 401` or `connect ECONNREFUSED 127.0.0.1:4001`. Clients never see it. */
  detail?: string | null;
  /** How long the subgraph wants to be left alone, in milliseconds; null if it says nothing of it. */
  retryAfter?: number | null;
}

/** Faults by which nobody is to blame at the subgraph: the request was not sent, or nobody waited for the answer. */
const ofOurs: readonly FaultCode[] = ['STOPPED', 'BUSY', 'CIRCUIT_OPEN', 'TOLD_TO_WAIT'];

export class RequestFault extends Error {
  override readonly name = 'RequestFault';
  readonly status: number | undefined;
  readonly detail: string | null;
  readonly retryAfter: number | null;

  constructor(
    readonly fault: FaultCode,
    { cause, status, detail = null, retryAfter = null }: FaultDetails = {},
  ) {
    super(fault, { cause });
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Whether it is the subgraph's fault. Only these count for the circuit breaker. */
  get countsAgainstSubgraph(): boolean {
    return !ofOurs.includes(this.fault);
  }

  /** Whether the subgraph is unreachable, so that it may come back as it was. */
  get isDown(): boolean {
    return (
      this.fault === 'UNREACHABLE' ||
      (this.fault === 'HTTP_STATUS' && [502, 503, 504].includes(this.status ?? 0))
    );
  }

  /** Whether an immediate retry may succeed. A fetch that timed out is not retried, and who asks for a pause gets it. */
  get mayBeRetried(): boolean {
    return this.isDown && this.retryAfter === null;
  }
}
