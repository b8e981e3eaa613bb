/** Which statements come again, so that only these are prepared: a text that is made for one request would be prepared for nothing. */

/** Remembers so many texts, those that were seen last. */
export class RepeatedTexts {
  private readonly seen = new Set<string>();

  /** @param most how many texts are remembered. */
  constructor(private readonly most: number) {}

  /** Whether a text was seen before; from now on it was. */
  again(text: string): boolean {
    const known = this.seen.delete(text);
    this.seen.add(text);
    if (this.seen.size > this.most) {
      const [oldest = ''] = this.seen;
      this.seen.delete(oldest);
    }
    return known;
  }
}
