/** Reads how rows of a list hold on the day of the list. */
import { codesOf } from '../vocabulary/concept-scheme';
import { Holding } from '../vocabulary/holding';
import { noParent } from './connection';
import type { Listing } from './listing';
import type { Reader } from './sql';

/** The keys of the parent (`noParent` without one) and of the record below it. */
export type HeldRow = readonly [parent: string, record: string];

export const belowNone = (record: string): HeldRow => [noParent, record];

/** From what is certain to what is not. */
const order = codesOf(Holding);

/** In one statement; of a record at the other end of several links, by the most certain of them. Null for lists without a day. */
export async function readHolding(
  reader: Reader,
  { held }: Listing,
  rows: readonly HeldRow[],
): Promise<(Holding | null)[]> {
  if (!held) return rows.map(() => null);
  const [parents, records] = [0, 1].map((part) => [...new Set(rows.map((row) => row[part] ?? ''))]);
  const best = new Map<string, Holding>();
  for (const row of await reader.read(held(reader, { parents: parents ?? [], records: records ?? [] }))) {
    const place = placeOf([(row.parent_key as string | undefined) ?? noParent, row.id as string]);
    const holding = row.holding as Holding;
    const other = best.get(place);
    if (!other || order.indexOf(holding) < order.indexOf(other)) best.set(place, holding);
  }
  // Rows of a list without links are found by their own keys, whatever the parent.
  return rows.map((row) => best.get(placeOf(row)) ?? best.get(placeOf([noParent, row[1]])) ?? null);
}

const placeOf = (row: HeldRow): string => row.join(' ');
