/** The version of the data: the number of writes so far. */
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { versionTable } from '../../resource/statements';
import type { Row } from '../../resource/values';

export async function versionIn(manager: EntityManager): Promise<number> {
  const row = await manager.findOne<Row>(versionTable.name, { where: { id: 1 } });
  return (row?.version as number | undefined) ?? 0;
}

/** @returns the new version */
export async function raiseVersion(manager: EntityManager, changedAt: string): Promise<number> {
  const table = raw(versionTable.name);
  const raising = sql`INSERT INTO ${table} (id, version, changed_at) VALUES (1, 1, ${changedAt})
    ON CONFLICT (id) DO UPDATE SET version = ${table}.version + 1, changed_at = excluded.changed_at`;
  await manager.query(raising.text, raising.values);
  return versionIn(manager);
}
