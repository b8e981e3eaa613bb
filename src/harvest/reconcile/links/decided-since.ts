/** Whether persons decided on links since a source was harvested: then its documents are read again, changed or not. */
import { stat } from 'node:fs/promises';
import sql from 'sql-template-tag';
import { name, type Reader } from '../../../query/sql';
import { harvestTable } from '../../../resource/harvests';

/** @param file LINKS_FILE; null if there is none */
export async function decidedSinceHarvest(
  reader: Reader,
  file: string | null,
  source: string,
): Promise<boolean> {
  const written = file === null ? null : await stat(file).catch(() => null);
  if (!written) return false;
  const [row] = await reader.read(
    sql`SELECT max(started_at) AS last FROM ${name(harvestTable.name)} WHERE source_slug = ${source}`,
  );
  const last = row?.last as string | null | undefined;
  return last != null && written.mtimeMs >= Date.parse(last);
}
