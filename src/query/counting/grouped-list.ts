/** A grouped list, whose parts are read on demand: the groups with ranges, and the sums of money. */
import type { Attribute } from '../../resource/description';
import type { Listing } from '../listing';
import type { Reader } from '../sql';
import { checkGroups, readGroups, type GroupRequest, type Groups } from './groups';
import { readSums, type Sums } from './sums';

export type { GroupRequest };

/** A grouped list. Each part is read in one statement for all parents with the same request. */
export interface GroupedList {
  counts(): Promise<Groups>;
  /** By `identityOf` the group. */
  sums(money: Attribute): Promise<Map<string, Sums>>;
}

/** Reads a part of a list for many parents. */
export type ReadPart<T> = (reader: Reader, listing: Listing, parents: readonly string[]) => Promise<T[]>;

/**
 * @param load reads a part for one parent, batched with others
 * @throws BadUserInput for invalid fields and numbers
 */
export function groupsWith(
  given: GroupRequest,
  load: <T>(part: string, read: ReadPart<T>) => Promise<T>,
): GroupedList {
  const request = checkGroups(given);
  return {
    counts: () => load('counts', (reader, listing, parents) => readGroups(reader, listing, request, parents)),
    sums: (money) =>
      load(`sums ${money.name}`, (reader, listing, parents) =>
        readSums(reader, listing, request, money, parents),
      ),
  };
}
