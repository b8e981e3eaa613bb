/** What is kept of the catalogue between requests: one snapshot, of the version that the data have now. */
import type { Kept, Snapshot } from './kept';
import { KeptSnapshot, readSmallClasses, type Source } from './kept-snapshot';
import { nothingKept } from './nothing-kept';
import { Shelf, type Tally } from './shelf';

/** The version of the data, as far as it is known. */
export interface Version {
  /** The version of now, at once where it is known well enough. */
  now(): number | Promise<number>;
  /** Takes note of a version that was seen. */
  learn(version: number): void;
}

/** What is kept, and of what. */
export interface KeptOptions extends Source {
  version: Version;
  /** Bytes that it may take; 0 switches it off. */
  memory: number;
}

/** How much is kept, and how often it has helped. */
export interface KeptState extends Readonly<Tally> {
  /** Bytes, as estimated. */
  readonly bytes: number;
}

/** How long nothing more is kept after a snapshot could not be made, in milliseconds: what fails may be slow as well. */
const pauseAfterFailure = 10_000;

export class KeptCatalogue implements Kept {
  private current: Snapshot | null = null;
  private shelf: Shelf | null = null;
  /** Who makes a snapshot at this moment, and of which version at least. */
  private opening: { version: number; snapshot: Promise<Snapshot> } | null = null;
  private attempts = 0;
  private pausedUntil = -Infinity;
  private readonly tally: Tally = { hits: 0, misses: 0 };

  constructor(private readonly options: KeptOptions) {}

  now(): Snapshot | Promise<Snapshot> | null {
    if (this.options.memory === 0) return null;
    const version = this.options.version.now();
    return this.current?.version === version ? this.current : this.ofVersion(version);
  }

  get state(): KeptState {
    return { ...this.tally, bytes: this.shelf?.bytes ?? 0 };
  }

  private async ofVersion(asked: number | Promise<number>): Promise<Snapshot> {
    try {
      const version = await asked;
      if (this.current?.version === version) return this.current;
      if (performance.now() < this.pausedUntil) return nothingKept;
      if (this.opening?.version !== version) this.opening = { version, snapshot: this.open(version) };
      return await this.opening.snapshot;
    } catch {
      // Nobody is hindered by what cannot be kept: who asks the database will be told what is wrong.
      return nothingKept;
    }
  }

  /** Makes the snapshot of a version, or of a newer one that is there already; what was kept before is let go. */
  private async open(version: number): Promise<Snapshot> {
    const attempt = ++this.attempts;
    const isLatest = () => attempt === this.attempts;
    try {
      const read = await readSmallClasses(this.options);
      // A server that lags behind has answered; the next request asks again.
      if (read.version < version) return nothingKept;
      const shelf = new Shelf(this.options.memory, this.tally);
      const snapshot = new KeptSnapshot(read.version, this.options, shelf, read.small);
      if (isLatest()) {
        this.options.version.learn(read.version);
        [this.current, this.shelf] = [snapshot, shelf];
      }
      return snapshot;
    } catch (error) {
      this.pausedUntil = performance.now() + pauseAfterFailure;
      throw error;
    } finally {
      if (isLatest()) this.opening = null;
    }
  }
}
