/** The classes that a statement reads from, by the tables that its text names. So no statement can be forgotten. */
import { LRUCache } from 'lru-cache';
import { tableOf } from '../resource/columns';
import { classesWithCounts, countTableOf } from '../resource/materialized-counts';
import { harvestTables } from '../resource/harvests';
import type { Registry } from '../resource/registry';
import { searchTables } from '../resource/search/tables';
import {
  classVersionTable,
  derivationStateTable,
  evidenceTable,
  holdingStateTable,
  identifierTable,
  importTable,
  countStateTable,
  originTable,
  pendingTable,
  statedTable,
  versionTable,
  withdrawnTable,
} from '../resource/statements';
import type { ReadClasses, ReadClass } from '../resource/versions';

/** Results are cached for texts of so many characters in total, as most statements repeat. */
const mostCharacters = 1_000_000;

/** Names in a statement, except for columns (after a dot) and string literals. */
const namesIn = /(?<!\.|\."|\w|')[a-z_]\w*/g;

/** Tables with rows about records of any class. */
const tablesOfAll: readonly string[] = [
  classVersionTable.name,
  derivationStateTable,
  evidenceTable.name,
  holdingStateTable,
  identifierTable.name,
  importTable.name,
  countStateTable,
  originTable.name,
  pendingTable.name,
  statedTable.name,
  versionTable.name,
  withdrawnTable.name,
  ...Object.values(searchTables),
  ...harvestTables.map(({ name }) => name),
];

/** The views over all links (store/link-view.ts). */
const viewsOfLinks: readonly string[] = ['link', 'link_end'];

export class StatementClasses {
  private readonly byTable: ReadonlyMap<string, ReadClasses>;
  private readonly known = new LRUCache<string, ReadClasses>({
    maxSize: mostCharacters,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });

  constructor(registry: Registry) {
    this.byTable = new Map<string, ReadClasses>([
      ...tablesOfAll.map((table): [string, ReadClasses] => [table, 'everything']),
      ...viewsOfLinks.map((view): [string, ReadClasses] => [view, registry.links]),
      ...classesWithCounts(registry).map((each): [string, ReadClasses] => [countTableOf(each), [each]]),
      ...registry.all.map((each): [string, ReadClasses] => [tableOf(each), [each]]),
    ]);
  }

  /** Whether the classes of a table or view are known. */
  knows(table: string): boolean {
    return this.byTable.has(table);
  }

  /** @param text of a statement, for either database. */
  of(text: string): ReadClasses {
    const known = this.known.get(text);
    if (known) return known;
    const found = this.named(text);
    this.known.set(text, found);
    return found;
  }

  private named(text: string): ReadClasses {
    const classes = new Set<ReadClass>();
    for (const [name] of text.matchAll(namesIn)) {
      const ofTable = this.byTable.get(name);
      if (ofTable === 'everything') return ofTable;
      for (const each of ofTable ?? []) classes.add(each);
    }
    return [...classes];
  }
}
