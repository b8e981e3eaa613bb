/** Tracks the versions of the data. Our own writes are known at once, those of others within a second. */
import { anyClass, Versions, type Raised } from '../../resource/versions';

/** A source of versions. */
export interface VersionSource {
  /** Whether writes of others are notified as they happen. */
  readonly listening: boolean;
  /** How often reading moved to another server; absent if there is only one. */
  readonly moves?: number;
  read(): Promise<Versions>;
  close(): Promise<void>;
}

/** Age in milliseconds after which the versions are read again in the background. */
const readAgainAfter = 500;
/** Age in milliseconds after which they are no longer used, unless writes are notified. */
const oldest = 1_000;

export class VersionTracker {
  private current: Versions | null = null;
  private readAt = -Infinity;
  private reading: Promise<Versions> | null = null;
  /** Number of notified writes. If it changes during a read, the result of that read may be outdated. */
  private notices = 0;
  /** Raised when the database was restored to an older state, or when reading moves to another server. */
  private epoch = 0;
  private moves = 0;

  /** @param clock monotonic milliseconds */
  constructor(
    private readonly source: VersionSource,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** The versions of all classes, synchronously if they are recent enough. Without requests, nothing is read. */
  versions(): Versions | Promise<Versions> {
    if (this.movesNow !== this.moves) this.followMove();
    const age = this.clock() - this.readAt;
    if (this.current && age < readAgainAfter) return this.current;
    this.reading ??= this.read().finally(() => (this.reading = null));
    if (!this.current || (age >= oldest && !this.source.listening)) return this.reading;
    this.reading.catch(() => undefined); // too old only for the next caller
    return this.current;
  }

  /** Records a version. Until the versions are read again, all classes count as changed by it. */
  learn(version: number): void {
    this.learnWrite({ version, touched: [anyClass] });
  }

  /** Records a write. */
  learnWrite(raised: Raised): void {
    this.notices += 1;
    if (raised.version <= (this.current?.number ?? 0)) return;
    // Nothing was read yet: all data count as changed by this write.
    this.current ??= new Versions(raised.version - 1, new Map());
    const wasNext = raised.version === this.current.number + 1 && !raised.touched.includes(anyClass);
    this.current = this.current.after(raised);
    // A write was missed. The next caller triggers a read that finds out what it touched.
    if (!wasNext) this.readAt = Math.min(this.readAt, this.clock() - readAgainAfter);
  }

  close(): Promise<void> {
    return this.source.close();
  }

  private async read(): Promise<Versions> {
    const [since, before, moves] = [this.clock(), this.notices, this.movesNow];
    const read = await this.source.read();
    // The versions of another server: it may be ahead of the one that is read now.
    if (moves !== this.movesNow) return this.read();
    // A lower version means that the database was restored to an older state.
    if (before === this.notices || !this.current || read.number >= this.current.number) {
      if (this.current && read.number < this.current.number) this.epoch += 1;
      this.current = read.inEpoch(this.epoch);
    }
    this.readAt = since;
    return this.current;
  }

  private get movesNow(): number {
    return this.source.moves ?? 0;
  }

  /** Another server may lag behind, or be ahead: nothing is known before it was read. */
  private followMove(): void {
    this.moves = this.movesNow;
    this.epoch += 1;
    this.current = null;
  }
}
