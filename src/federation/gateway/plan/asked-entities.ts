/** The entities that a fetch asks for: each once, by its representation, in batches that are answered at once. */
import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import type { JsonObject } from './json';
import type { Located } from './locate';
import type { Selection } from './selection';

/** As many as our own subgraph answers at once, and so do others. */
const mostEntities = 1_000;

/** The representations that one variable of the fetch holds, each once. */
export class Representations {
  readonly list: JsonObject[] = [];
  private readonly indices = new Map<string, number>();

  /** The index of a representation. */
  add(representation: JsonObject): number {
    const key = JSON.stringify(representation);
    const index = this.indices.get(key);
    if (index !== undefined) return index;
    this.indices.set(key, this.list.length);
    return this.list.push(representation) - 1;
  }
}

/** What is asked for under one name: which records, and where each stands in the answer, by its representation. */
export interface AskedEntities {
  alias: EntityBatchAlias;
  /** What of them; null where the fetch asks for nothing under this name. */
  selection: Selection | null;
  places: Map<number, Located[]>;
}

/** The entities of one request: those from an index on. */
export interface Batch {
  begin: number;
  variables: Readonly<Record<string, readonly JsonObject[]>>;
}

/** What each request asks for. Several lists are cut at the same places. */
export function batchesOf(byVariable: ReadonlyMap<string, Representations>): Batch[] {
  const longest = Math.max(0, ...[...byVariable.values()].map(({ list }) => list.length));
  return Array.from({ length: Math.ceil(longest / mostEntities) }, (_, nth) => {
    const begin = nth * mostEntities;
    const slices = [...byVariable].map(
      ([name, { list }]) => [name, list.slice(begin, begin + mostEntities)] as const,
    );
    return { begin, variables: Object.fromEntries(slices) };
  });
}
