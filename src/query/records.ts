/** How records of a class are read by keys, with only the needed attributes. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnsOf, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { compactRecords, listColumn } from '../resource/compact';
import { narrowRecords, type NarrowRecords } from '../resource/narrow';
import { recordOf, shareable, type RecordMaker, type StoredRecord } from '../resource/record';
import { KeyedRead } from './keyed-read';
import { amongKeys, column, jsonList, laterKeys, literal, name, type Reader } from './sql';
import type { Row } from '../resource/values';
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
    getOrMake(byClass, description, () => {
      const narrow = narrowTo(description, needs(description.type));
      return askedOf(narrow, () => selected(description, narrow.columns), narrow.recordOf);
    });
}

const selected = (description: Description, columns: readonly string[]): Sql =>
  sql`SELECT ${join(columns.map((each) => column('t', each)))} FROM ${name(tableOf(description))} t`;

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

/** @param rows selects the rows of a class, with the alias `t` */
function askedOf(
  { columns, recordOf }: NarrowRecords,
  rows: (reader: Reader) => Sql,
  recordOfKey: RecordMaker,
): AskedRecords {
  const byKey = new KeyedRead<StoredRecord>({
    statement: (reader) => sql`${rows(reader)} WHERE ${amongKeys(reader, raw('t.id'), laterKeys)}`,
    found: (found, shared) =>
      new Map(
        found.map((row) => {
          const record = recordOfKey(row);
          return [record.key, shared ? shareable(record) : record];
        }),
      ),
    rowsIn: () => 1,
  });
  return { columns, recordOf, byKey };
}

/** Complete records. */
export const wholeRecords = readingFor(() => 'all');

const stated = new WeakMap<Description, AskedRecords>();

/** Records with all that is stated of them. */
export const statedRecords: Reading = (description) =>
  getOrMake(stated, description, () => {
    const { rows, recordOf } = compactRead(description);
    return askedOf(narrowTo(description, 'values'), rows, recordOf);
  });

/** The rows of the next records of a class in the order of their keys, and what makes records with all that is stated of them. */
export async function readNext(
  reader: Reader,
  description: Description,
  { first, after }: { first: number; after: string | null },
): Promise<{ rows: Row[]; recordOf: RecordMaker }> {
  const { rows, recordOf } = compactRead(description);
  const beyond = after === null ? empty : sql` WHERE t.id > ${after}`;
  const found = await reader.read(
    sql`${rows(reader)}${beyond} ORDER BY ${raw('t.id')} LIMIT ${literal(first)}`,
  );
  return { rows: found, recordOf };
}

interface CompactRead {
  rows: (reader: Reader) => Sql;
  recordOf: RecordMaker;
}

const compact = new WeakMap<Description, CompactRead>();

/** Reads the rows of a class with one list for the values of each. */
const compactRead = (description: Description): CompactRead =>
  getOrMake(compact, description, () => {
    const { lists, others, recordOf } = compactRecords(description);
    const inRow = (columns: readonly string[]) => columns.map((each) => column('t', each));
    return {
      rows: (reader) => {
        const listed = lists.map((columns, index) => {
          const list = jsonList(reader, inRow(columns));
          return sql`${list} AS ${name(listColumn(index))}`;
        });
        return sql`SELECT ${join([...listed, ...inRow(others)])} FROM ${name(tableOf(description))} t`;
      },
      recordOf,
    };
  });
