/** The part of the graph that a search has read so far, and the paths in it. */
import type { SeenLink } from './link-ends';

/** A path: distinct records, with the links between consecutive ones. */
export interface Path {
  /** Keys of the records, including both ends. */
  records: string[];
  /** For each step the keys of all links between its two records, sorted. */
  links: string[][];
}

/** Paths of one length, and whether the search for them was stopped early. */
export interface PathsOfLength {
  paths: Path[];
  stopped: boolean;
}

/** Maximum number of link visits in the search for paths of one length. It takes some hundredths of a second. */
const mostVisits = 500_000;

export class LinkGraph {
  /** For each record the records at the other ends of its links, with the keys of these links. A key may occur twice. */
  private readonly beside = new Map<string, Map<string, string[]>>();

  add(links: readonly SeenLink[]): void {
    for (const { link, near, far } of links) {
      this.note(near, far, link);
      this.note(far, near, link);
    }
  }

  /** The neighbours of a record in the part that was read. */
  neighbours(record: string): string[] {
    return [...(this.beside.get(record)?.keys() ?? [])];
  }

  /**
   * The first paths of an exact length, ordered by the keys of their records. The search visits a record only if the target can
   * still be reached in the remaining steps.
   */
  paths(from: string, to: string, length: number, most: number): PathsOfLength {
    const distances = this.distancesTo(to, from, length);
    const paths: Path[] = [];
    const way = [from];
    let visits = 0;
    const walk = (record: string): void => {
      const left = length - way.length;
      const neighbours = this.neighbours(record);
      visits += neighbours.length;
      const next = neighbours.filter(
        (neighbour) =>
          (neighbour === to ? left === 0 : (distances.get(neighbour) ?? Infinity) <= left) &&
          !way.includes(neighbour),
      );
      for (const neighbour of next.sort()) {
        if (paths.length >= most || visits > mostVisits) return;
        way.push(neighbour);
        if (neighbour === to) paths.push(this.pathAlong(way));
        else walk(neighbour);
        way.pop();
      }
    };
    walk(from);
    return { paths, stopped: paths.length < most && visits > mostVisits };
  }

  private pathAlong(way: readonly string[]): Path {
    const links = way.slice(1).map((record, index) => this.linksBetween(way[index] ?? '', record));
    return { records: [...way], links };
  }

  private linksBetween(one: string, other: string): string[] {
    return [...new Set(this.beside.get(one)?.get(other))].sort();
  }

  /** The distance of each record from the target, up to a maximum, on ways that do not pass through the start. */
  private distancesTo(target: string, begin: string, most: number): Map<string, number> {
    const distances = new Map([
      [target, 0],
      [begin, Infinity],
    ]);
    let ring = [target];
    for (let distance = 1; distance <= most && ring.length > 0; distance += 1) {
      const next: string[] = [];
      for (const record of ring) {
        for (const neighbour of this.neighbours(record)) {
          if (distances.has(neighbour)) continue;
          distances.set(neighbour, distance);
          next.push(neighbour);
        }
      }
      ring = next;
    }
    return distances;
  }

  private note(near: string, far: string, link: string): void {
    const beside = this.beside.get(near);
    if (!beside) this.beside.set(near, new Map([[far, [link]]]));
    else if (!beside.get(far)?.push(link)) beside.set(far, [link]);
  }
}
