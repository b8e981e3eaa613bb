/** How many items lists have whose length an argument of a field at or above them says, though they are no pages of a connection. */
import type { FieldNode } from 'graphql';
import { defaultGroups, mostGroups } from '../../query/counting/groups';
import { defaultCovered } from '../../query/coverage/coverage';
import {
  linksPerRecord,
  matrixSize,
  neighbourhoodSize,
  pathCount,
  pathLength,
  type NumberBounds,
} from '../../query/graph/bounds';
import { largestPageSize } from '../../query/page';
import type { Parent } from './parents';

/** The value of an argument of the field, as far as it can be known before it runs. */
type ValueOf = (argument: string) => unknown;

/** The argument of a field that says how long the lists below it are. */
const sizes: Readonly<Record<string, { argument: string; bounds: NumberBounds }>> = {
  '…Connection.aggregate': { argument: 'first', bounds: { usual: defaultGroups, most: mostGroups } },
  'Query.paths': { argument: 'maxLength', bounds: pathLength },
  'Query.neighbourhood': { argument: 'first', bounds: neighbourhoodSize },
  'Query.matrix': { argument: 'first', bounds: matrixSize },
  'Query.coverage': { argument: 'first', bounds: { usual: defaultCovered, most: largestPageSize } },
};

/** How long a list is, by the size that was asked for above it. */
const lengths: Readonly<Record<string, (size: number) => number>> = {
  '…Aggregate.groups': (size) => size,
  '…Aggregate.missing': (size) => size,
  'GroupAxis.values': (size) => size,
  'Coverage.full': (size) => size,
  'Coverage.partial': (size) => size,
  'Coverage.open': (size) => size,
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

/** A type that is made for every class of records, such as `DatasetAggregate`. */
const madeForEach = /^\w+(?=(?:Connection|Aggregate)$)/;

/** A field as the tables name it: `Query.coverage`, or `…Aggregate.groups` for the types of all classes. */
export const coordinateOf = (node: FieldNode, parent: Parent): string =>
  `${parent?.name.replace(madeForEach, '…') ?? ''}.${node.name.value}`;

/** The size that a field gives to the lists below it; null where it gives none. */
export function sizeAsked(coordinate: string, valueOf: ValueOf): number | null {
  const size = sizes[coordinate];
  return size ? clamped(valueOf(size.argument), size.bounds) : null;
}

/**
 * How many items a list has; null where no argument says it.
 * @param size given by the field below which it stands.
 */
export function lengthAsked(coordinate: string, size: number, valueOf: ValueOf): number | null {
  if (coordinate === 'Query.paths') return clamped(valueOf('first'), pathCount);
  return lengths[coordinate]?.(size) ?? null;
}

/** Numbers that the field will refuse count as the nearest that it takes. */
const clamped = (asked: unknown, { usual, most }: NumberBounds): number =>
  typeof asked === 'number' ? Math.min(Math.max(asked, 1), most) : usual;
