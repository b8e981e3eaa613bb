/** One set of shapes from those of each access level: what does not hold at all levels names those at which it does. */
import { inOrder } from './shapes-in.mjs';

/** @param levels pairs of a level and its shapes by name */
export function byLevel(levels) {
  const names = [...new Set(levels.flatMap(([, shapes]) => Object.keys(shapes)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const stated = new Map();
      const heads = new Set();
      for (const [level, shapes] of levels) {
        const { properties = [], ...head } = shapes[name] ?? {};
        if (shapes[name]) heads.add(JSON.stringify(head));
        for (const property of properties) {
          const text = JSON.stringify(property);
          stated.set(text, [...(stated.get(text) ?? []), level]);
        }
      }
      if (heads.size > 1) throw new Error(`The levels disagree on more than the properties of ${name}.`);
      const properties = [...stated].map(([text, at]) => ({
        ...JSON.parse(text),
        ...(at.length < levels.length && { levels: at }),
      }));
      return [name, inOrder({ ...JSON.parse([...heads][0]), properties })];
    }),
  );
}
