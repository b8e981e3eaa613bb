/** A snapshot of which nothing is kept: the database is asked for everything. */
import type { Snapshot } from './kept';

export const nothingKept: Snapshot = {
  version: -1,
  records: () => null,
  identifiers: () => null,
  evidence: () => null,
  pages: () => null,
  counts: () => null,
  remember: (_key, _bytes, read) => read(),
};
