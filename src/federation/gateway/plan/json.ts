/** JSON objects, and merging two answers about the same record. */
import { MissingValue } from './fetch-failure';

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof MissingValue);

/** Reads an own property only. Members of `Object.prototype` are not part of an answer. */
export const member = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Merges another answer about the same record. A known value is never replaced by null or a missing value. */
export function mergeInto(target: JsonObject, more: JsonObject): void {
  for (const [name, value] of Object.entries(more)) target[name] = merged(member(target, name), value);
}

function merged(known: unknown, more: unknown): unknown {
  if (known === undefined) return more;
  if (more instanceof MissingValue) return withMissing(known, more);
  if (known instanceof MissingValue) return withMissing(more, known);
  if (more === null) return known;
  if (isObject(known) && isObject(more)) {
    mergeInto(known, more);
    return known;
  }
  if (Array.isArray(known) && Array.isArray(more) && known.length === more.length)
    return known.map((item, index) => merged(item, more[index]));
  return more;
}

/** Merges a value that one subgraph knows in part with the failure of another: the other's fields are marked as missing. */
function withMissing(known: unknown, { cause, selection }: MissingValue): unknown {
  if (Array.isArray(known)) return known.map((item) => withMissing(item, cause.missing(selection)));
  if (!isObject(known) || !selection) return known;
  const type = member(known, '__typename');
  for (const [name, { inner, isOwed }] of selection.fieldsOf(typeof type === 'string' ? type : '')) {
    if (name !== '__proto__' && isOwed(cause.variables))
      known[name] = merged(member(known, name), cause.missing(inner));
  }
  return known;
}

/** A deep copy. */
export function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)])) as Value;
}
