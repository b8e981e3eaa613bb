/** Finds the records of an answer at a path of a plan. */
import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isObject, member, type JsonObject } from './json';
import type { IsKindOf } from './type-conditions';

/** A record within the answer, and its path. */
export interface Located {
  record: JsonObject;
  path: readonly (string | number)[];
}

type Path = Located['path'];

export function locate(
  data: unknown,
  segments: readonly FlattenNodePathSegment[],
  isKindOf: IsKindOf,
): Located[] {
  const found: Located[] = [];
  /** @param at the index of the segment that leads on from `value` */
  const follow = (value: unknown, at: number, path: Path): void => {
    const segment = segments[at];
    if (Array.isArray(value)) {
      const next = segment === '@' ? at + 1 : at;
      for (let index = 0; index < value.length; index += 1) follow(value[index], next, [...path, index]);
    } else if (!isObject(value) || segment === '@') return;
    else if (segment === undefined) found.push({ record: value, path });
    else if ('Field' in segment) follow(member(value, segment.Field), at + 1, [...path, segment.Field]);
    else if (fits(value, segment.TypeCondition, isKindOf)) follow(value, at + 1, path);
  };
  follow(data, 0, []);
  return found;
}

/** A record that does not say its type may be of any. */
function fits(record: JsonObject, conditions: readonly string[], isKindOf: IsKindOf): boolean {
  const type = member(record, '__typename');
  return typeof type !== 'string' || conditions.some((condition) => isKindOf(type, condition));
}

/** The field names on a path of a plan, without list indices. Used for errors about many records of a list. */
export const namesOn = (path: readonly FlattenNodePathSegment[]): string[] =>
  path.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));
