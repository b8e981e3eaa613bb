/** A record as a reader finds it: unchecked, with the place of each of its parts. */
import type { Position } from '../errors';

export interface RawRecord {
  /** Name of the class, such as `Institution`. */
  type: string;
  /** The fields as written. */
  data: unknown;
  /** Where a part of the record stands; the empty path is the record itself. */
  at: (path: readonly (string | number)[]) => Position;
}
