/** How two records are connected: a search from both ends, one statement for each step. */
import type { Reader } from '../sql';
import { KnownLinks, type Path } from './known-links';
import { readLinksAt, type LinkChoice } from './link-ends';

export type { Path } from './known-links';

/** What paths are looked for. */
export interface PathQuestion extends LinkChoice {
  /** Keys of the two records; different ones. */
  from: string;
  to: string;
  /** How many links a path may have. */
  maxLength: number;
  /** How many paths to give. */
  first: number;
}

/** The paths that were found. */
export interface FoundPaths {
  /** The shortest first, equally long ones in the order of the keys of their records. */
  paths: Path[];
  /** Whether the search came to its bounds: then there may be more paths, none shorter than those that are given. */
  truncated: boolean;
}

/** Links that one search may read, and those that one of its steps may read. */
export const mostLinks = 25_000;
const mostLinksOfStep = 10_000;

/**
 * Finds the shortest paths, length by length. For the paths of a length the steps from both ends must add up to it: then every link
 * on such a path was read from one of its ends. A step that would read too much is not taken; the other end may take it.
 */
export async function findPaths(reader: Reader, question: PathQuestion): Promise<FoundPaths> {
  const { from, to, maxLength, first } = question;
  const search = new Search(reader, question);
  const paths: Path[] = [];
  for (let length = 1; length <= maxLength && paths.length < first; length += 1) {
    if (!(await search.step())) return { paths, truncated: true };
    const found = search.known.paths(from, to, length, first - paths.length);
    paths.push(...found.paths);
    if (found.stopped) return { paths, truncated: true };
  }
  return { paths, truncated: false };
}

/** One end of a search. */
interface End {
  /** Records that are no goal of a further step: those seen, and the other end, which no path passes through. */
  seen: Set<string>;
  /** Records that the last step came to and from which the next one goes on. */
  ring: string[];
  /** Whether the next step would read too much. */
  blocked: boolean;
}

class Search {
  readonly known = new KnownLinks();
  private readonly stepped = new Set<string>();
  private readonly ends: readonly End[];
  private left = mostLinks;

  constructor(
    private readonly reader: Reader,
    private readonly question: PathQuestion,
  ) {
    const { from, to } = question;
    this.ends = [from, to].map((end) => ({ seen: new Set([from, to]), ring: [end], blocked: false }));
  }

  /** Takes one step from the end that has fewer records to step from, else from the other. @returns whether none had to be left out. */
  async step(): Promise<boolean> {
    // Where one end has nowhere to go, all paths between both are known.
    if (this.ends.some(({ ring }) => ring.length === 0)) return true;
    const fewerFirst = [...this.ends].sort((one, other) => one.ring.length - other.ring.length);
    for (const end of fewerFirst) if (await this.stepFrom(end)) return true;
    return false;
  }

  private async stepFrom(end: End): Promise<boolean> {
    const unread = end.ring.filter((record) => !this.stepped.has(record));
    if (unread.length > 0 && !end.blocked) end.blocked = !(await this.read(unread));
    if (end.blocked) return false;
    const next = new Set(end.ring.flatMap((record) => this.known.neighbours(record)));
    end.ring = [...next].filter((record) => !end.seen.has(record));
    for (const record of end.ring) end.seen.add(record);
    return true;
  }

  private async read(records: readonly string[]): Promise<boolean> {
    const most = Math.min(this.left, mostLinksOfStep);
    const links = await readLinksAt(this.reader, records, this.question, most + 1);
    this.left -= Math.min(links.length, most);
    if (links.length > most) return false;
    this.known.add(links);
    for (const record of records) this.stepped.add(record);
    return true;
  }
}
