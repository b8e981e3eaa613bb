/** A withdrawn record. */
import sql from 'sql-template-tag';
import { withdrawnTable } from '../resource/statements';
import type { LocalizedTexts } from '../resource/text';
import { name, type Reader } from './sql';

export interface WithdrawnRecord {
  /** Its type, such as `Institution`. */
  type: string;
  /** Its name by language, if it had one. */
  names: LocalizedTexts | null;
  withdrawnAt: string;
}

/** Null if nothing with this key was withdrawn, or if it is back. */
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
