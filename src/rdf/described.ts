/** What is described already, so that nothing is described twice. */
import type { Description } from '../resource/description';

export class Described {
  private readonly sets = new Map<string, Set<unknown>>();

  /** @param classes of which all records are described whole */
  constructor(readonly classes: ReadonlySet<Description> = new Set()) {}

  /**
   * @param what a node, or what stands for it. Nodes of vocabularies are made once and compared as objects, which is faster than by their IRIs.
   * @param as the part of what is said of it; by default everything
   */
  has(what: unknown, as = ''): boolean {
    return this.sets.get(as)?.has(what) ?? false;
  }

  add(what: unknown, as = ''): void {
    const set = this.sets.get(as);
    if (set) set.add(what);
    else this.sets.set(as, new Set([what]));
  }

  /** Takes over what another one has, up to a number of nodes. */
  addAll(other: Described, most: number): void {
    for (const [as, set] of other.sets) for (const what of set) if (this.size < most) this.add(what, as);
  }

  get size(): number {
    let size = 0;
    for (const set of this.sets.values()) size += set.size;
    return size;
  }
}
