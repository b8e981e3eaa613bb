/** The version of the data, looked at so often that it is never older than a bound. */
import type { Reader } from './sql';
import { dataVersion } from './summary';

/** How old the last look may be, in milliseconds. */
const longestTrusted = 1_000;

export class VersionCheck {
  private version = 0;
  private lookedAt = -Infinity;
  private looking: Promise<number> | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly trusted = longestTrusted,
  ) {}

  /** The version as it was at most a second ago; at once, while it is asked for often enough. */
  readonly now = (): number | Promise<number> => {
    const age = performance.now() - this.lookedAt;
    if (age >= this.trusted) return this.look();
    // Whoever asks a moment later need not wait.
    if (age >= this.trusted / 2) this.look().catch(() => undefined);
    return this.version;
  };

  private look(): Promise<number> {
    this.looking ??= this.read().finally(() => (this.looking = null));
    return this.looking;
  }

  private async read(): Promise<number> {
    const begin = performance.now();
    const { version } = await dataVersion(this.reader);
    this.version = version;
    this.lookedAt = begin;
    return version;
  }
}
