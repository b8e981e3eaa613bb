/** Records whose further fields another subgraph has: each is asked for once, however often it stands in the answer. */
import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import type { GraphQLError } from 'graphql';
import { atPath } from '../faults';
import { isObject, mergeInto, type JsonObject } from './json';
import { locate, namesOn, type Located } from './locate';
import { represent } from './represent';
import { rewrite } from './rewrite';
import type { IsKindOf } from './type-conditions';

type Path = readonly (string | number)[];

/** The places of one record in the answer, by its index among the representations. */
type Places = Map<number, Located[]>;

/** The representations that one variable of the question holds, each once. */
class Representations {
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

export class EntityBatch {
  private readonly byVariable = new Map<string, Representations>();
  /** Records of which nothing more can be known: they have no key, or are unknown where they are asked for. */
  readonly unresolved: JsonObject[] = [];
  private readonly byAlias = new Map<string, { alias: EntityBatchAlias; places: Places }>();

  /** @param aliases what is asked for: which records, from which places of the answer so far. */
  constructor(
    aliases: readonly EntityBatchAlias[],
    data: JsonObject,
    private readonly isKindOf: IsKindOf,
  ) {
    for (const alias of aliases) this.byAlias.set(alias.alias, { alias, places: this.placesOf(alias, data) });
  }

  get isEmpty(): boolean {
    return [...this.byVariable.values()].every(({ list }) => list.length === 0);
  }

  get variables(): Record<string, unknown> {
    return Object.fromEntries([...this.byVariable].map(([name, { list }]) => [name, list]));
  }

  /** Where all of this stands: exactly for one record, by the names of the fields for several. */
  get place(): Path {
    const all = [...this.byAlias.values()];
    const located = all.flatMap(({ places }) => [...places.values()].flat());
    const [only, another] = located;
    if (only && !another) return only.path;
    const [path = []] = all.flatMap(({ alias }) => alias.paths);
    return namesOn(path);
  }

  /** Adds what is answered to the records; false when it is not a list as long as what was asked for. */
  merge(data: JsonObject): boolean {
    let complete = true;
    for (const [name, { alias, places }] of this.byAlias) {
      const entities = data[name];
      const expected = this.byVariable.get(alias.representationsVariableName)?.list.length ?? 0;
      if (!Array.isArray(entities) || entities.length !== expected) {
        complete &&= expected === 0;
        continue;
      }
      rewrite(entities, alias.outputRewrites, this.isKindOf);
      for (const [index, located] of places) {
        const entity: unknown = entities[index];
        // A record may stand at several places, and each goes on by itself.
        if (isObject(entity))
          for (const [nth, { record }] of located.entries())
            mergeInto(record, nth === 0 ? entity : structuredClone(entity));
        else if (entity === null) this.unresolved.push(...located.map(({ record }) => record));
      }
    }
    return complete;
  }

  /** An error about an entity is one about each place where it stands. */
  relocated(error: GraphQLError): GraphQLError[] {
    const [alias, index, ...rest] = error.path ?? [];
    const places =
      typeof alias === 'string' && typeof index === 'number'
        ? this.byAlias.get(alias)?.places.get(index)
        : undefined;
    if (!places) return [atPath(error, this.place)];
    return places.map(({ path }) => atPath(error, [...path, ...rest]));
  }

  private placesOf(
    { representationsVariableName, paths, requires, inputRewrites }: EntityBatchAlias,
    data: JsonObject,
  ): Places {
    const representations = this.byVariable.get(representationsVariableName) ?? new Representations();
    this.byVariable.set(representationsVariableName, representations);
    const places: Places = new Map();
    for (const located of paths.flatMap((path) => locate(data, path, this.isKindOf))) {
      const representation = represent(located.record, requires, this.isKindOf);
      if (!representation) {
        this.unresolved.push(located.record);
        continue;
      }
      rewrite(representation, inputRewrites, this.isKindOf);
      const index = representations.add(representation);
      places.set(index, [...(places.get(index) ?? []), located]);
    }
    return places;
  }
}
