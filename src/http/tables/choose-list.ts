/** Which lists of a query a table is made of: the one that its client names, the only one, or as many as the format has room for. */
import { BadUserInput } from '../../errors';
import type { List } from './list';

/** What a request says about the lists. */
export interface Choice {
  /** The value of `?list=`. */
  readonly name: string | null;
  /** Whether the format has room for several. */
  readonly several: boolean;
}

/** @throws BadUserInput when the list is not there, or none is named where the format has room for one */
export function chosenLists(lists: readonly List[], { name, several }: Choice): readonly List[] {
  if (name !== null) {
    const named = lists.find((list) => list.name === name || pathOf(list) === name);
    if (named) return [named];
    throw new BadUserInput(
      `There is no list "${name.slice(0, 100)}" in this query. "list" can be ${namesOf(lists)}.`,
    );
  }
  if (several) return lists.filter(({ role }) => role !== 'part');
  const main = lists.filter(({ role }) => role === 'main');
  if (main.length === 1) return main;
  throw new BadUserInput(
    `This query asks for several lists: ${namesOf(main)}. Name the one that you want, such as "&list=${main[0]?.name ?? ''}", or ask for a workbook ("&format=xlsx"), which has a sheet for each.`,
  );
}

const pathOf = ({ path }: List): string => path.map(({ name }) => name).join('.');

const namesOf = (lists: readonly List[]): string => lists.map(({ name }) => `"${name}"`).join(', ');
