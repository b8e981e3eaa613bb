/** The rewrites that a plan prescribes for representations and answers: renaming a member or setting its value. */
import type { FetchRewrite, FetchNodePathSegment } from '@graphql-hive/router-query-planner';
import { isObject, member, type JsonObject } from './json';
import type { IsKindOf } from './type-conditions';

type Change = (parent: JsonObject, name: string) => void;

/** Applies the rewrites in order, in place. */
export function rewrite(value: unknown, changes: readonly FetchRewrite[] = [], isKindOf: IsKindOf): void {
  for (const change of changes) {
    if ('KeyRenamer' in change) {
      const { path, renameKeyTo } = change.KeyRenamer;
      walk(value, path, isKindOf, renamed(renameKeyTo));
      continue;
    }
    const { path, setValueTo } = 'ValueSetter' in change ? change.ValueSetter : change;
    walk(value, path, isKindOf, (parent, name) => (parent[name] = setValueTo));
  }
}

const renamed =
  (newName: string): Change =>
  (parent, name) => {
    if (!Object.hasOwn(parent, name)) return;
    parent[newName] = parent[name];
    Reflect.deleteProperty(parent, name);
  };

function walk(
  value: unknown,
  path: readonly FetchNodePathSegment[],
  isKindOf: IsKindOf,
  change: Change,
): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, path, isKindOf, change);
    return;
  }
  const [segment, ...rest] = path;
  if (!isObject(value) || segment === undefined) return;
  if ('TypenameEquals' in segment) {
    const type = member(value, '__typename');
    const kinds = [segment.TypenameEquals].flat();
    if (typeof type === 'string' && !kinds.some((kind) => isKindOf(type, kind))) return;
    walk(value, rest, isKindOf, change);
    return;
  }
  if (rest.length === 0) change(value, segment.Key);
  else walk(member(value, segment.Key), rest, isKindOf, change);
}
