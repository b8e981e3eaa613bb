/** The entities that a fetch asks for. Each representation is sent once, in batches of limited size. */
import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import type { JsonObject } from './json';
import type { Located } from './locate';
import type { Selection } from './selection';

/** The most entities in one request. Our own subgraph has this limit, and so do others. */
const mostEntities = 1_000;

/** The distinct representations in one variable of a fetch. */
export class Representations {
  readonly list: JsonObject[] = [];
  private readonly indices = new Map<string, number>();

  /** The index of a representation, which is added if it is new. */
  add(representation: JsonObject): number {
    const key = JSON.stringify(representation);
    const index = this.indices.get(key);
    if (index !== undefined) return index;
    this.indices.set(key, this.list.length);
    return this.list.push(representation) - 1;
  }
}

/** The entities that are requested under one alias, and where each belongs in the answer, by the index of its representation. */
export interface EntityRequest {
  alias: EntityBatchAlias;
  /** The fields to fetch, or null if the fetch selects nothing under this alias. */
  selection: Selection | null;
  places: Map<number, Located[]>;
}

/** The entities of one request: those from index `begin` on. */
export interface Batch {
  begin: number;
  variables: Readonly<Record<string, readonly JsonObject[]>>;
}

/** Splits the representations into requests. All variables are cut at the same indices. */
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
