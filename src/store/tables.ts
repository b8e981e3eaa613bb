/** The shape of every table, derived from the declarations: entities and drafts of migrations are made of it. */
import { columnOf, columnsOf, referenceColumn, tableOf, type Column } from '../resource/columns';
import { describe, endOf, type Description, type RecordClass } from '../resource/description';
import type { Registry } from '../resource/registry';
import { evidenceTable, identifierTable, versionTable } from '../resource/statements';

export interface Table {
  name: string;
  columns: Column[];
  /** Columns of the primary key. */
  key: string[];
  /** Columns that point to the key of another table. */
  foreignKeys: { column: string; to: string }[];
  /** Columns that are looked up together. Rows below a record are listed by its key, in the order of their own. */
  indices: string[][];
}

/** All tables, each after those to which it points. */
export function tablesOf(registry: Registry): Table[] {
  return [
    ...registry.inDependencyOrder.map(tableOfClass),
    { ...identifierTable, foreignKeys: [], indices: [['scheme', 'value']] },
    {
      ...evidenceTable,
      foreignKeys: [{ column: 'source_id', to: tableOf(registry.source) }],
      indices: [['source_id']],
    },
    { ...versionTable, foreignKeys: [], indices: [] },
  ];
}

function tableOfClass(description: Description): Table {
  const references = description.references.map((reference) => ({
    column: referenceColumn(reference),
    to: [reference.to()],
  }));
  const sides = description.kind === 'link' ? (['source', 'target'] as const) : [];
  const ends = sides.map((side) => ({ column: `${side}_id`, to: endOf(description, side).to() }));
  const pointers = [...ends, ...references];
  return {
    name: tableOf(description),
    columns: columnsOf(description),
    key: ['id'],
    foreignKeys: pointers.flatMap(({ column, to }) =>
      onlyClass(to).map((only) => ({ column, to: tableOf(only) })),
    ),
    indices: [
      ...pointers.map(({ column }) => [column, 'id']),
      ...endsTogether(description),
      ...daysOf(description).map((column) => [column]),
    ],
  };
}

/** Lists of the records at one end of links are read by the other end. */
const endsTogether = ({ kind }: Description): string[][] =>
  kind === 'link'
    ? [
        ['source_id', 'target_id'],
        ['target_id', 'source_id'],
      ]
    : [];

/** The columns with days by which one can filter: changes between two days are found by them. */
const daysOf = ({ attributes }: Description): string[] =>
  attributes.filter(({ kind, filter }) => kind === 'day' && filter).map((attribute) => columnOf(attribute));

/** The class that a column points to; none where it may be one of several, which no foreign key can say. */
const onlyClass = (classes: RecordClass[]): Description[] =>
  classes.length === 1 ? classes.map(describe) : [];
