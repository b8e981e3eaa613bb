/** Objects as they come out of JSON, and how two answers about the same record become one. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member: what `Object.prototype` has is no answer. */
export const member = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Adds what another answer says of the same record; what is known is not replaced by null. */
export function mergeInto(target: JsonObject, more: JsonObject): void {
  for (const [name, value] of Object.entries(more)) {
    const known = member(target, name);
    if (isObject(known) && isObject(value)) mergeInto(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
      target[name] = mergeLists(known, value);
    else if (value !== null || known === undefined) target[name] = value;
  }
}

function mergeLists(known: readonly unknown[], more: readonly unknown[]): unknown[] {
  return known.map((item, index) => {
    const other = more[index];
    if (isObject(item) && isObject(other)) mergeInto(item, other);
    else if (Array.isArray(item) && Array.isArray(other) && item.length === other.length)
      return mergeLists(item, other);
    else if (other !== null) return other;
    return item;
  });
}
