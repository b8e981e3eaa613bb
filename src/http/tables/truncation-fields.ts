/**
 * Detects truncated lists that have no pages. A field beside such a list tells whether there is more; page queries select it, so
 * that a truncated list never looks complete.
 */
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import { coordinateOf } from '../../graphql/cost/sized-lists';
import type { Parent } from '../../graphql/cost/parents';
import type { AddedNames } from './added-names';

/** A field beside the list that says whether there is more, or how many items there are. */
interface TruncationField {
  readonly field: string;
  readonly says: 'more' | 'all';
}

const truncated: TruncationField = { field: 'truncated', says: 'more' };
const beyond: TruncationField = { field: 'beyond', says: 'more' };
const counted = (field: string): TruncationField => ({ field, says: 'all' });

/** By schema coordinate. The type prefix of generated types is replaced by `…`. */
const truncationFields: Readonly<Record<string, TruncationField>> = {
  '…Aggregate.axes': beyond,
  '…Aggregate.groups': beyond,
  '…Aggregate.missing': beyond,
  'Facet.buckets': counted('distinct'),
  'Coverage.full': counted('fullCount'),
  'Coverage.partial': counted('partialCount'),
  'Coverage.open': counted('openCount'),
  'Graph.nodes': truncated,
  'Graph.links': truncated,
  'PathResult.paths': truncated,
  'Matrix.rows': truncated,
  'Matrix.columns': truncated,
  'Matrix.cells': truncated,
};

/** The field for a list; undefined if the list is always complete. */
export const truncationFieldOf = (node: FieldNode, parent: Parent): TruncationField | undefined =>
  truncationFields[coordinateOf(node, parent)];

/** The fields to add beside the lists of a selection, as GraphQL text. */
export function truncationFieldsOf(
  { selections }: SelectionSetNode,
  parent: Parent,
  added: AddedNames,
): string[] {
  return selections.flatMap((node) => {
    const teller = node.kind === Kind.FIELD ? truncationFieldOf(node, parent) : undefined;
    if (node.kind !== Kind.FIELD || !teller) return [];
    return [`${added[teller.says](node.alias?.value ?? node.name.value)}: ${teller.field}`];
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** The total number of items, if a field beside the list says so. */
export function countOfAll(fields: Fields, list: string, added: AddedNames): number | null {
  const all = fields[added.all(list)];
  return typeof all === 'number' ? all : null;
}

/** Whether a list has fewer items than there are. */
export function isCut(fields: Fields, list: string, added: AddedNames): boolean {
  const more = fields[added.more(list)];
  if (typeof more === 'boolean') return more;
  if (typeof more === 'number') return more > 0;
  const items = fields[list];
  return Array.isArray(items) && (countOfAll(fields, list, added) ?? 0) > items.length;
}

/** A JSON replacer that removes the added fields from a record. */
export const withoutAddedFields =
  ({ prefix }: AddedNames) =>
  (name: string, value: unknown): unknown =>
    name.startsWith(prefix) ? undefined : value;
