/** Refuses a truncated list without pages, unless the client can know that it is truncated. */
import type { FieldNode } from 'graphql';
import { BadUserInput } from '../../errors';
import type { AddedNames } from './added-names';
import { isCut, truncationFieldOf } from './truncation-fields';
import type { List } from './list';
import { below, isGiven, type Selected, type Surroundings } from './selection';
import { counted } from '../../words';

/** What a query says about the length of a list without pages. */
export interface Truncation {
  /** The field that tells whether it is truncated; null if the list is always complete. */
  readonly teller: string | null;
  /** Whether the client selected that field, which then is a column. */
  readonly isAsked: boolean;
  /** Whether the client gave `first`. */
  readonly isSized: boolean;
}

export function truncationOf({ path, items, cross }: List, around: Surroundings): Truncation {
  const inner = items ?? cross?.cells;
  const [list, above] = inner ? [inner, path.at(-1)] : [path.at(-1), path.at(-2)];
  const [part] = list?.parts ?? [];
  if (!list || !part) throw new Error('A list has a field.');
  const teller = truncationFieldOf(part.node, part.parent)?.field ?? null;
  return {
    teller,
    isAsked: teller !== null && above !== undefined && asksFor(teller, above, around),
    isSized: above?.parts.some(({ node }) => isSized(node, around)) ?? false,
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
  { teller, isAsked, isSized }: Truncation,
  above: Readonly<Record<string, unknown>>,
  list: string,
  items: readonly unknown[],
  added: AddedNames,
): boolean {
  if (!isCut(above, list, added)) return false;
  if (isAsked || isSized) return true;
  throw new BadUserInput(
    `"${list}" has ${counted(items.length, 'record')}, and there are more; it has no pages that a table could go through. Give "first", or ask for "${teller}" too, to have these as a table.`,
  );
}
