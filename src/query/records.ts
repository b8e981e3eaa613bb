/** How records of a class are read by keys, with only the needed attributes. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { columnsOf, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { compactRecords, type CompactMaker } from '../resource/compact';
import { narrowRecords, type NarrowRecords } from '../resource/narrow';
import { recordOf, shareable, type RecordMaker, type StoredRecord } from '../resource/record';
import { KeyedRead } from './keyed-read';
import { asText, inOneRow, jsonList, listedColumn, listsOf, valuesIn } from './listed-rows';
import { amongKeys, column, laterKeys, literal, name, type Reader } from './sql';
import { getOrMake } from '../maps';

/** The names of the attributes and references to read; `values` for all of them, without what search and order compute of them. */
export type Needs = ReadonlySet<string> | 'all' | 'values';

/** Returns how to read records of a class. */
export type Reading = (description: Description) => RecordReading;

/** The columns of a class to read, and the read by keys. */
interface RecordReading extends NarrowRecords {
  byKey: KeyedRead<StoredRecord>;
  /** The same as lists, which is faster for many records; made when it is needed. */
  listed: () => ListedRecords;
}

/** Caches for each class how to read it. */
export function readingFor(needs: (type: string) => Needs): Reading {
  const byClass = new Map<Description, RecordReading>();
  return (description) =>
    getOrMake(byClass, description, () => {
      const needed = needs(description.type);
      const narrow = narrowTo(description, needed);
      let listed: ListedRecords | undefined;
      return {
        ...askedOf(narrow, () => selected(description, narrow.columns), narrow.recordOf),
        listed: () =>
          (listed ??= listedRecords(description, typeof needed === 'string' ? undefined : needed)),
      };
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
): Omit<RecordReading, 'listed'> {
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

const stated = new WeakMap<Description, RecordReading>();

/** Records with all that is stated of them. */
export const statedRecords: Reading = (description) =>
  getOrMake(stated, description, () => {
    const narrow = narrowTo(description, 'values');
    const listed = listedRecords(description);
    const rows = (reader: Reader) =>
      sql`SELECT ${asText(reader, listed.list(reader))} AS list FROM ${name(tableOf(description))} t`;
    const recordOf: RecordMaker = ({ list }) => listed.recordOf(JSON.parse(list as string) as unknown[]);
    return { ...askedOf(narrow, rows, recordOf), listed: () => listed };
  });

/** Records of a class by their keys: those after one, up to another; without an end where it is null. */
export interface KeySpan {
  readonly after: string | null;
  readonly upTo: string | null;
}

/** The condition that a key is within a span. */
export function isInSpan({ after, upTo }: KeySpan): Sql {
  const ends = [
    ...(after === null ? [] : [sql`t.id > ${after}`]),
    ...(upTo === null ? [] : [sql`t.id <= ${upTo}`]),
  ];
  return ends.length === 0 ? empty : sql` WHERE ${join(ends, ' AND ')}`;
}

/** The next records of a class in the order of their keys, as lists of values, and what makes records of them. */
export async function readNext(
  reader: Reader,
  description: Description,
  { first, ...span }: KeySpan & { first: number },
): Promise<{ lists: unknown[][]; recordOf: CompactMaker }> {
  const { list, recordOf } = statedRecords(description).listed();
  const rest = sql`FROM ${name(tableOf(description))} t${isInSpan(span)} ORDER BY ${raw('t.id')} LIMIT ${literal(first)}`;
  const lists = listsOf(await reader.read(inOneRow(reader, list(reader), rest)));
  return { lists, recordOf };
}

/** How records are read as lists of their values. */
interface ListedRecords {
  /** The list of a row with the alias `t`. */
  list: (reader: Reader) => Sql;
  recordOf: CompactMaker;
}

/** @param needs the attributes and references; without it, all that is stated */
function listedRecords(description: Description, needs?: ReadonlySet<string>): ListedRecords {
  const { columns, recordOf } = compactRecords(description, needs);
  const values = columns.map(listedColumn);
  return {
    list: (reader) => jsonList(reader, values),
    recordOf: (list) => recordOf(valuesIn(list, columns.length)),
  };
}
