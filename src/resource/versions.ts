/** Versions of the data: one number that every write raises, and for each class the number of the last write that touched it. */
import type { Description } from './description';

/** The classes that something was read from; `everything` where that is not known. */
export type ReadClasses = readonly Pick<Description, 'path'>[] | 'everything';

/** Under this path stands the last write of which it is not known what it touched. */
export const anyClass = '*';

/**
 * The versions at one moment. What was read from some classes has the version `of` these: as long as that is the same, so is what was read.
 *
 * A write that told no classes (a migration, an earlier release) has raised the number alone: then every class has changed with it.
 */
export class Versions {
  /** The version of whatever has none of its own. */
  private readonly least: number;

  /** @param byPath the last write that touched a class, by its path. */
  constructor(
    readonly number: number,
    private readonly byPath: ReadonlyMap<string, number>,
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

  /** The versions after a write that touched the classes with these paths. */
  after({ version, touched }: Raised): Versions {
    const paths = version === this.number + 1 ? touched : [anyClass];
    const byPath = new Map([...this.byPath, [anyClass, this.least]]);
    for (const path of paths) byPath.set(path, version);
    return new Versions(version, byPath);
  }
}

/** What a write did to the versions. */
export interface Raised {
  version: number;
  /** The paths of the classes that it touched, or `anyClass`. */
  touched: readonly string[];
}
