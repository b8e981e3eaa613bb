/** A record ready to be written, apart from checking that its references exist. */
import { hash } from 'node:crypto';
import type { Position } from '../errors';
import { getOrMake } from '../maps';
import type { Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import type { Row } from '../resource/values';

/** A reference to another record, with its position in the file. */
export interface DraftReference {
  field: string;
  /** Key of the other record. */
  key: string;
  at: Position;
}

export interface Draft {
  description: Description;
  key: string;
  /** The columns, without digest and time of change. */
  row: Row;
  identifiers: Identifier[];
  evidence: Evidence[];
  references: DraftReference[];
  at: Position;
}

const digests = new WeakMap<Draft, string>();

/** A digest of everything that an import says about a record. If it is unchanged, nothing is written. */
export const digestOf = (draft: Draft): string =>
  getOrMake(digests, draft, () => {
    const { row, identifiers, evidence } = draft;
    return hash('sha256', JSON.stringify([row, identifiers, evidence.map(withoutDocument)]), 'base64url');
  });

/** The same draft with its digest, where that is known. */
export function withDigest(draft: Draft, digest: string): Draft {
  digests.set(draft, digest);
  return draft;
}

/** A record stays the same where only other parts of its document have changed, or the document was fetched again. */
const withoutDocument = ({ document, ...said }: Evidence): Evidence =>
  document ? { ...said, statedOn: null } : said;
