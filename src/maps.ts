/** What maps do elsewhere by themselves. */

/** The value of a key; it is made and stored if there is none. */
export function getOrMake<Key, Value>(
  map: { get: (key: Key) => Value | undefined; set: (key: Key, value: Value) => unknown },
  key: Key,
  make: () => Value,
): Value {
  const stored = map.get(key);
  if (stored !== undefined) return stored;
  const made = make();
  map.set(key, made);
  return made;
}

/** Items by their key, in their order (Map.groupBy of ES2024). */
export function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) getOrMake(groups, keyOf(item), (): Item[] => []).push(item);
  return groups;
}
