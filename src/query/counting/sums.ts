/** Money of groups added up, for each currency by itself. */
import type { Attribute } from '../../resource/description';
import type { Money } from '../../resource/kinds/money';
import type { Row } from '../../resource/values';
import type { Listing } from '../listing';
import type { Reader } from '../sql';
import { fieldsNamed, groupOf, identityOf, rowsByParent, type GroupRequest } from './groups';

/** The sums of a group, one for each currency, and how many of its records have an amount. */
export interface Sums {
  sums: Money[];
  known: number;
}

/** Adds up an amount in each group, by `identityOf` the group, in one statement; amounts in two currencies are never added. */
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
  sums: [...sums, { amount: inHundredths(Number(row.amount)), currency: row.currency as string }].sort(
    (a, b) => (a.currency < b.currency ? -1 : 1),
  ),
  known: known + Number(row.counted),
});

/** Databases add in an order of their own: what lies beyond hundredths is their rounding. */
const inHundredths = (amount: number): number =>
  Math.abs(amount) < Number.MAX_SAFE_INTEGER / 100 ? Math.round(amount * 100) / 100 : amount;
