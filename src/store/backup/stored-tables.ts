/** The tables in a backup: those whose content cannot be derived. Not the search index, the rules by which times were derived, and the list of migrations. */
import type { Registry } from '../../resource/registry';
import { tablesOf } from '../tables';
import { upgradeReportTable } from '../upgrade-report';

/** A table that a backup holds. */
interface StoredTable {
  name: string;
  /** The columns of the primary key; empty if there is none. */
  key: readonly string[];
}

/** Ordered by foreign keys, so that they can be filled one after another. */
export const storedTables = (registry: Registry): StoredTable[] => [
  ...tablesOf(registry),
  { name: upgradeReportTable, key: [] },
];
