/** Builds the representation of a record for `_entities`: its type, its key and the required fields. */
import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isObject, member, mergeInto, type JsonObject } from './json';
import { MissingValue } from './fetch-failure';
import type { IsKindOf } from './type-conditions';

/** The representation of a record. Null if none of the required fields is known; a MissingValue if a subgraph failed to answer one of them. */
export function buildRepresentation(
  record: JsonObject,
  requires: readonly RequiresSelection[],
  isKindOf: IsKindOf,
): JsonObject | MissingValue | null {
  const type = member(record, '__typename');
  if (type instanceof MissingValue) return type;
  if (typeof type !== 'string') return null;
  const chosen = choose(record, requires, isKindOf);
  if (chosen instanceof MissingValue) return chosen;
  if (!isObject(chosen) || Object.keys(chosen).every((name) => name === '__typename')) return null;
  return { __typename: type, ...chosen };
}

function choose(value: unknown, selections: readonly RequiresSelection[], isKindOf: IsKindOf): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => choose(item, selections, isKindOf));
    return items.find((item) => item instanceof MissingValue) ?? items;
  }
  if (!isObject(value)) return value;
  const chosen: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const answeredAs = selection.alias ?? selection.name;
      const found = member(value, selection.name) ?? member(value, answeredAs);
      const inner = selection.selections ? choose(found, selection.selections, isKindOf) : found;
      if (inner instanceof MissingValue) return inner;
      if (inner != null) chosen[answeredAs] = inner;
      continue;
    }
    if (selection.kind !== 'InlineFragment') continue;
    const type = member(value, '__typename');
    if (typeof type !== 'string' || !isKindOf(type, selection.typeCondition)) continue;
    const inner = choose(value, selection.selections, isKindOf);
    if (inner instanceof MissingValue) return inner;
    if (isObject(inner)) mergeInto(chosen, inner);
  }
  return Object.keys(chosen).length === 0 ? null : chosen;
}
