/** Errors that a subgraph reports itself explain what is missing at their path: nothing more is told of it. */
import { isObject, member, type JsonObject } from './json';
import { MissingValue } from './fetch-failure';

/**
 * Marks what an error explains: the first null on its path.
 * @returns false where its path leads to no null.
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

/** Null also for what is not there; undefined where nothing can be. */
function stepInto(container: unknown, step: string | number): unknown {
  if (Array.isArray(container))
    return typeof step === 'number' && step in container ? (container[step] as unknown) : undefined;
  if (!isObject(container) || step === '__proto__') return undefined;
  return member(container, String(step)) ?? null;
}
