/** The graph in plain objects: what holds on a day, which paths there are and what lies around a record, written from the documentation alone. */
import type { Registry } from '../../src/resource/registry';
import { ReferenceCatalogue, type ReferenceRecord } from './reference-catalogue';
import type { ReferenceTime } from './reference-time';
import type { PlainRecords } from './small-world';

/** Which links count. */
export interface Choice {
  asOf?: string | null;
  /** Types of links, such as `Participation`. */
  kinds?: readonly string[] | null;
}

export interface ReferencePath {
  resources: string[];
  /** For each step the links between its ends, by their keys. */
  links: string[][];
}

export class ReferenceGraph {
  readonly resources: ReferenceRecord[];
  readonly links: ReferenceRecord[];
  readonly times: ReferenceTime;

  constructor(records: PlainRecords, registry: Registry) {
    const catalogue = new ReferenceCatalogue(records, registry);
    this.times = catalogue.times;
    this.resources = registry.resources.flatMap(({ type }) => catalogue.all(type));
    this.links = registry.links.flatMap(({ type }) => catalogue.all(type));
  }

  linksThat({ asOf, kinds }: Choice): ReferenceRecord[] {
    return this.links.filter(
      (link) => (!kinds || kinds.includes(link.type)) && (asOf == null || this.times.isListed(link, asOf)),
    );
  }

  /** Every path, the shortest first. */
  paths(from: string, to: string, maxLength: number, choice: Choice): ReferencePath[] {
    const links = this.linksThat(choice);
    const between = (one: string, other: string) =>
      links
        .filter(({ ends }) => [ends?.from, ends?.to].sort().join() === [one, other].sort().join())
        .map(({ key }) => key)
        .sort();
    const beside = neighbours(links);
    const found: string[][] = [];
    const walk = (way: string[]): void => {
      const last = way.at(-1) ?? '';
      if (last === to) found.push(way);
      if (last === to || way.length > maxLength) return;
      for (const next of beside.get(last) ?? []) if (!way.includes(next)) walk([...way, next]);
    };
    walk([from]);
    return found
      .sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1))
      .map((resources) => ({
        resources,
        links: resources.slice(1).map((record, index) => between(resources[index] ?? '', record)),
      }));
  }

  /** The distance of each record that is at most so many links away. */
  distances(of: string, depth: number, choice: Choice): Map<string, number> {
    const beside = neighbours(this.linksThat(choice));
    const distances = new Map([[of, 0]]);
    for (let distance = 1; distance <= depth; distance += 1) {
      const ring = [...distances].filter(([, at]) => at === distance - 1).map(([key]) => key);
      for (const next of ring.flatMap((key) => [...(beside.get(key) ?? [])])) {
        if (!distances.has(next)) distances.set(next, distance);
      }
    }
    return distances;
  }
}

function neighbours(links: readonly ReferenceRecord[]): Map<string, Set<string>> {
  const beside = new Map<string, Set<string>>();
  for (const { ends } of links) {
    if (!ends) continue;
    for (const [one, other] of [
      [ends.from, ends.to],
      [ends.to, ends.from],
    ] as const) {
      beside.set(one, (beside.get(one) ?? new Set()).add(other));
    }
  }
  return beside;
}
