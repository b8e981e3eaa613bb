/** A list in groups whose parts are read on demand: the counts with the spans of numbers and days, and the sums of money. */
import type { Attribute } from '../../resource/description';
import type { Listing } from '../listing';
import type { Reader } from '../sql';
import { checkGroups, readGroups, type GroupRequest, type Groups } from './groups';
import { readSums, type Sums } from './sums';

export type { GroupRequest };

/** A list in groups; each part is one statement for all parents that ask alike. */
export interface GroupedList {
  counts(): Promise<Groups>;
  /** By the identity of the group. */
  sums(money: Attribute): Promise<Map<string, Sums>>;
}

/** Reads a part of a list for many parents. */
export type ReadPart<T> = (reader: Reader, listing: Listing, parents: readonly string[]) => Promise<T[]>;

/**
 * @param load reads a part for one parent, together with all others that ask for it.
 * @throws BadUserInput for fields and numbers that do not fit.
 */
export function groupsWith(
  asked: GroupRequest,
  load: <T>(part: string, read: ReadPart<T>) => Promise<T>,
): GroupedList {
  const request = checkGroups(asked);
  return {
    counts: () => load('counts', (reader, listing, parents) => readGroups(reader, listing, request, parents)),
    sums: (money) =>
      load(`sums ${money.name}`, (reader, listing, parents) =>
        readSums(reader, listing, request, money, parents),
      ),
  };
}
