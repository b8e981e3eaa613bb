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

  /** Whether the subgraph is to blame: only then is it left alone after several of them. */
  get countsAgainstSubgraph(): boolean {
    return !['STOPPED', 'BUSY', 'CIRCUIT_OPEN'].includes(this.fault);
  }

  /** Whether nothing stands behind its address: the same fetch may be answered a moment later. A subgraph that was slow once is not asked twice. */
  get isDown(): boolean {
    return (
      this.fault === 'UNREACHABLE' ||
      (this.fault === 'HTTP_STATUS' && [502, 503, 504].includes(this.status ?? 0))
    );
  }
}
