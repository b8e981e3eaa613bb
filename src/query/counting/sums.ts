/** Sums of money per group and currency. */
import { getOrMake, groupBy } from '../../maps';
import type { Attribute } from '../../resource/description';
import { ofHundredths, type Money } from '../../resource/kinds/money';
import type { Row } from '../../resource/values';
import type { AmountQualifier } from '../../vocabulary/amount-qualifier';
import type { Listing } from '../listing';
import type { Reader } from '../sql';
import { fieldsNamed, groupOf, identityOf, rowsByParent, type GroupRequest } from './groups';

/** The sums of a group, one per currency, and of how many records. */
export interface Sums {
  sums: Money[];
  /** Number of records with an amount. */
  known: number;
  /** Number of those whose amount is not known to be exact. */
  inexact: number;
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
    const groups = new Map<string, Part[]>();
    for (const row of rowsOf(parent)) {
      const parts = getOrMake(groups, identityOf(groupOf(fields, row)), (): Part[] => []);
      if (row.currency !== null) parts.push(partOf(row));
    }
    return new Map([...groups].map(([identity, parts]) => [identity, sumsOf(parts)]));
  });
}

/** Amounts of one group in one currency with the same qualifier, added up. */
interface Part {
  hundredths: bigint;
  currency: string;
  qualifier: AmountQualifier | null;
  counted: number;
}

const partOf = (row: Row): Part => ({
  hundredths: BigInt(row.hundredths as string),
  currency: row.currency as string,
  qualifier: row.qualifier as AmountQualifier | null,
  counted: Number(row.counted),
});

function sumsOf(parts: readonly Part[]): Sums {
  const byCurrency = [...groupBy(parts, ({ currency }) => currency)];
  return {
    sums: byCurrency
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([currency, some]) => ({
        amount: ofHundredths(some.reduce((sum, { hundredths }) => sum + hundredths, 0n)),
        currency,
        qualifier: ofSum(some.map(({ qualifier }) => qualifier)),
      })),
    known: recordsIn(parts),
    inexact: recordsIn(parts.filter(({ qualifier }) => qualifier !== 'EXACT')),
  };
}

const recordsIn = (parts: readonly Part[]): number => parts.reduce((sum, { counted }) => sum + counted, 0);

/** How exact a sum is: bounds in one direction stay a bound, anything else is approximate; unknown if one of the amounts is. */
function ofSum(qualifiers: readonly (AmountQualifier | null)[]): AmountQualifier | null {
  if (qualifiers.includes(null)) return null;
  const [only = 'EXACT', ...others] = new Set(qualifiers.filter((each) => each !== null && each !== 'EXACT'));
  return others.length > 0 ? 'APPROXIMATE' : only;
}
