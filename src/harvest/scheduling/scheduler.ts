/** Harvests sources when they are due. Of all processes that serve a database, one does it: the one that holds the lease. */
import type { HarvestSource } from '../harvest-source';
import type { WriteHarvest } from '../run/run-parts';
import { nextRun, type LastRun } from './due';
import { release, take, withRenewal, type LeaseParts } from './lease';

const leaseName = 'scheduler';

/** Between two looks at what is due, in milliseconds. */
const usualPause = 15_000;

export interface SchedulerParts extends LeaseParts {
  write: WriteHarvest;
  /** The sources, read anew where their file has changed. */
  sources: () => Promise<readonly HarvestSource[]>;
  harvest: (source: HarvestSource, signal: AbortSignal) => Promise<void>;
  /** Gets an error that nobody expected; the next look tries again. */
  onError: (error: unknown) => void;
  pause?: number;
}

export class Scheduler {
  private readonly stopping = new AbortController();
  private readonly since: Date;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isHolder = false;

  constructor(private readonly parts: SchedulerParts) {
    this.since = parts.now();
  }

  /** Looks from now on. */
  start(): void {
    this.lookAfter(0);
  }

  /** Looks again at once, for instance because the file of sources has changed. */
  reload(): void {
    clearTimeout(this.timer);
    this.lookAfter(0);
  }

  /** Stops a run between two groups, and gives the lease to whoever wants it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.looking;
    if (this.isHolder) await release(leaseName, this.parts).catch(() => undefined);
  }

  private lookAfter(pause: number): void {
    if (this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.looking = this.looking
        .then(() => this.look())
        .catch((error: unknown) => this.parts.onError(error))
        .finally(() => {
          clearTimeout(this.timer);
          this.lookAfter(this.parts.pause ?? usualPause);
        });
    }, pause);
    this.timer.unref();
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async look(): Promise<void> {
    const { parts, stopping } = this;
    if (this.isStopping()) return;
    const sources = (await parts.sources()).filter(({ schedule }) => schedule !== null);
    if (sources.length === 0) return;
    this.isHolder = (await take(leaseName, parts)) === parts.holder;
    if (!this.isHolder) return;
    // A long run must not cost the lease: another process would harvest beside this one.
    await withRenewal(leaseName, parts, async (lost) => {
      for (const source of await this.due(sources)) {
        if (this.isStopping() || lost.aborted) return;
        await parts.harvest(source, stopping.signal);
      }
    });
  }

  /** The sources that are due, the longest first. When the others are is kept for whoever asks. */
  private async due(sources: readonly HarvestSource[]): Promise<HarvestSource[]> {
    const now = this.parts.now();
    const times = await this.parts.write(async ({ harvests }) => {
      const found: { source: HarvestSource; at: Date | null }[] = [];
      for (const source of sources) {
        const last = await harvests.lastRun(source.name);
        const at = nextRun(source, last satisfies LastRun | null, this.since);
        found.push({ source, at });
        const stored = await harvests.source(source.name);
        const nextAt = at?.toISOString() ?? null;
        if (stored && stored.nextAt !== nextAt) await harvests.saveSource({ ...stored, nextAt });
      }
      return found;
    });
    return times
      .filter(({ at }) => at !== null && at <= now)
      .sort((a, b) => Number(a.at) - Number(b.at))
      .map(({ source }) => source);
  }
}
