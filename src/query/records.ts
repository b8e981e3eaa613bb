/** How records of a class are read by their keys, each with what is asked of it. */
import sql, { join, raw } from 'sql-template-tag';
import { columnsOf, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { narrowRecords, type NarrowRecords } from '../resource/narrow';
import { recordOf, shareable, type StoredRecord } from '../resource/record';
import { KeyedRead } from './keyed-read';
import { amongKeys, column, laterKeys, name } from './sql';

/** The names of attributes and references that are read. */
export type Needs = ReadonlySet<string> | 'all';

/** How records of a class are read for what is asked of them. */
export type Reading = (description: Description) => AskedRecords;

/** What is read of records of a class, and how it is read by their keys. */
interface AskedRecords extends NarrowRecords {
  byKey: KeyedRead<StoredRecord>;
}

/** Remembers for each class how it is read. */
export function readingFor(needs: (type: string) => Needs): Reading {
  const byClass = new Map<Description, AskedRecords>();
  return (description) => {
    const found =
      byClass.get(description) ?? askedOf(description, narrowTo(description, needs(description.type)));
    byClass.set(description, found);
    return found;
  };
}

function narrowTo(description: Description, needs: Needs): NarrowRecords {
  if (needs !== 'all') return narrowRecords(description, needs);
  return {
    columns: columnsOf(description).map(({ name }) => name),
    recordOf: (row) => recordOf(description, row),
  };
}

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

/** Records with all that they hold. */
export const wholeRecords = readingFor(() => 'all');
