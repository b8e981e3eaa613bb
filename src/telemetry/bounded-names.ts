/** Names from outside as labels of a metric: so many and no more, since each label costs memory for good. */
export class BoundedNames {
  private readonly seen: Set<string>;

  /**
   * @param known names that always keep their own label.
   * @param atMost how many others get one, in the order in which they come; the rest is "other".
   */
  constructor(
    known: readonly string[],
    private readonly atMost: number,
  ) {
    this.seen = new Set(known);
    this.atMost += this.seen.size;
  }

  labelFor(name: string): string {
    if (this.seen.has(name)) return name;
    if (this.seen.size >= this.atMost || !/^[\w-]{1,64}$/.test(name)) return 'other';
    this.seen.add(name);
    return name;
  }
}
