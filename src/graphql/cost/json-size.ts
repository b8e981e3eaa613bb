/** Measures a JSON value: its depth, the length of its longest list, and whether all numbers are in range. */

export interface JsonSize {
  levels: number;
  items: number;
  /** JSON allows numbers that JavaScript cannot represent, such as `1e999`. */
  finite: boolean;
}

/** Iterates by level instead of recursing, as a value may be deeper than the call stack. */
export function jsonSize(value: unknown): JsonSize {
  let level: unknown[] = [value];
  let [levels, items, finite] = [0, 0, true];
  for (;;) {
    finite &&= level.every((each) => typeof each !== 'number' || Number.isFinite(each));
    const inner = level.filter((each): each is object => typeof each === 'object' && each !== null);
    if (inner.length === 0) return { levels, items, finite };
    levels += 1;
    for (const each of inner) if (Array.isArray(each)) items = Math.max(items, each.length);
    level = inner.flatMap((each): unknown[] => Object.values(each));
  }
}
