/** Sums of money per group and currency. */
import type { Attribute } from '../../resource/description';
import { ofHundredths, type Money } from '../../resource/kinds/money';
import type { Row } from '../../resource/values';
import type { Listing } from '../listing';
import type { Reader } from '../sql';
import { fieldsNamed, groupOf, identityOf, rowsByParent, type GroupRequest } from './groups';

/** The sums of a group, one per currency, and the number of records with an amount. */
export interface Sums {
  sums: Money[];
  known: number;
}

/** Sums an amount for each group (by `identityOf`), in one statement. Amounts in different currencies are never added. */
export async function readSums(
  reader: Reader,
  listing: Listing,
  { by, first }: GroupRequest,
  money: Attribute,
  parents: readonly string[],
): Promise<Map<string, Sums>[]> {
  const fields = fieldsNamed(listing, by);
  const rowsOf = await rowsByParent(reader, listing, { fields, first, ranges: [], money }, parents);
  return parents.map((parent) => {
    const sums = new Map<string, Sums>();
    for (const row of rowsOf(parent)) {
      const identity = identityOf(groupOf(fields, row));
      const group = sums.get(identity) ?? { sums: [], known: 0 };
      sums.set(identity, row.currency === null ? group : withSum(group, row));
    }
    return sums;
  });
}

const withSum = ({ sums, known }: Sums, row: Row): Sums => ({
  sums: [
    ...sums,
    { amount: ofHundredths(BigInt(row.hundredths as string)), currency: row.currency as string },
  ].sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  known: known + Number(row.counted),
});
