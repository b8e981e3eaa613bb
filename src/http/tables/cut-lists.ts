/** Lists without pages have as many items as was asked for. Another field tells whether there are more: tables ask for it, so that none that is cut looks whole. */
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import { coordinateOf } from '../../graphql/cost/sized-lists';
import type { Parent } from '../../graphql/cost/parents';
import type { AddedNames } from './added-names';

/** What tells whether a list is cut: a field beside it (of paths, of each item), which says that there is more, or how many items there are in all. */
interface Teller {
  readonly field: string;
  readonly says: 'more' | 'all';
}

const truncated: Teller = { field: 'truncated', says: 'more' };
const beyond: Teller = { field: 'beyond', says: 'more' };
const counted = (field: string): Teller => ({ field, says: 'all' });

/** By the coordinate of the list, in which types that are made for every class of records have no name of their own. */
const tellers: Readonly<Record<string, Teller>> = {
  '…Aggregate.axes': beyond,
  '…Aggregate.groups': beyond,
  '…Aggregate.missing': beyond,
  'Facet.buckets': counted('distinct'),
  'Coverage.full': counted('fullCount'),
  'Coverage.partial': counted('partialCount'),
  'Coverage.open': counted('openCount'),
  'Graph.nodes': truncated,
  'Graph.distances': truncated,
  'Graph.links': truncated,
  'Matrix.rows': truncated,
  'Matrix.columns': truncated,
  'Matrix.cells': truncated,
};

/** What tells whether a list is cut; undefined for a list that is always whole. */
export const tellerOf = (node: FieldNode, parent: Parent): Teller | undefined =>
  tellers[coordinateOf(node, parent)];

/** The paths are the one list at the root that may be cut, and each of them tells it. */
export const isPaths = (node: FieldNode, parent: Parent): boolean =>
  coordinateOf(node, parent) === 'Query.paths';

/** The fields that must be asked for beside the lists of a selection, as GraphQL. */
export function tellersBeside({ selections }: SelectionSetNode, parent: Parent, added: AddedNames): string[] {
  if (parent?.name === 'Path') return [`${added.more('paths')}: ${truncated.field}`];
  return selections.flatMap((node) => {
    const teller = node.kind === Kind.FIELD ? tellerOf(node, parent) : undefined;
    if (node.kind !== Kind.FIELD || !teller) return [];
    return [`${added[teller.says](node.alias?.value ?? node.name.value)}: ${teller.field}`];
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** How many items a list has in all, so far as a field beside it tells. */
export function countOfAll(fields: Fields, list: string, added: AddedNames): number | null {
  const all = fields[added.all(list)];
  return typeof all === 'number' ? all : null;
}

/** Whether a list within some fields has fewer items than there are. */
export function isCut(fields: Fields, list: string, added: AddedNames): boolean {
  const more = fields[added.more(list)];
  if (typeof more === 'boolean') return more;
  if (typeof more === 'number') return more > 0;
  const items = fields[list];
  return Array.isArray(items) && (countOfAll(fields, list, added) ?? 0) > items.length;
}

/** Whether each of some paths says that there may be more. */
export const arePathsCut = (paths: readonly unknown[], added: AddedNames): boolean =>
  paths.some((path) => (path as Fields)[added.more('paths')] === true);

/** Leaves out of a record what only the table asked for. */
export const withoutTellers =
  ({ prefix }: AddedNames) =>
  (name: string, value: unknown): unknown =>
    name.startsWith(prefix) ? undefined : value;
