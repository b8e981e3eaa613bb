/** Tracks the versions of the data: own writes are known at once, those of others within a second. */
import { anyClass, Versions, type Raised } from '../../resource/versions';

/** Where the versions are read. */
export interface VersionSource {
  /** Whether the writes of others are notified as they happen. */
  readonly listening: boolean;
  read(): Promise<Versions>;
  close(): Promise<void>;
}

/** What is known is read again when it is this old, in milliseconds, while it is still answered. */
const readAgainAfter = 500;
/** What is known is not answered when it is this old and nobody would have told of a write. */
const oldest = 1_000;

export class VersionTracker {
  private current: Versions | null = null;
  private readAt = -Infinity;
  private reading: Promise<Versions> | null = null;
  /** Counts notified writes: what was being read may be older than a write that was notified meanwhile. */
  private notices = 0;

  /** @param clock milliseconds that only grow. */
  constructor(
    private readonly source: VersionSource,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** The number that every write raises, at once where it is known well enough. */
  now(): number | Promise<number> {
    const versions = this.versions();
    return versions instanceof Promise ? versions.then(({ number }) => number) : versions.number;
  }

  /** The versions of all classes, at once where they are known well enough. Nothing is read while nobody asks. */
  versions(): Versions | Promise<Versions> {
    const age = this.clock() - this.readAt;
    if (this.current && age < readAgainAfter) return this.current;
    this.reading ??= this.read().finally(() => (this.reading = null));
    if (!this.current || (age >= oldest && !this.source.listening)) return this.reading;
    this.reading.catch(() => undefined); // whoever asks once it is too old will be told
    return this.current;
  }

  /** Takes note of a version that is there; until the versions are read again, all classes count as changed by it. */
  learn(version: number): void {
    this.learnWrite({ version, touched: [anyClass] });
  }

  /** Takes note of what a write did. */
  learnWrite(raised: Raised): void {
    this.notices += 1;
    if (raised.version <= (this.current?.number ?? 0)) return;
    // A database that was not read yet: whatever it holds counts as changed by this write.
    this.current ??= new Versions(raised.version - 1, new Map());
    const wasNext = raised.version === this.current.number + 1 && !raised.touched.includes(anyClass);
    this.current = this.current.after(raised);
    // A write was missed: what it touched is found out as soon as somebody asks.
    if (!wasNext) this.readAt = Math.min(this.readAt, this.clock() - readAgainAfter);
  }

  close(): Promise<void> {
    return this.source.close();
  }

  private async read(): Promise<Versions> {
    const [since, before] = [this.clock(), this.notices];
    const read = await this.source.read();
    // A database that was put back to an older state has an older version.
    if (before === this.notices || !this.current || read.number >= this.current.number) this.current = read;
    this.readAt = since;
    return this.current;
  }
}
