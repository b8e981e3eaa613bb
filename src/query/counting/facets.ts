/** Facets: the number of records by value of a field, over the whole list and not only its page. */
import { BadUserInput } from '../../errors';
import type { Listing } from '../listing';
import { defaultPageSize, largestPageSize } from '../page';
import type { Reader } from '../sql';
import { readGroups } from './groups';

/** The number of records with one value. */
export interface Bucket {
  /** A code, a text, `true` or `false`, or the slug of a linked record, with the path of its type before it where that may be one of several. */
  value: string;
  /** Key of the linked record, for facets by linked records. */
  key: string | null;
  count: number;
}

/** The values of one field over a list. */
export interface Facet {
  by: string;
  /** Sorted by count, largest first, then by value. */
  buckets: Bucket[];
  /** Number of different values, including those not shown. */
  distinct: number;
  /** Number of records without a value. */
  missing: number;
}

/**
 * Counts the values of a field for each parent, in one statement.
 * @param first maximum number of values per parent
 */
export async function readFacets(
  reader: Reader,
  listing: Listing,
  field: string,
  first: number,
  parents: readonly string[],
): Promise<Facet[]> {
  const counted = await readGroups(reader, listing, { by: [field], first, ranges: [] }, parents);
  return counted.map(({ groups, missing, completeCount }) => ({
    by: field,
    buckets: groups.flatMap(({ keys: [one], count }) =>
      one?.value == null ? [] : [{ value: one.value, key: one.key, count }],
    ),
    distinct: completeCount,
    missing: missing[0]?.count ?? 0,
  }));
}

/** @throws BadUserInput with the argument, its value and the remedy */
export function checkBuckets(first: number | null | undefined): number {
  const count = first ?? defaultPageSize;
  if (count >= 1 && count <= largestPageSize) return count;
  throw new BadUserInput(
    `"first" is ${count}; a facet shows 1 to ${largestPageSize} values. Narrow the list by "filter" to see others.`,
  );
}
