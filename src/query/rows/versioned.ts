/** Statements that also return the version of what they read. Cached data must be of one version, whichever server answered. */
import sql, { join, type Sql } from 'sql-template-tag';
import { classVersionTable, versionTable } from '../../resource/statements';
import type { Row } from '../../resource/values';
import { anyClass, type ReadClasses } from '../../resource/versions';
import { column, name, type Reader } from '../sql';

/** Rows, and the version of the classes from which they were read. */
export interface VersionedRows {
  version: number;
  rows: Row[];
}

/** The alias for ordering the rows of a statement. */
export const selected = 'selected';

/** The version of some classes, as `Versions.of` computes it: one row with the column `version`. */
function versionOf(classes: ReadClasses): Sql {
  const whole = sql`SELECT coalesce(max(version), 0) AS version FROM ${name(versionTable.name)} WHERE id = 1`;
  if (classes === 'everything') return whole;
  const paths = join([anyClass, ...new Set(classes.map(({ path }) => path))]);
  const ofClasses = sql`SELECT coalesce(max(version), 0) AS latest, coalesce(max(CASE WHEN path IN (${paths}) THEN version END), 0) AS version FROM ${name(classVersionTable.name)}`;
  return sql`SELECT CASE WHEN whole.version > of_classes.latest THEN whole.version ELSE of_classes.version END AS version FROM (${whole}) whole, (${ofClasses}) of_classes`;
}

/**
 * Reads rows together with their version in one statement, because two statements could see different versions.
 * @param classes from which the statement reads
 * @param select a statement whose column `id` is never null
 * @param order by columns of the alias `selected`
 */
export async function readVersioned(
  reader: Reader,
  classes: ReadClasses,
  { select, order }: { select: Sql; order: Sql },
  signal: AbortSignal,
): Promise<VersionedRows> {
  const rows = await reader.read(
    sql`SELECT ${name(selected)}.*, versions.version AS data_version FROM (${versionOf(classes)}) versions LEFT JOIN (${select}) ${name(selected)} ON 1 = 1 ORDER BY ${order}`,
    signal,
  );
  const version = Number(rows[0]?.data_version ?? 0);
  return { version, rows: rows.filter(({ id }) => id !== null) };
}

/** Reads only the version of some classes. */
export async function readVersion(reader: Reader, classes: ReadClasses): Promise<number> {
  const [row] = await reader.read(versionOf(classes));
  return Number(row?.version ?? 0);
}

/** Orders rows by key. */
export const byKey = column(selected, 'id');
