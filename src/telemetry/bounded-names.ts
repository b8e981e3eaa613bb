/** Limits how many names from outside become labels of a metric, since each label costs memory. The most used names get one. */
import { LRUCache } from 'lru-cache';

/** For each label, the uses of so many names without one are counted, too. */
const watchedForEach = 5;
/** Factor for earlier uses at each renewal. It decays them, so that names no longer in use lose their label. */
const remembered = 0.5;

export class BoundedNames {
  private readonly known: ReadonlySet<string>;
  /** Names that have a label, beside the known ones, with their decayed number of uses. */
  private readonly held = new Map<string, number>();
  /** The same for names without a label. */
  private readonly others: LRUCache<string, number>;
  /** Names that have lost their label, but are reported once more. */
  private lost: string[] = [];

  /**
   * @param known names that always have a label
   * @param atMost number of further labels; all other names count as "other"
   */
  constructor(
    known: readonly string[],
    private readonly atMost: number,
  ) {
    this.known = new Set(known);
    this.others = new LRUCache({ max: watchedForEach * atMost });
  }

  labelFor(name: string): string {
    if (this.known.has(name)) return name;
    const uses = this.held.get(name);
    if (uses !== undefined || this.hasRoomFor(name)) {
      this.held.set(name, (uses ?? 0) + 1);
      return name;
    }
    if (isPlain(name)) this.others.set(name, (this.others.get(name) ?? 0) + 1);
    return 'other';
  }

  private readonly hasRoomFor = (name: string): boolean => this.held.size < this.atMost && isPlain(name);

  /**
   * Gives labels to names that were used more than once, and more often than names with a label. It is called at each scrape: a
   * name that loses its label is reported once more, so no count is lost.
   * @returns names whose labels have been reported for the last time
   */
  renew(): string[] {
    const ended = this.lost;
    const rising = [...this.others.entries()]
      .filter(([, uses]) => uses > 1)
      .sort(byUses)
      .reverse();
    const falling = [...this.held].sort(byUses);
    this.lost = [];
    for (const [index, [name, uses]] of rising.entries()) {
      const [least, usesOfLeast] = falling[index] ?? [];
      if (least === undefined || usesOfLeast === undefined || usesOfLeast >= uses) break;
      this.held.delete(least);
      this.others.delete(name);
      this.held.set(name, uses);
      this.others.set(least, usesOfLeast);
      this.lost.push(least);
    }
    for (const [name, uses] of this.held) this.held.set(name, uses * remembered);
    // Oldest first, to keep the LRU order.
    for (const [name, uses] of [...this.others.entries()].reverse()) this.others.set(name, uses * remembered);
    return ended;
  }
}

const byUses = ([, one]: [string, number], [, other]: [string, number]): number => one - other;

/** Other names are likely made up to fill the memory. */
const isPlain = (name: string): boolean => /^[\w-]{1,64}$/.test(name);
