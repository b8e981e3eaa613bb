/** The range of keys at which a walk over a class is, and what it has learnt of the lists below: those of most records are empty. */
import { pathOfKey } from '../../resource/identity';
import type { KeyRange } from '../listing';

export interface WalkedRange extends KeyRange {
  /** By list, the first key from a range without any rows on that has some. Ranges of a walk share it. */
  readonly nextFilled: Map<object, string>;
}

/** How rows below a range are read. */
interface ReadBelow<T> {
  rows: () => Promise<readonly T[] | null>;
  /** The first key in a range that has rows. */
  firstIn: (range: KeyRange) => Promise<string | null>;
}

/** Rows below a range, unless it is known that there are none: then nothing is asked for. */
export async function rowsUnlessEmpty<T>(
  list: object,
  { to, nextFilled }: WalkedRange,
  { rows, firstIn }: ReadBelow<T>,
): Promise<readonly T[] | null> {
  const next = nextFilled.get(list);
  if (next !== undefined && to < next) return [];
  const found = await rows();
  if (found?.length === 0) {
    const end = endOfClass(to);
    nextFilled.set(list, (await firstIn({ from: to, to: end })) ?? end);
  }
  return found;
}

/** Comes after all keys of a class: "0" follows "/". */
const endOfClass = (key: string): string => `${pathOfKey(key)}0`;
