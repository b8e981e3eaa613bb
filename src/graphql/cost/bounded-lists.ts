/** How many items lists have that an argument of a field above them bounds. */
import {
  linksPerRecord,
  matrixSize,
  neighbourhoodSize,
  pathCount,
  pathLength,
  type NumberBounds,
} from '../../query/graph/bounds';

/** The value of an argument of the field, as far as it can be known before it runs. */
type ValueOf = (argument: string) => unknown;

const sizes: Readonly<Record<string, { argument: string; bounds: NumberBounds }>> = {
  'Query.paths': { argument: 'maxLength', bounds: pathLength },
  'Query.neighbourhood': { argument: 'first', bounds: neighbourhoodSize },
  'Query.matrix': { argument: 'first', bounds: matrixSize },
};

const lengths: Readonly<Record<string, (size: number) => number>> = {
  'Path.steps': (length) => length,
  'Path.resources': (length) => length + 1,
  'PathStep.links': () => 1,
  'Graph.nodes': (size) => size,
  'Graph.distances': (size) => size,
  'Graph.links': (size) => size * linksPerRecord,
  'Matrix.rows': (size) => size,
  'Matrix.columns': (size) => size,
  'Matrix.cells': (size) => size,
  'MatrixCell.links': () => 1,
};

/** The size that a field gives to the lists below it; null where it gives none. */
export function sizeBelow(field: string, valueOf: ValueOf): number | null {
  const size = sizes[field];
  return size ? clamped(valueOf(size.argument), size.bounds) : null;
}

/**
 * How many items a list has; null where no argument bounds it.
 * @param field its type and name, such as `Path.steps`.
 * @param size given by the field below which it stands.
 */
export function boundedLength(field: string, size: number, valueOf: ValueOf): number | null {
  if (field === 'Query.paths') return clamped(valueOf('first'), pathCount);
  return lengths[field]?.(size) ?? null;
}

/** Numbers that the field will refuse count as the nearest that it takes. */
const clamped = (asked: unknown, { usual, most }: NumberBounds): number =>
  typeof asked === 'number' ? Math.min(Math.max(asked, 1), most) : usual;
