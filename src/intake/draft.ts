/** A record that is ready to be written, once what it refers to is known to exist. */
import { createHash } from 'node:crypto';
import type { Position } from '../errors';
import type { Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import type { Row } from '../resource/values';

/** A reference to another record, and where it is written. */
export interface DraftReference {
  field: string;
  /** Key of the record referred to. */
  key: string;
  at: Position;
}

export interface Draft {
  description: Description;
  key: string;
  /** The columns, without the time of the change and the digest. */
  row: Row;
  identifiers: Identifier[];
  evidence: Evidence[];
  references: DraftReference[];
  at: Position;
}

/** A digest of all that an import says of a record: the same digest, nothing to write. */
export const digestOf = ({ row, identifiers, evidence }: Draft): string =>
  createHash('sha256')
    .update(JSON.stringify([row, identifiers, evidence]))
    .digest('base64url');
