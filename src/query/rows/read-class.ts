/** Reads all records of a small class, or their identifiers and evidence, for the row cache. */
import sql, { join, raw } from 'sql-template-tag';
import { bytesOf } from '../../cache/bytes';
import type { Loaded } from '../../cache/versioned-cache';
import { recordColumns, tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { recordOf } from '../../resource/record';
import { column, isOfClass, name, rowsBy } from '../sql';
import type { StatementKind } from '../subject-statements';
import { cachedRecord, deeplyFrozen, type CachedRecord } from './cached';
import type { Shared } from './row-cache';
import { byKey, readVersioned } from './versioned';

/** Plans cache the values of a record again as JSON. That memory is counted in advance. */
const bytesBesideRecord = 2;

/** The records by key; null if there are too many, which is noted. */
export async function readRecords(
  { reader, small, rows: most }: Shared,
  of: Description,
  signal: AbortSignal,
): Promise<Loaded<ReadonlyMap<string, CachedRecord> | null>> {
  const columns = join(recordColumns(of).map((each) => column('t', each)));
  const select = sql`SELECT ${columns} FROM ${name(tableOf(of))} t LIMIT ${most + 1}`;
  const { version, rows } = await readVersioned(reader, [of], { select, order: byKey }, signal);
  if (rows.length > most) {
    small.delete(of);
    return { value: null, bytes: 0, version };
  }
  const records = rows.map((row) => cachedRecord(recordOf(of, row)));
  return {
    value: new Map(records.map((record) => [record.key, record])),
    bytes: records.reduce((sum, record) => sum + bytesOf(record) * bytesBesideRecord, 0),
    version,
  };
}

/**
 * The identifiers or evidence of all records by their key. Records without any are absent.
 * @param most the number of rows above which it is null
 */
export async function readStatementsOf<T extends object>(
  { reader }: Shared,
  { from, columns, order, of: statementOf }: StatementKind<T>,
  { of, most }: { of: Description; most: number },
  signal: AbortSignal,
): Promise<Loaded<ReadonlyMap<string, readonly T[]> | null>> {
  const select = sql`SELECT ${columns} FROM ${from} WHERE ${isOfClass(raw('t.subject_id'), of)} LIMIT ${most + 1}`;
  const { version, rows } = await readVersioned(reader, [of], { select, order }, signal);
  if (rows.length > most) return { value: null, bytes: 0, version };
  const bySubject = rowsBy('id', rows);
  const value = new Map([...bySubject].map(([id, own]) => [id, deeplyFrozen(own.map(statementOf))]));
  return { value, bytes: bytesOf([...value.keys(), ...value.values()]), version };
}
