/** The shape of every table, derived from the declarations. Entities and drafts of migrations are made of it. */
import { getOrMake } from '../maps';
import { columnsOf, endColumn, referenceColumn, tableOf, type Column } from '../resource/columns';
import { describe, endOf, type Description, type RecordClass } from '../resource/description';
import { harvestTables } from '../resource/harvests';
import type { Registry } from '../resource/registry';
import {
  classVersionTable,
  evidenceTable,
  identifierTable,
  importTable,
  originTable,
  statedTable,
  versionTable,
  withdrawnTable,
} from '../resource/statements';
import { indicesOf, type Index } from './indices';

export interface Table {
  name: string;
  columns: Column[];
  /** Columns of the primary key. */
  key: string[];
  /** Columns that refer to the key of another table. */
  foreignKeys: { column: string; to: string }[];
  indices: Index[];
}

const known = new WeakMap<Registry, readonly Table[]>();

/** All tables. Each comes after those that it refers to. Computed once per registry, as each connection needs them. */
export const tablesOf = (registry: Registry): readonly Table[] =>
  getOrMake(known, registry, () => allTables(registry));

function allTables(registry: Registry): Table[] {
  return [
    ...registry.inDependencyOrder.map(tableOfClass),
    { ...identifierTable, foreignKeys: [], indices: [{ columns: ['scheme', 'value'] }] },
    {
      ...evidenceTable,
      foreignKeys: [{ column: 'source_id', to: tableOf(registry.source) }],
      // Disputes are found in this index. Most evidence states no value, so it is partial.
      indices: [
        { columns: ['source_id'] },
        // What is stated for the time of a record is found here when that changes; most statements are for no such time.
        { columns: ['subject_id'], where: 'during' },
        { columns: ['subject_id', 'property', 'stated_value'], where: 'stated_value' },
      ],
    },
    { ...originTable, foreignKeys: [], indices: [] },
    { ...importTable, foreignKeys: [], indices: [{ columns: ['origin', 'version'] }] },
    { ...statedTable, foreignKeys: [], indices: [{ columns: ['origin', 'subject_id'] }] },
    { ...withdrawnTable, foreignKeys: [], indices: [] },
    { ...versionTable, foreignKeys: [], indices: [] },
    { ...classVersionTable, foreignKeys: [], indices: [] },
    ...harvestTables.map(({ indices, ...table }): Table => ({
      ...table,
      foreignKeys: [],
      indices: indices.map((columns) => ({ columns })),
    })),
  ];
}

function tableOfClass(description: Description): Table {
  const references = description.references.map((reference) => ({
    column: referenceColumn(reference),
    to: [reference.to()],
  }));
  const sides = description.kind === 'link' ? (['from', 'to'] as const) : [];
  const ends = sides.map((side) => ({ column: endColumn(side), to: endOf(description, side).to() }));
  const pointers = [...ends, ...references];
  return {
    name: tableOf(description),
    columns: columnsOf(description),
    key: ['id'],
    foreignKeys: pointers.flatMap(({ column, to }) =>
      onlyClass(to).map((only) => ({ column, to: tableOf(only) })),
    ),
    indices: indicesOf(description),
  };
}

/** The class that a column refers to. Empty if there are several, which a foreign key cannot express. */
const onlyClass = (classes: RecordClass[]): Description[] =>
  classes.length === 1 ? classes.map(describe) : [];
