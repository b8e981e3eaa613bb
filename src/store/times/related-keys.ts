/** Keys of records and links by their class, and which links stand at which records. */
import { endColumn } from '../../resource/columns';
import { describe, endOf, type Description, type Side } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { HoldingRows } from './holding-rows';

/** The sides of a link. */
export const sides = ['from', 'to'] as const satisfies readonly Side[];

export class RelatedKeys {
  constructor(
    private readonly rows: HoldingRows,
    private readonly registry: Registry,
  ) {}

  /** The keys by class. */
  byClass(keys: Iterable<string>): Map<Description, string[]> {
    const found = new Map<Description, string[]>();
    for (const key of keys) {
      const description = this.registry.ofKey(key);
      if (!description) continue;
      const group = found.get(description);
      if (group) group.push(key);
      else found.set(description, [key]);
    }
    return found;
  }

  /** The links at some records. */
  async linksAt(
    keys: readonly string[],
    wanted: (link: Description) => boolean,
    notNull?: string,
  ): Promise<string[]> {
    if (keys.length === 0) return [];
    const found: string[] = [];
    for (const link of this.registry.links.filter(wanted))
      for (const side of sides) {
        const possible = this.possibleAt(link, side, keys);
        for (const key of await this.rows.keysWhere(link, endColumn(side), possible, notNull))
          found.push(key);
      }
    return found;
  }

  /** Those of the keys whose class an end of a link can be of. */
  private possibleAt(link: Description, side: Side, keys: readonly string[]): string[] {
    const classes = new Set(this.registry.classesOf(endOf(link, side)).map(describe));
    return keys.filter((key) => {
      const description = this.registry.ofKey(key);
      return description !== undefined && classes.has(description);
    });
  }
}
