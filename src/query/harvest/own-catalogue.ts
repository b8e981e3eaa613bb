/** Which record says what this gateway's catalogue is. */
import sql from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { importTable, originTable, statedTable } from '../../resource/statements';
import { name, type Reader } from '../sql';

/**
 * The key of the catalogue that this gateway serves; null if no record describes it. If there are several, it is the one whose origin is
 * believed first, so that an operator's record comes before those that were imported from elsewhere.
 * @param catalogues the class of catalogues
 */
export async function ownCatalogue(reader: Reader, catalogues: Description): Promise<string | null> {
  const [row] = await reader.read(
    sql`SELECT c.id FROM ${name(tableOf(catalogues))} c LEFT JOIN ${name(statedTable.name)} s ON s.subject_id = c.id LEFT JOIN ${name(originTable.name)} o ON o.name = s.origin ORDER BY o.rank IS NULL, o.rank, c.id LIMIT 1`,
  );
  return (row?.id as string | undefined) ?? null;
}

/** When the first import of all was finished; null if none is recorded. */
export async function firstImportedAt(reader: Reader): Promise<string | null> {
  const [row] = await reader.read(sql`SELECT min(finished_at) AS at FROM ${name(importTable.name)}`);
  return (row?.at as string | null | undefined) ?? null;
}
