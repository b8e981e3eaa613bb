/** How records of a class are read by keys, with only the needed attributes. */
import sql, { join, raw } from 'sql-template-tag';
import { columnsOf, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { narrowRecords, type NarrowRecords } from '../resource/narrow';
import { recordOf, shareable, type StoredRecord } from '../resource/record';
import { KeyedRead } from './keyed-read';
import { amongKeys, column, laterKeys, name } from './sql';
import { getOrMake } from '../maps';

/** The names of the attributes and references to read; `values` for all of them, without what search and order compute of them. */
export type Needs = ReadonlySet<string> | 'all' | 'values';

/** Returns how to read records of a class. */
export type Reading = (description: Description) => AskedRecords;

/** The columns of a class to read, and the read by keys. */
interface AskedRecords extends NarrowRecords {
  byKey: KeyedRead<StoredRecord>;
}

/** Caches for each class how to read it. */
export function readingFor(needs: (type: string) => Needs): Reading {
  const byClass = new Map<Description, AskedRecords>();
  return (description) =>
    getOrMake(byClass, description, () =>
      askedOf(description, narrowTo(description, needs(description.type))),
    );
}

function narrowTo(description: Description, needs: Needs): NarrowRecords {
  if (needs === 'values') return narrowRecords(description, valuesOf(description));
  if (needs !== 'all') return narrowRecords(description, needs);
  return {
    columns: columnsOf(description).map(({ name }) => name),
    recordOf: (row) => recordOf(description, row),
  };
}

const valuesOf = ({ attributes, references }: Description): ReadonlySet<string> =>
  new Set([...attributes, ...references].map(({ name }) => name));

function askedOf(description: Description, { columns, recordOf }: NarrowRecords): AskedRecords {
  const read = join(columns.map((each) => column('t', each)));
  const byKey = new KeyedRead<StoredRecord>({
    statement: (reader) =>
      sql`SELECT ${read} FROM ${name(tableOf(description))} t WHERE ${amongKeys(reader, raw('t.id'), laterKeys)}`,
    found: (rows, shared) =>
      new Map(rows.map((row) => [row.id as string, shared ? shareable(recordOf(row)) : recordOf(row)])),
    rowsIn: () => 1,
  });
  return { columns, recordOf, byKey };
}

/** Complete records. */
export const wholeRecords = readingFor(() => 'all');

/** Records with all that is stated of them. */
export const statedRecords = readingFor(() => 'values');
