/** Finds the records of an answer at a path of a plan. */
import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isObject, member, type JsonObject } from './json';
import type { IsKindOf } from './type-conditions';

/** A record within the answer, and its path. */
export interface Located {
  record: JsonObject;
  path: readonly (string | number)[];
}

export function locate(
  value: unknown,
  [segment, ...rest]: readonly FlattenNodePathSegment[],
  isKindOf: IsKindOf,
  path: readonly (string | number)[] = [],
): Located[] {
  if (Array.isArray(value)) {
    const inner = segment === '@' ? rest : segment === undefined ? [] : [segment, ...rest];
    return value.flatMap((item, index) => locate(item, inner, isKindOf, [...path, index]));
  }
  if (!isObject(value)) return [];
  if (segment === undefined) return [{ record: value, path }];
  if (segment === '@') return [];
  if ('Field' in segment)
    return locate(member(value, segment.Field), rest, isKindOf, [...path, segment.Field]);
  const type = member(value, '__typename');
  const fits =
    typeof type !== 'string' || segment.TypeCondition.some((condition) => isKindOf(type, condition));
  return fits ? locate(value, rest, isKindOf, path) : [];
}

/** The field names on a path of a plan, without list indices. Used for errors about many records of a list. */
export const namesOn = (path: readonly FlattenNodePathSegment[]): string[] =>
  path.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));
