/** Refuses a truncated list without pages, unless the client can know that it is truncated. */
import type { FieldNode } from 'graphql';
import { pathCount } from '../../query/graph/bounds';
import { BadUserInput } from '../../errors';
import type { AddedNames } from './added-names';
import { arePathsCut, isCut, isPaths, tellerOf } from './cut-lists';
import type { List } from './list';
import { below, isGiven, type Selected, type Surroundings } from './selection';

/** What a query says about the length of a list without pages. */
export interface Truncation {
  /** The field that tells whether it is truncated; null if the list is always complete. */
  readonly teller: string | null;
  /** Whether the client selected that field, which then is a column. */
  readonly isAsked: boolean;
  /** Whether the client gave `first`. */
  readonly isSized: boolean;
  /** The default number of paths; null for other lists. */
  readonly usual: number | null;
}

export function truncationOf({ path }: List, around: Surroundings): Truncation {
  const [list, above] = [path.at(-1), path.at(-2)];
  const [part] = list?.parts ?? [];
  if (!list || !part) throw new Error('A list has a field.');
  if (isPaths(part.node, part.parent)) {
    const isAsked = asksFor('truncated', list, around);
    return { teller: 'truncated', isAsked, isSized: isSized(part.node, around), usual: pathCount.usual };
  }
  const teller = tellerOf(part.node, part.parent)?.field ?? null;
  return {
    teller,
    isAsked: teller !== null && above !== undefined && asksFor(teller, above, around),
    isSized: above?.parts.some(({ node }) => isSized(node, around)) ?? false,
    usual: null,
  };
}

const asksFor = (field: string, { parts, name }: Selected, around: Surroundings): boolean =>
  below({ parts, name }, around).some((each) => each.parts[0].node.name.value === field);

const isSized = (field: FieldNode, { variables }: Surroundings): boolean =>
  isGiven(field, 'first', variables);

/**
 * Whether the list is truncated.
 * @throws BadUserInput when it is and the client could not know it
 */
export function isListCut(
  { teller, isAsked, isSized, usual }: Truncation,
  above: Readonly<Record<string, unknown>>,
  list: string,
  items: readonly unknown[],
  added: AddedNames,
): boolean {
  const refused = (more: string, remedy: string) =>
    new BadUserInput(
      `"${list}" has ${items.length} records, and there ${more} more; it has no pages that a table could go through. ${remedy}, to have these as a table.`,
    );
  if (usual !== null) {
    if (!isSized && items.length >= usual) throw refused('may be', 'Give "first"');
    const stopped = arePathsCut(items, added);
    if (stopped && !isAsked) throw refused('may be', `Ask for "${teller}" too`);
    return stopped;
  }
  if (!isCut(above, list, added)) return false;
  if (isAsked || isSized) return true;
  throw refused('are', `Give "first", or ask for "${teller}" too`);
}
