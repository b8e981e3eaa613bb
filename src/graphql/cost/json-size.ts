/** How deep a value out of JSON is, how many items its longest list has, and whether all its numbers are numbers here. */

export interface JsonSize {
  levels: number;
  items: number;
  /** JSON may write numbers that are beyond the range of ours: `1e999`. */
  finite: boolean;
}

/** Walks level by level, as a value may be deeper than the stack. */
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
