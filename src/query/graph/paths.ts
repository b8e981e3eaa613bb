/** Finds paths between two records by a bidirectional search, in one statement per step. */
import type { Registry } from '../../resource/registry';
import type { Reader } from '../sql';
import { mostLinks, mostLinksOfStep } from './bounds';
import { LinkGraph, type Path } from './link-graph';
import { LinkEnds, type FarEnds, type LinkChoice } from './link-ends';

export type { Path } from './link-graph';

/** The arguments of a path query. */
export interface PathsQuery extends LinkChoice {
  /** Keys of two different records. */
  from: string;
  to: string;
  /** Maximum number of links in a path. */
  maxLength: number;
  /** Maximum number of paths. */
  first: number;
}

/** The result of a path query. */
export interface FoundPaths {
  /** Shortest first, then ordered by the keys of their records. */
  paths: Path[];
  /** Whether there are more paths, or may be, as the search reached its limits. None is shorter than the given ones. */
  truncated: boolean;
}

/**
 * Finds the shortest paths, length by length. For paths of a given length, the steps from both ends must add up to it: then every
 * link on such a path was read from one of its ends. A step that would read too much is skipped, and the other end may take it
 * instead. If neither end can go on, both sides may still meet, and the search ends with the paths of this length.
 * One path more than requested is looked for, which tells whether there are more.
 */
export async function findPaths(reader: Reader, registry: Registry, query: PathsQuery): Promise<FoundPaths> {
  const { from, to, maxLength, first } = query;
  const search = new Search(new LinkEnds(reader, registry, query), from, to);
  const paths: Path[] = [];
  const given = (truncated: boolean): FoundPaths => ({ paths: paths.slice(0, first), truncated });
  for (let length = 1; length <= maxLength; length += 1) {
    const stepped = length < maxLength && (await search.step());
    const complete = stepped || (await search.meet());
    if (!complete) return given(true);
    const found = search.graph.paths(from, to, length, first + 1 - paths.length);
    paths.push(...found.paths);
    const isLast = length === maxLength;
    if (paths.length > first || found.stopped || (!stepped && !isLast)) return given(true);
  }
  return given(false);
}

/** One end of the search. */
interface End {
  /** Records that are not visited by further steps: those already seen, and the other end, through which no path passes. */
  seen: Set<string>;
  /** The records reached by the last step, from which the next one continues. */
  ring: string[];
  /** Whether the next step would read too much. */
  blocked: boolean;
}

class Search {
  readonly graph = new LinkGraph();
  private readonly stepped = new Set<string>();
  private readonly ends: readonly [End, End];
  private left = mostLinks;

  constructor(
    private readonly links: LinkEnds,
    from: string,
    to: string,
  ) {
    const endAt = (record: string): End => ({ seen: new Set([from, to]), ring: [record], blocked: false });
    this.ends = [endAt(from), endAt(to)];
  }

  /** Takes one step from the end with the smaller ring, or else from the other. @returns whether a step was possible */
  step(): Promise<boolean> {
    return this.fromEither(async (end) => {
      if (end.blocked) return false;
      end.blocked = !(await this.read(end, { except: [...this.stepped] }));
      if (end.blocked) return false;
      for (const record of end.ring) this.stepped.add(record);
      const next = new Set(end.ring.flatMap((record) => this.graph.neighbours(record)));
      end.ring = [...next].filter((record) => !end.seen.has(record));
      for (const record of end.ring) end.seen.add(record);
      return true;
    });
  }

  /** Reads the links between the two rings, when no end can take another step. @returns whether all were read */
  meet(): Promise<boolean> {
    return this.fromEither((end, other) => this.read(end, { among: other.ring }));
  }

  private async fromEither(work: (end: End, other: End) => Promise<boolean>): Promise<boolean> {
    const [one, other] = this.ends;
    // If a ring is empty, all paths between both ends are already known.
    if (one.ring.length === 0 || other.ring.length === 0) return true;
    const [fewer, more] = one.ring.length <= other.ring.length ? [one, other] : [other, one];
    return (await work(fewer, more)) || (await work(more, fewer));
  }

  /** Reads links from an end's ring. Records from which a step was already taken are skipped. @returns whether all were read */
  private async read(end: End, to: FarEnds): Promise<boolean> {
    const unread = end.ring.filter((record) => !this.stepped.has(record));
    if (unread.length === 0) return true;
    const most = Math.min(this.left, mostLinksOfStep);
    if (most === 0) return false;
    const links = await this.links.read(unread, to, most + 1);
    this.left -= Math.min(links.length, most);
    if (links.length > most) return false;
    this.graph.add(links);
    return true;
  }
}
