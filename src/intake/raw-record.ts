/** A record as read: not validated, with the position of each part. */
import type { Position } from '../errors';

export interface RawRecord {
  /** Name of the class, such as `Institution`. */
  type: string;
  /** The content as written. */
  data: unknown;
  /** The position of a part; the empty path is the record itself. */
  at: (path: readonly (string | number)[]) => Position;
}
