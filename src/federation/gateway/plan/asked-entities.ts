/** The entities that a question asks for: each once, by its representation, and in portions that are answered at once. */
import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import type { JsonObject } from './json';
import type { Located } from './locate';
import type { Selection } from './selection';

/** As many as our own subgraph answers at once, and so do others. */
const mostEntities = 1_000;

/** The representations that one variable of the question holds, each once. */
export class Representations {
  readonly list: JsonObject[] = [];
  private readonly indices = new Map<string, number>();

  /** The index of a representation. */
  add(representation: JsonObject): number {
    const key = JSON.stringify(representation);
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    this.indices.set(key, this.list.length);
    return this.list.push(representation) - 1;
  }
}

/** What is asked for under one name: which records, and where each stands in the answer, by its representation. */
export interface AskedEntities {
  alias: EntityBatchAlias;
  /** What of them; null where the question asks for nothing under this name. */
  selection: Selection | null;
  places: Map<number, Located[]>;
}

/** As many of the entities as are asked for in one request: those from an index on. */
export interface Portion {
  begin: number;
  variables: Readonly<Record<string, readonly JsonObject[]>>;
}

/** What each request asks for. Several lists are cut at the same places. */
export function portionsOf(byVariable: ReadonlyMap<string, Representations>): Portion[] {
  const longest = Math.max(0, ...[...byVariable.values()].map(({ list }) => list.length));
  return Array.from({ length: Math.ceil(longest / mostEntities) }, (_, nth) => {
    const begin = nth * mostEntities;
    const slices = [...byVariable].map(
      ([name, { list }]) => [name, list.slice(begin, begin + mostEntities)] as const,
    );
    return { begin, variables: Object.fromEntries(slices) };
  });
}
