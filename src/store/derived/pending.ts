/** The records whose derived attributes are still to be computed: after a write of many, this is done in parts (docs/decisions.md). */
import type { EntityManager } from 'typeorm';
import type { Derivation } from '../../resource/derivation';
import { pendingTable as table } from '../../resource/statements';
import { dialectOf } from '../driver';
import { amongKeys, keysParameter } from '../keys';
import { putRows } from '../row-sets';

/** Makes the table, unless it is there. */
export async function makePending(manager: EntityManager): Promise<void> {
  const text = dialectOf(manager) === 'postgres' ? 'text COLLATE "C" NOT NULL' : 'text NOT NULL';
  await manager.query(
    `CREATE TABLE IF NOT EXISTS ${table.name} (derivation ${text}, id ${text}, PRIMARY KEY (derivation, id))`,
  );
}

/** Notes that records are to be derived later. */
export const notePending = (
  manager: EntityManager,
  { name }: Derivation,
  keys: Iterable<string>,
): Promise<void> =>
  putRows(
    manager,
    table,
    Array.from(keys, (id) => ({ derivation: name, id })),
  );

/** Whether any record is still to be derived. */
export async function isPending(manager: EntityManager): Promise<boolean> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM ${table.name} LIMIT 1`);
  return rows.length > 0;
}

/** Some of the records that a derivation has still to compute, at most so many. */
export async function readPending(
  manager: EntityManager,
  { name }: Derivation,
  most: number,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM ${table.name} WHERE derivation = $1 ORDER BY id LIMIT ${most}`,
    [name],
  );
  return rows.map(({ id }) => id);
}

/** Notes that records are derived. */
export async function forgetPending(
  manager: EntityManager,
  { name }: Derivation,
  keys: readonly string[],
): Promise<void> {
  const dialect = dialectOf(manager);
  await manager.query(`DELETE FROM ${table.name} WHERE ${amongKeys(dialect, 'id')} AND derivation = $2`, [
    keysParameter(dialect, keys),
    name,
  ]);
}
