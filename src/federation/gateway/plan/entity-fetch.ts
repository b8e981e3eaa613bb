/** Records whose other fields come from another subgraph: where each belongs, and how the answers are merged. */
import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import type { GraphQLError } from 'graphql';
import { atPath } from '../faults';
import { batchesOf, Representations, type EntityRequest, type Batch } from './entity-request';
import { checkRecord, statedType, type CheckContext } from './check';
import { copyOf, isObject, member, mergeInto, type JsonObject } from './json';
import { locate, namesOn } from './locate';
import { MissingValue, type FetchFailure } from './fetch-failure';
import type { PlanRun } from './plan-run';
import type { FetchOperation } from './fetch-operation';
import { buildRepresentation } from './build-representation';
import { rewrite } from './rewrite';
import { getOrMake } from '../../../maps';

type Path = readonly (string | number)[];

export class EntityFetch {
  private readonly byVariable = new Map<string, Representations>();
  private readonly byAlias: ReadonlyMap<string, EntityRequest>;
  /** Records that cannot be completed: they have no key, or the subgraph does not know them. */
  readonly unresolved: { record: JsonObject; representation: JsonObject | null }[] = [];

  /** @param aliases for each alias, the records to fetch and their places in the data so far */
  constructor(
    aliases: readonly EntityBatchAlias[],
    { type, selection }: FetchOperation,
    data: JsonObject,
    private readonly run: Pick<PlanRun, 'isKindOf'>,
  ) {
    const fields = selection.fieldsOf(type);
    this.byAlias = new Map(
      aliases.map((alias) => {
        const request = { alias, selection: fields.get(alias.alias)?.inner ?? null, places: new Map() };
        this.find(request, data);
        return [alias.alias, request];
      }),
    );
  }

  get batches(): Batch[] {
    return batchesOf(this.byVariable);
  }

  /** The path for errors: the exact path for one record, only the field names for several. */
  get place(): Path {
    const all = [...this.byAlias.values()];
    const located = all.flatMap(({ places }) => [...places.values()].slice(0, 2).flat());
    const [only, another] = located;
    if (only && !another) return only.path;
    const [path = []] = all.flatMap(({ alias }) => alias.paths);
    return namesOn(path);
  }

  /** Merges the answer of one batch. False if an answered list is not as long as the list that was requested. */
  merge(data: JsonObject, { begin, variables }: Batch, checking: CheckContext): boolean {
    let isWhole = true;
    for (const [name, request] of this.byAlias) {
      const representations = variables[request.alias.representationsVariableName] ?? [];
      if (representations.length === 0) continue;
      const given = data[name];
      const entities = Array.isArray(given) && given.length === representations.length ? given : null;
      if (!entities) isWhole = false;
      for (const [nth, representation] of representations.entries()) {
        const entity: unknown = entities ? entities[nth] : checking.absent.missing(null);
        this.mergeEntity(request, begin + nth, representation, entity, checking);
      }
    }
    return isWhole;
  }

  /** An error about an entity becomes one error for each place where the entity stands. */
  relocated(error: GraphQLError, { begin }: Batch): GraphQLError[] {
    const [alias, index, ...rest] = error.path ?? [];
    const places =
      typeof alias === 'string' && typeof index === 'number'
        ? this.byAlias.get(alias)?.places.get(begin + index)
        : undefined;
    if (!places) return [atPath(error, this.place)];
    return places.map(({ path }) => atPath(error, [...path, ...rest]));
  }

  private mergeEntity(
    request: EntityRequest,
    index: number,
    representation: JsonObject,
    given: unknown,
    checking: CheckContext,
  ): void {
    const located = request.places.get(index) ?? [];
    if (given === null) {
      for (const { record } of located) this.unresolved.push({ record, representation });
      return;
    }
    const entity = this.entityOf(request, String(representation.__typename), given, checking);
    // An entity may stand at several places. Each gets its own copy, as they may continue differently.
    for (const [nth, { record }] of located.entries()) mergeInto(record, nth === 0 ? entity : copyOf(entity));
  }

  private entityOf(request: EntityRequest, type: string, given: unknown, checking: CheckContext): JsonObject {
    if (given instanceof MissingValue) return this.withoutAnswer(request, type, given.cause);
    const { isKindOf } = this.run;
    // A subgraph that knows an interface as one object (`@interfaceObject`) answers with the interface's name or that of an object type.
    const isPossible = (stated: string) => isKindOf(stated, type) || isKindOf(type, stated);
    const { selection, alias } = request;
    const stated = isObject(given) && selection ? statedType(given, type, selection, isPossible) : null;
    if (stated === null || !isObject(given) || !selection)
      return this.withoutAnswer(request, type, checking.wrong);
    const entity = checkRecord(given, stated, selection, checking);
    rewrite(entity, alias.outputRewrites, isKindOf);
    return entity;
  }

  /** A record without an answer: all its fields are missing. */
  private withoutAnswer(
    { selection, alias }: EntityRequest,
    type: string,
    failure: FetchFailure,
  ): JsonObject {
    const { isKindOf } = this.run;
    const checking = { isKindOf, wrong: failure, absent: failure };
    const entity = selection ? checkRecord({}, type, selection, checking) : {};
    rewrite(entity, alias.outputRewrites, isKindOf);
    return entity;
  }

  private find(request: EntityRequest, data: JsonObject): void {
    const { isKindOf } = this.run;
    const { representationsVariableName: variable, paths, requires, inputRewrites } = request.alias;
    const representations = getOrMake(this.byVariable, variable, () => new Representations());
    for (const located of paths.flatMap((path) => locate(data, path, isKindOf))) {
      const { record } = located;
      const representation = buildRepresentation(record, requires, isKindOf);
      if (representation instanceof MissingValue) {
        this.passOn(request, record, representation.cause);
        continue;
      }
      if (!representation) {
        this.unresolved.push({ record, representation: null });
        continue;
      }
      rewrite(representation, inputRewrites, isKindOf);
      getOrMake(request.places, representations.add(representation), () => []).push(located);
    }
  }

  /**
   * Marks the fields of a record that cannot be fetched because another subgraph failed to give a required field. The failure of
   * that other subgraph is the cause.
   */
  private passOn(request: EntityRequest, record: JsonObject, failure: FetchFailure): void {
    const stated = member(record, '__typename');
    const required = request.alias.requires.find(({ kind }) => kind === 'InlineFragment');
    const type =
      typeof stated === 'string'
        ? stated
        : required && 'typeCondition' in required
          ? required.typeCondition
          : '';
    const named = { __typename: type };
    rewrite(named, request.alias.inputRewrites, this.run.isKindOf);
    mergeInto(record, this.withoutAnswer(request, named.__typename, failure));
  }
}
