/** Leaves a subgraph alone for as long as it asked (`Retry-After`). https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
import { RequestFault } from './request-fault';

/** The longest pause that a subgraph may ask for, in milliseconds: a wrong header must not take it out for a day. */
const longestPause = 10 * 60_000;

export class RequestedPause {
  private until = 0;

  constructor(private readonly now: () => Date) {}

  /** @throws RequestFault while it wants to be left alone */
  check(): void {
    if (this.now().getTime() < this.until) throw new RequestFault('TOLD_TO_WAIT');
  }

  /** Begins a pause if a fetch failed with the wish for one. */
  heed(error: unknown): void {
    if (!(error instanceof RequestFault) || error.retryAfter === null) return;
    this.until = this.now().getTime() + Math.min(error.retryAfter, longestPause);
  }
}
