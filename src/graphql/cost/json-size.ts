/** How deep a value out of JSON is, and how many items its longest list has. */

/** Walks level by level, as a value may be deeper than the stack. */
export function jsonSize(value: unknown): { levels: number; items: number } {
  let level: unknown[] = [value];
  let [levels, items] = [0, 0];
  for (;;) {
    const inner = level.filter((each): each is object => typeof each === 'object' && each !== null);
    if (inner.length === 0) return { levels, items };
    levels += 1;
    for (const each of inner) if (Array.isArray(each)) items = Math.max(items, each.length);
    level = inner.flatMap((each): unknown[] => Object.values(each));
  }
}
