/** Writes some columns of many rows in one statement. */
import type { EntityManager } from 'typeorm';
import type { Column } from '../../resource/columns';
import type { Row } from '../../resource/values';
import { batches } from '../batches';
import type { Dialect } from '../driver';
import { storageTypes } from '../entities';

/** @param rows each with its `id` and a value for each of the columns */
export async function updateColumns(
  manager: EntityManager,
  dialect: Dialect,
  { table, columns }: { table: string; columns: readonly Pick<Column, 'name' | 'type'>[] },
  rows: readonly Row[],
): Promise<void> {
  const fresh = (name: string) => (dialect === 'postgres' ? `fresh."${name}"` : `fresh.value ->> '${name}'`);
  const set = columns.map(({ name }) => `"${name}" = ${fresh(name)}`).join(', ');
  const typed = [{ name: 'id', type: 'text' as const }, ...columns].map(
    ({ name, type }) => `"${name}" ${storageTypes[type]}`,
  );
  const from =
    dialect === 'postgres'
      ? `jsonb_to_recordset($1::jsonb) AS fresh(${typed.join(', ')})`
      : 'json_each($1) AS fresh';
  const statement = `UPDATE "${table}" SET ${set} FROM ${from} WHERE "${table}"."id" = ${fresh('id')}`;
  for (const batch of batches(rows)) await manager.query(statement, [JSON.stringify(batch)]);
}
