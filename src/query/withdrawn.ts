/** What stood at a key before it was withdrawn. */
import sql from 'sql-template-tag';
import { withdrawnTable } from '../resource/statements';
import type { LocalizedTexts } from '../resource/text';
import { name, type Reader } from './sql';

export interface WithdrawnRecord {
  /** Its class, such as `Institution`. */
  type: string;
  /** Its name by language, where it had one. */
  names: LocalizedTexts | null;
  withdrawnAt: string;
}

/** Null where nothing was withdrawn, or where it is back. */
export async function withdrawnAt(reader: Reader, key: string): Promise<WithdrawnRecord | null> {
  const [row] = await reader.read(
    sql`SELECT type, names, withdrawn_at FROM ${name(withdrawnTable.name)} WHERE id = ${key}`,
  );
  if (!row) return null;
  return {
    type: row.type as string,
    names: typeof row.names === 'string' ? (JSON.parse(row.names) as LocalizedTexts) : null,
    withdrawnAt: row.withdrawn_at as string,
  };
}
