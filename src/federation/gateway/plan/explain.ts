/** Errors that a subgraph reports explain the nulls at their paths, so no further error is reported for these. */
import { isObject, member, type JsonObject } from './json';
import { MissingValue } from './fetch-failure';

/**
 * Marks what an error explains: the first null on its path.
 * @returns false if there is no null on the path
 */
export function explain(
  data: JsonObject,
  path: readonly (string | number)[],
  missing: MissingValue,
): boolean {
  let container: unknown = data;
  for (const step of path) {
    const value = stepInto(container, step);
    if (value === undefined) return false;
    if (value instanceof MissingValue) return true;
    if (value === null) {
      (container as JsonObject)[step] = missing;
      return true;
    }
    container = value;
  }
  return false;
}

/** Returns null for an absent field too, and undefined where the path cannot continue. */
function stepInto(container: unknown, step: string | number): unknown {
  if (Array.isArray(container))
    return typeof step === 'number' && step in container ? (container[step] as unknown) : undefined;
  if (!isObject(container) || step === '__proto__') return undefined;
  return member(container, String(step)) ?? null;
}
