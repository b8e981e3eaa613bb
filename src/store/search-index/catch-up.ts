/** Brings the search index up to the records: indexes those that are missing or have changed, and removes those that are gone. */
import type { EntityManager } from 'typeorm';
import { columnsOf, tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { searchTables } from '../../resource/search/tables';
import type { Row } from '../../resource/values';
import type { Dialect } from '../driver';
import { SearchIndex } from './search-index';

const { record } = searchTables;
export const batchSize = 500;

const unknown = (description: Description): string =>
  `FROM "${tableOf(description)}" t LEFT JOIN "${record}" r ON r."key" = t.id AND r.digest = t.digest WHERE r.id IS NULL`;

const vanished = (classes: readonly Description[]): string =>
  `FROM "${record}" r WHERE ${classes
    .map(
      (each) =>
        `NOT (r."type" = '${each.type}' AND EXISTS (SELECT 1 FROM "${tableOf(each)}" t WHERE t.id = r."key"))`,
    )
    .join(' AND ')}`;

/** Whether the index has all records of these classes in their current state. */
export async function isComplete(manager: EntityManager, classes: readonly Description[]): Promise<boolean> {
  for (const statement of [...classes.map(unknown), vanished(classes)]) {
    const rows = await manager.query<unknown[]>(`SELECT 1 ${statement} LIMIT 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

/** @returns how many records were indexed. */
export async function catchUp(
  manager: EntityManager,
  dialect: Dialect,
  classes: readonly Description[],
): Promise<number> {
  const searchIndex = new SearchIndex(manager, dialect);
  const gone = await manager.query<{ key: string }[]>(`SELECT r."key" AS key ${vanished(classes)}`);
  await searchIndex.remove(gone.map(({ key }) => key));
  let written = 0;
  for (const description of classes) {
    const columns = columnsOf(description).map(({ name }) => `t."${name}"`);
    for (let rows: Row[] | undefined; !rows || rows.length === batchSize;) {
      rows = await manager.query<Row[]>(
        `SELECT ${columns.join(', ')} ${unknown(description)} AND t.id > $1 ORDER BY t.id LIMIT ${batchSize}`,
        [rows?.at(-1)?.id ?? ''],
      );
      await searchIndex.put(description, rows);
      written += rows.length;
    }
  }
  await searchIndex.flush();
  return written;
}
