/** Why something could not be fetched. */

/** `SKIPPED` ones come from our own rules, the others from the server or the network. */
export type FetchFaultCode =
  | 'NOT_HTTP'
  | 'INSIDE_THE_NETWORK'
  | 'UNKNOWN_HOST'
  | 'UNREACHABLE'
  | 'CERTIFICATE'
  | 'TIMEOUT'
  | 'CUT_OFF'
  | 'TOO_LARGE'
  | 'WRONG_ENCODING'
  | 'TOO_MANY_REDIRECTS'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'TOO_MANY_REQUESTS'
  | 'HTTP_STATUS'
  | 'ROBOTS'
  | 'STOPPED';

/** A try may succeed where this one failed. */
const passing: readonly FetchFaultCode[] = ['UNREACHABLE', 'TIMEOUT', 'CUT_OFF', 'TOO_MANY_REQUESTS'];
const passingStatus = [408, 425, 500, 502, 503, 504];

export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  readonly status: number | null;
  /** Milliseconds after which the server wants to be asked again. */
  readonly retryAfter: number | null;

  /** @param address that was asked when it happened */
  constructor(
    readonly code: FetchFaultCode,
    readonly address: string,
    { status = null, retryAfter = null, cause }: FetchFaultDetails = {},
  ) {
    super(`${address}: ${code}${status === null ? '' : ` ${status}`}`, { cause });
    this.status = status;
    this.retryAfter = retryAfter;
  }

  get mayPass(): boolean {
    return passing.includes(this.code) || passingStatus.includes(this.status ?? 0);
  }
}

interface FetchFaultDetails {
  readonly status?: number | null;
  readonly retryAfter?: number | null;
  readonly cause?: unknown;
}
