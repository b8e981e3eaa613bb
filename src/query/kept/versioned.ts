/** Statements that tell the version of what they read: what is kept must be of one version, whichever server answered. */
import sql, { type Sql } from 'sql-template-tag';
import { versionTable } from '../../resource/statements';
import type { Row } from '../../resource/values';
import { column, name, type Reader } from '../sql';

/** Rows, and the version of the data from which they were read. */
export interface VersionedRows {
  version: number;
  rows: Row[];
}

/** The alias under which the order of a statement finds its columns. */
export const selected = 'selected';

/**
 * Reads rows together with the version, in one statement, as two could be answered by different versions.
 * @param select a statement whose column `id` is never null.
 * @param order by columns of the alias `selected`.
 */
export async function readVersioned(
  reader: Reader,
  select: Sql,
  order: Sql,
  signal: AbortSignal,
): Promise<VersionedRows> {
  const versions = sql`(SELECT max(version) AS version FROM ${name(versionTable.name)} WHERE id = 1) versions`;
  const rows = await reader.read(
    sql`SELECT ${name(selected)}.*, versions.version AS data_version FROM ${versions} LEFT JOIN (${select}) ${name(selected)} ON 1 = 1 ORDER BY ${order}`,
    signal,
  );
  const version = Number(rows[0]?.data_version ?? 0);
  return { version, rows: rows.filter(({ id }) => id !== null) };
}

/** The order of rows by their key. */
export const byKey = column(selected, 'id');
