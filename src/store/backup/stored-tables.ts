/** The tables that hold what cannot be derived: all but those of the search index, and the list of migrations. */
import type { Registry } from '../../resource/registry';
import { tablesOf } from '../tables';
import { upgradeReportTable } from '../upgrade-report';

/** A table that a backup holds. */
interface StoredTable {
  name: string;
  /** Columns that tell its rows apart; none where nothing does. */
  key: readonly string[];
}

/** In an order in which they can be filled. */
export const storedTables = (registry: Registry): StoredTable[] => [
  ...tablesOf(registry),
  { name: upgradeReportTable, key: [] },
];
