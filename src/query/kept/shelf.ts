/** A place for values of a known size: each is loaded once for all who ask, and the least recently used make room. */

/** A value that was loaded. */
export interface Loaded<T> {
  value: T;
  bytes: number;
  /** Whether it may be handed out to others later. */
  lasting: boolean;
}

/** How often the shelf could help. */
export interface Tally {
  /** Asked for and there. */
  hits: number;
  /** Asked for and loaded first. */
  misses: number;
}

/** What the shelf itself takes for each of its values. */
const bytesOfEntry = 200;
/** A value that takes more than this part of the memory is not kept: it would drive out all others. */
const largestPart = 1 / 2;
/** A value that was driven out, or could not be loaded, is loaded again when it is asked for the so-many-th time: below that, asking the database costs less. */
export const asksAfterLoss = 8;
const mostDoubts = 10_000;

export class Shelf {
  private readonly values = new Map<string, { value: unknown; bytes: number }>();
  private readonly loading = new Map<string, Promise<unknown>>();
  /** How often values must still be asked for before they are loaded. */
  private readonly doubts = new Map<string, number>();
  private taken = 0;

  /** @param memory bytes that the values may take together. */
  constructor(
    private readonly memory: number,
    readonly tally: Tally,
  ) {}

  get bytes(): number {
    return this.taken;
  }

  /** A value that is there, or null where it is known that there is none; undefined where it is not known. */
  get(key: string): unknown {
    const found = this.values.get(key);
    if (!found) return undefined;
    this.values.delete(key);
    this.values.set(key, found);
    if (found.value !== null) this.tally.hits += 1;
    return found.value;
  }

  /** Says that a value is to be loaded only when it has been asked for so many times. */
  doubt(key: string, asks: number): void {
    if (this.doubts.size >= mostDoubts) this.doubts.clear();
    if (!this.doubts.has(key)) this.doubts.set(key, asks);
  }

  /** Whether a value is worth loading; each question counts. */
  isWorth(key: string): boolean {
    const asks = this.doubts.get(key);
    if (asks === undefined) return true;
    if (asks > 1) this.doubts.set(key, asks - 1);
    return asks <= 1;
  }

  /** Who loads a value at this moment. */
  loadingOf(key: string): Promise<unknown> | undefined {
    return this.loading.get(key);
  }

  /** Loads a value; whoever asks meanwhile waits for the same. What fails is not kept. */
  load<T>(key: string, load: () => Promise<Loaded<T>>): Promise<T> {
    this.tally.misses += 1;
    const loading = load()
      .then(({ value, bytes, lasting }) => {
        if (lasting) this.put(key, value, bytes + bytesOfEntry + 2 * key.length);
        return value;
      })
      .finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  private put(key: string, value: unknown, bytes: number): void {
    if (bytes > this.memory * largestPart) {
      this.doubt(key, Infinity);
      return;
    }
    this.values.set(key, { value, bytes });
    this.taken += bytes;
    for (const [oldest, entry] of this.values) {
      if (this.taken <= this.memory) return;
      this.values.delete(oldest);
      this.taken -= entry.bytes;
      this.doubts.delete(oldest);
      this.doubt(oldest, asksAfterLoss);
    }
  }
}
