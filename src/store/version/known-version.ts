/** The version of the data as far as this process knows it: its own writes make it known at once, those of others within a second. */

/** Where the version is seen. */
export interface VersionSight {
  /** Whether the writes of others are told as they happen. */
  readonly listening: boolean;
  /** Reads the version from the database. */
  look(): Promise<number>;
  close(): Promise<void>;
}

/** What is known is looked at again when it is this old, in milliseconds, while it is still answered. */
const lookAgainAfter = 500;
/** What is known is not answered when it is this old and nobody would have told of a write. */
const oldest = 1_000;

export class KnownVersion {
  private version: number | null = null;
  private seenAt = -Infinity;
  private looking: Promise<number> | null = null;
  /** How often it was told: what was looked at before may be older than what was told meanwhile. */
  private told = 0;

  /** @param clock milliseconds that only grow. */
  constructor(
    private readonly sight: VersionSight,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** The version, at once where it is known well enough. Nothing is looked at while nobody asks. */
  now(): number | Promise<number> {
    const age = this.clock() - this.seenAt;
    if (this.version !== null && age < lookAgainAfter) return this.version;
    this.looking ??= this.look().finally(() => (this.looking = null));
    if (this.version === null || (age >= oldest && !this.sight.listening)) return this.looking;
    this.looking.catch(() => undefined); // whoever asks once it is too old will be told
    return this.version;
  }

  /** Takes note of a version that is there. */
  learn(version: number): void {
    this.told += 1;
    this.version = Math.max(version, this.version ?? 0);
  }

  close(): Promise<void> {
    return this.sight.close();
  }

  private async look(): Promise<number> {
    const [since, told] = [this.clock(), this.told];
    const seen = await this.sight.look();
    // A database that was put back to an older state has an older version.
    this.version = told === this.told ? seen : Math.max(seen, this.version ?? 0);
    this.seenAt = since;
    return this.version;
  }
}
