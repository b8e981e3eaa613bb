/** Reads which of some records exist, and their rows. */
import { In, type EntityManager } from 'typeorm';
import { groupBy } from '../maps';
import { tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { pathOfKey } from '../resource/identity';
import type { Registry } from '../resource/registry';
import type { Row } from '../resource/values';
import { batches, keysAtOnce } from './batches';
import { dialectOf } from './driver';
import { amongKeys, keysParameter } from './keys';

/** The existing records of a class among these keys. */
export async function existingOf(
  manager: EntityManager,
  description: Description,
  keys: readonly string[],
): Promise<Set<string>> {
  const dialect = dialectOf(manager);
  const statement = `SELECT id FROM "${tableOf(description)}" WHERE ${amongKeys(dialect, 'id')}`;
  const found = new Set<string>();
  for (const batch of batches(keys, keysAtOnce)) {
    const rows = await manager.query<{ id: string }[]>(statement, [keysParameter(dialect, batch)]);
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** The rows of those of the keys that exist. */
export async function rowsOf(
  manager: EntityManager,
  registry: Registry,
  keys: readonly string[],
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for (const [path, ofClass] of groupBy(keys, pathOfKey)) {
    const description = registry.all.find((each) => each.path === path);
    if (!description) continue;
    for (const batch of batches(ofClass)) {
      const rows = await manager.find<Row>(tableOf(description), { where: { id: In([...batch]) } });
      for (const row of rows) found.set(row.id as string, row);
    }
  }
  return found;
}
