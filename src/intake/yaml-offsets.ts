/** Where the parts of a YAML document stand. */
import { isMap, isNode, isPair, isScalar, type Document, type Node } from 'yaml';

/** The offset of the deepest existing part of a path. For a field it is that of its key. */
export function offsetAt(document: Document, path: readonly (string | number)[]): number | undefined {
  const last = path.at(-1);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
    if (pair) return offsetOf(pair.key);
  }
  return (
    offsetOf(document.getIn(path, true)) ??
    (path.length > 1 ? offsetAt(document, path.slice(0, -1)) : undefined)
  );
}

/** Where a node begins; undefined for what is no node. */
export const offsetOf = (node: unknown): number | undefined =>
  isNode(node) ? (node as Node).range?.[0] : undefined;
