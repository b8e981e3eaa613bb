/** The health of a subgraph: its state, since when, the last error, and its latency. */
import type { FaultCode } from '../gateway/faults';
import type { RequestFault } from './request-fault';

/** Number of latencies that are kept. */
const remembered = 1_000;

export interface Latency {
  /** Median latency in milliseconds. */
  p50: number;
  /** 99th percentile of the latency in milliseconds. */
  p99: number;
}

export interface LastError {
  code: string;
  at: Date;
  /** More about it for operators; clients never see it. */
  detail: string | null;
}

export type SubgraphState = 'AVAILABLE' | 'UNAVAILABLE' | 'REFUSED';

/**
 * The state follows from the fetches for clients. Polls of the schema decide only where fetches cannot: before the first fetch, and
 * after the subgraph was down.
 */
export class Health {
  since: Date;
  lastError: LastError | null = null;
  private isRefused = false;
  /** Whether the last fetch was answered; null if unknown. */
  private fetches: boolean | null = null;
  /** Whether the last poll of its schema was answered. */
  private schema = false;
  /** Whether the last poll could not reach it. */
  private wasDown = false;
  private shown: SubgraphState = 'UNAVAILABLE';
  private readonly times: number[] = [];
  private next = 0;

  constructor(private readonly now: () => Date) {
    this.since = now();
  }

  get state(): SubgraphState {
    if (this.isRefused) return 'REFUSED';
    return this.isAvailable ? 'AVAILABLE' : 'UNAVAILABLE';
  }

  /** Whether it answers, whether or not it is linked in. */
  get isAvailable(): boolean {
    return this.fetches ?? this.schema;
  }

  answered(milliseconds: number): void {
    this.times[this.next] = milliseconds;
    this.next = (this.next + 1) % remembered;
    this.fetches = true;
    this.wasDown = false;
    this.show();
  }

  failed({ fault, isDown, detail }: RequestFault): void {
    this.fetches = false;
    this.wasDown = isDown;
    this.note(fault, detail);
  }

  /** An answer contained values that its schema does not allow. The rest of the answer is used. */
  foundWrong(code: FaultCode): void {
    this.note(code);
  }

  schemaAnswered(): void {
    this.schema = true;
    if (this.wasDown) this.fetches = null;
    this.wasDown = false;
    this.show();
  }

  schemaFailed({ fault, isDown, detail }: RequestFault): void {
    this.schema = false;
    if (isDown) {
      this.fetches = null;
      this.wasDown = true;
    }
    this.note(fault, detail);
  }

  /** Its schema was refused. */
  refused(code: string): void {
    this.isRefused = true;
    this.note(code);
  }

  linked(): void {
    this.isRefused = false;
    this.show();
  }

  get latency(): Latency | null {
    if (this.times.length === 0) return null;
    const sorted = this.times.toSorted((one, other) => one - other);
    const below = (part: number) => Math.round((sorted[Math.ceil(part * sorted.length) - 1] ?? 0) * 10) / 10;
    return { p50: below(0.5), p99: below(0.99) };
  }

  private note(code: string, detail: string | null = null): void {
    this.lastError = { code, at: this.now(), detail };
    this.show();
  }

  private show(): void {
    if (this.state === this.shown) return;
    this.shown = this.state;
    this.since = this.now();
  }
}
