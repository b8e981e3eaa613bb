/** One request at a time for each host, whoever asks, with the pause that its robots.txt asks for. */
import { setTimeout as after } from 'node:timers/promises';
import { bulkhead, type BulkheadPolicy } from 'cockatiel';

interface Lane {
  readonly queue: BulkheadPolicy;
  /** When the last request was over. */
  freeSince: number;
}

export class HostLanes {
  private readonly lanes = new Map<string, Lane>();

  /** Runs a request when those before it are over. @param pause milliseconds since the last one */
  async run<T>(host: string, pause: number, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    const lane = this.laneOf(host);
    return lane.queue.execute(async () => {
      const wait = lane.freeSince + pause - performance.now();
      if (wait > 0) await after(wait, undefined, { signal });
      try {
        return await request();
      } finally {
        lane.freeSince = performance.now();
      }
    }, signal);
  }

  private laneOf(host: string): Lane {
    const known = this.lanes.get(host);
    if (known) return known;
    const lane = { queue: bulkhead(1, Number.MAX_SAFE_INTEGER), freeSince: -Infinity };
    this.lanes.set(host, lane);
    return lane;
  }
}
