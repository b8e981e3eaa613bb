/** How a subgraph is: whether it answers, since when, what went wrong last, and how long its answers take. */
import type { FaultCode } from '../gateway/faults';

/** Times of so many answers are remembered. */
const remembered = 1_000;

export interface Latency {
  /** Half of the last answers took no longer, in milliseconds. */
  p50: number;
  /** 99 of a hundred of the last answers took no longer, in milliseconds. */
  p99: number;
}

export type SubgraphState = 'AVAILABLE' | 'UNAVAILABLE' | 'REFUSED';

export class Health {
  state: SubgraphState = 'UNAVAILABLE';
  since: Date;
  lastError: { code: string; at: Date } | null = null;
  private readonly times: number[] = [];
  private next = 0;

  constructor(private readonly now: () => Date) {
    this.since = now();
  }

  answered(milliseconds: number): void {
    this.times[this.next] = milliseconds;
    this.next = (this.next + 1) % remembered;
    if (this.state !== 'REFUSED') this.become('AVAILABLE');
  }

  failed(code: FaultCode): void {
    this.lastError = { code, at: this.now() };
    if (this.state !== 'REFUSED') this.become('UNAVAILABLE');
  }

  /** Its schema is not linked in. */
  refused(code: string): void {
    this.lastError = { code, at: this.now() };
    this.become('REFUSED');
  }

  linked(): void {
    if (this.state === 'REFUSED') this.become('AVAILABLE');
  }

  get latency(): Latency | null {
    if (this.times.length === 0) return null;
    const sorted = this.times.toSorted((one, other) => one - other);
    const below = (part: number) => Math.round((sorted[Math.ceil(part * sorted.length) - 1] ?? 0) * 10) / 10;
    return { p50: below(0.5), p99: below(0.99) };
  }

  private become(state: SubgraphState): void {
    if (state === this.state) return;
    this.state = state;
    this.since = this.now();
  }
}
