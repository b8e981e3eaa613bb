/** Records by their keys, each with what is asked of it: one statement for each class. */
import sql, { join, raw } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { narrowRecords, type NarrowRecords } from '../../resource/narrow';
import { recordOf, type StoredRecord } from '../../resource/record';
import { columnsOf } from '../../resource/columns';
import { among, column, isStorable, name } from '../sql';
import { after, begin, type MaybePromise } from './maybe-promise';
import type { Needs } from './selection';
import type { Run } from './writer';

/** How records of a class are read for what is asked of them. */
export type Reading = (description: Description) => NarrowRecords;

/** Remembers for each class how it is read. */
export function readingFor(needs: (type: string) => Needs): Reading {
  const known = new Map<Description, NarrowRecords>();
  return (description) => {
    const found = known.get(description) ?? narrowTo(description, needs(description.type));
    known.set(description, found);
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

/** The records with these keys, which are all different; null where there is none. */
export function readRecords(
  keys: readonly string[],
  reading: Reading,
  run: Run,
): MaybePromise<ReadonlyMap<string, StoredRecord>> {
  const byClass = new Map<Description, string[]>();
  for (const key of keys) {
    const description = run.context.registry.ofKey(key);
    if (!description || !isStorable(key)) continue;
    const ofClass = byClass.get(description);
    if (ofClass) ofClass.push(key);
    else byClass.set(description, [key]);
  }
  const parts = begin([...byClass], ([description, some]) => readClass(description, some, reading, run));
  return after(parts, (read) => {
    const [only] = read;
    if (only && read.length === 1) return only;
    return new Map(read.flatMap((part) => [...part]));
  });
}

function readClass(
  description: Description,
  keys: readonly string[],
  reading: Reading,
  { context: { reader } }: Run,
): MaybePromise<ReadonlyMap<string, StoredRecord>> {
  const { columns, recordOf: made } = reading(description);
  const read = join(columns.map((each) => column('t', each)));
  const statement = sql`SELECT ${read} FROM ${name(tableOf(description))} t WHERE ${among(reader, raw('t.id'), keys)}`;
  return reader.read(statement).then((rows) => new Map(rows.map((row) => [row.id as string, made(row)])));
}
