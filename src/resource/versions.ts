/** Versions of the data: one number that every write raises, and for each class the number of the last write to it. */
import type { Description } from './description';

/** A class that something was read from. */
export type ReadClass = Pick<Description, 'path'>;

/** The classes that something was read from, or `everything` if unknown. */
export type ReadClasses = readonly ReadClass[] | 'everything';

/** The path for writes whose touched classes are unknown. */
export const anyClass = '*';

/**
 * A snapshot of the versions. What was read from some classes stays valid as long as their version (`of`) is the same.
 *
 * A write that recorded no classes (a migration, an earlier release) raised only the overall number. Then every class counts as
 * changed.
 */
export class Versions {
  /** The version of classes without one of their own. */
  private readonly least: number;

  /**
   * @param byPath the last write to each class, by path
   * @param epoch raised when the data went back to an older state, or another server is read: such versions cannot be compared
   */
  constructor(
    readonly number: number,
    private readonly byPath: ReadonlyMap<string, number>,
    readonly epoch = 0,
  ) {
    const latest = Math.max(0, ...byPath.values());
    this.least = number > latest ? number : (byPath.get(anyClass) ?? 0);
  }

  /** The version of what was read from these classes. */
  of(classes: ReadClasses): number {
    if (classes === 'everything') return this.number;
    let version = this.least;
    for (const { path } of classes) {
      const own = this.byPath.get(path);
      if (own !== undefined && own > version) version = own;
    }
    return version;
  }

  /** The same versions in another epoch. */
  inEpoch(epoch: number): Versions {
    return epoch === this.epoch ? this : new Versions(this.number, this.byPath, epoch);
  }

  /** The versions after a write to the classes with these paths. */
  after({ version, touched }: Raised): Versions {
    const paths = version === this.number + 1 ? touched : [anyClass];
    const byPath = new Map([...this.byPath, [anyClass, this.least]]);
    for (const path of paths) byPath.set(path, version);
    return new Versions(version, byPath, this.epoch);
  }
}

/** The effect of a write on the versions. */
export interface Raised {
  version: number;
  /** Paths of the touched classes, or `anyClass`. */
  touched: readonly string[];
}
