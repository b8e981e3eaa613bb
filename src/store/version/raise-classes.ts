/** Notes which classes a write has changed, by the version that it made. */
import type { EntityManager } from 'typeorm';
import { classVersionTable } from '../../resource/statements';
import { anyClass, type Raised } from '../../resource/versions';
import { putRows } from '../row-sets';

export async function raiseClasses(manager: EntityManager, { version, touched }: Raised): Promise<void> {
  const read = `SELECT coalesce(max(version), 0) AS latest FROM ${classVersionTable.name}`;
  const [{ latest } = { latest: 0 }] = await manager.query<{ latest: number }[]>(read);
  const rows = touched.map((path) => ({ path, version }));
  // The write before this one named no classes. Once the number moves on, that could no longer be seen, so it is recorded here.
  if (latest < version - 1 && !touched.includes(anyClass))
    rows.push({ path: anyClass, version: version - 1 });
  await putRows(manager, classVersionTable, rows);
}
