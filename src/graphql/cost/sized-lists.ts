/** The lengths of lists that are not connections, but whose length follows from an argument at or above them. */
import type { FieldNode } from 'graphql';
import { mostGroups } from '../../query/counting/groups';
import {
  linksPerRecord,
  matrixSize,
  neighbourhoodSize,
  pathCount,
  pathLength,
  type NumberBounds,
} from '../../query/graph/bounds';
import { defaultPageSize, largestPageSize } from '../../query/page';
import type { Parent } from './parents';

/** Reads an argument of the field, as far as it is known before execution. */
type ValueOf = (argument: string) => unknown;

/** By field: the argument that determines the length of lists below it. */
const sizes: Readonly<Record<string, { argument: string; bounds: NumberBounds }>> = {
  '…Connection.facets': { argument: 'first', bounds: { usual: defaultPageSize, most: largestPageSize } },
  '…Connection.aggregate': { argument: 'first', bounds: { usual: defaultPageSize, most: mostGroups } },
  'Query.paths': { argument: 'maxLength', bounds: pathLength },
  'Query.neighbourhood': { argument: 'first', bounds: neighbourhoodSize },
  'Query.matrix': { argument: 'first', bounds: matrixSize },
  'Query.coverage': { argument: 'first', bounds: { usual: defaultPageSize, most: largestPageSize } },
};

/** Lists that take `first` themselves. */
const sizedBySelf: Readonly<Record<string, NumberBounds>> = {
  'Query.paths': pathCount,
  'Origin.imports': { usual: defaultPageSize, most: largestPageSize },
};

/** The length of a list, by the size that was requested above it. */
const lengths: Readonly<Record<string, (size: number) => number>> = {
  'Facet.buckets': (size) => size,
  '…Aggregate.groups': (size) => size,
  '…Aggregate.missing': (size) => size,
  'GroupAxis.values': (size) => size,
  'Coverage.full': (size) => size,
  'Coverage.partial': (size) => size,
  'Coverage.open': (size) => size,
  // The result counts once for each path, so that the size below it is the length of a path.
  'PathResult.paths': () => 1,
  'Path.steps': (length) => length,
  'Path.resources': (length) => length + 1,
  'PathStep.links': () => 1,
  'Graph.nodes': (size) => size,
  'Graph.links': (size) => size * linksPerRecord,
  'Matrix.rows': (size) => size,
  'Matrix.columns': (size) => size,
  'Matrix.cells': (size) => size,
  'MatrixCell.links': () => 1,
};

/** The prefix of types that are generated per class, such as `DatasetAggregate`. */
const madeForEach = /^\w+(?=(?:Connection|Aggregate)$)/;

/** The key of a field in these tables: `Query.coverage`, or `…Aggregate.groups` for generated types. */
export const coordinateOf = (node: FieldNode, parent: Parent): string =>
  `${parent?.name.replace(madeForEach, '…') ?? ''}.${node.name.value}`;

/** The size that a field sets for the lists below it, or null. */
export function sizeArgumentOf(coordinate: string, valueOf: ValueOf): number | null {
  const size = sizes[coordinate];
  return size ? clamped(valueOf(size.argument), size.bounds) : null;
}

/**
 * The length of a list, or null if no argument determines it.
 * @param size set by a field above
 */
export function lengthOf(coordinate: string, size: number, valueOf: ValueOf): number | null {
  if (coordinate === '…Connection.facets') {
    const by = valueOf('by');
    return Array.isArray(by) ? by.length : 1;
  }
  const own = sizedBySelf[coordinate];
  if (own) return clamped(valueOf('first'), own);
  return lengths[coordinate]?.(size) ?? null;
}

/** Numbers that will be refused count as the nearest allowed one. */
const clamped = (value: unknown, { usual, most }: NumberBounds): number =>
  typeof value === 'number' ? Math.min(Math.max(value, 1), most) : usual;
