/** Names from outside as labels of a metric: so many and no more, since each label costs memory. The most used ones have it. */
import { LRUCache } from 'lru-cache';

/** For each label, so many names without one are watched for how much they are used. */
const watchedForEach = 5;
/** What counts of earlier uses each time the metrics are told: who is not used any more makes room. */
const remembered = 0.5;

export class BoundedNames {
  private readonly known: ReadonlySet<string>;
  /** Names that have a label beside the known ones, and how much they were used of late. */
  private readonly held = new Map<string, number>();
  /** The same of names that have none. */
  private readonly others: LRUCache<string, number>;
  /** Names that have lost their label, which is to be told once more. */
  private lost: string[] = [];

  /**
   * @param known names that always keep their own label.
   * @param atMost how many others have one; the rest is "other".
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
   * Gives labels to names that came more than once and were used more than others that have one. Called whenever the labels are told,
   * so that nothing is lost of what was counted under a name: it is told before its label ends.
   * @returns names whose labels have ended, after they were told a last time.
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
    // The longest unused first, so that this order is kept.
    for (const [name, uses] of [...this.others.entries()].reverse()) this.others.set(name, uses * remembered);
    return ended;
  }
}

const byUses = ([, one]: [string, number], [, other]: [string, number]): number => one - other;

/** What is no plain name is one of many that were made up. */
const isPlain = (name: string): boolean => /^[\w-]{1,64}$/.test(name);
