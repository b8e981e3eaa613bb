/** Records by their keys, each with what is asked of it: one statement for each class. */
import sql, { join, raw } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { narrowRecords, type NarrowRecords } from '../../resource/narrow';
import { recordOf, shareable, type StoredRecord } from '../../resource/record';
import { columnsOf } from '../../resource/columns';
import { KeyedRead, readKeyed } from '../keyed-read';
import { amongKeys, column, isStorable, laterKeys, name } from '../sql';
import { after, begin, otherwise, type MaybePromise } from './maybe-promise';
import type { Needs } from './selection';
import type { Run } from './writer';

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

/** Finds a record that was read by its key. */
export type RecordAt = (key: string) => StoredRecord | undefined;

/** The records with these keys, which are all different. */
export function readRecords(keys: readonly string[], reading: Reading, run: Run): MaybePromise<RecordAt> {
  const { registry } = run.context;
  const [first = ''] = keys;
  if (keys.length === 1) {
    const description = registry.ofKey(first);
    if (!description || !isStorable(first)) return () => undefined;
    return after(readClass(description, keys, reading, run), (read) => (key) => read.get(key));
  }
  const byClass = new Map<Description, string[]>();
  for (const key of keys) {
    const description = registry.ofKey(key);
    if (!description || !isStorable(key)) continue;
    const ofClass = byClass.get(description);
    if (ofClass) ofClass.push(key);
    else byClass.set(description, [key]);
  }
  const classes = [...byClass.keys()];
  const parts = begin([...byClass], ([description, some]) => readClass(description, some, reading, run));
  return after(parts, (read) => {
    const [only] = read;
    if (only && read.length === 1) return (key) => only.get(key);
    const found = new Map(classes.map((description, index) => [description, read[index]]));
    return (key) => {
      const description = registry.ofKey(key);
      return description && found.get(description)?.get(key);
    };
  });
}

function readClass(
  description: Description,
  keys: readonly string[],
  reading: Reading,
  { context: { reader }, cached }: Run,
): MaybePromise<ReadonlyMap<string, StoredRecord>> {
  return otherwise<ReadonlyMap<string, StoredRecord>>(cached?.records(description), () =>
    readKeyed(reader, reading(description).byKey, keys),
  );
}
