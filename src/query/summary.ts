/** The catalogue as a whole: number of records, sources, and time of the last change. */
import sql, { join } from 'sql-template-tag';
import { columnsOf, tableOf } from '../resource/columns';
import type { Description } from '../resource/description';
import { recordOf, type StoredRecord } from '../resource/record';
import type { Registry } from '../resource/registry';
import { versionTable } from '../resource/statements';
import { column, name, type Reader } from './sql';

/** The number of records of a class. */
export interface ClassCount {
  description: Description;
  count: number;
}

/** Counts the records of every class, in one statement. */
export async function countClasses(reader: Reader, registry: Registry): Promise<ClassCount[]> {
  const classes = [...registry.resources, ...registry.links];
  const counts = classes.map(
    (description) =>
      sql`SELECT ${description.type} AS type, count(*) AS total FROM ${name(tableOf(description))}`,
  );
  const rows = await reader.read(join(counts, ' UNION ALL '));
  const byType = new Map(rows.map((row) => [row.type, Number(row.total)]));
  return classes.map((description) => ({ description, count: byType.get(description.type) ?? 0 }));
}

/** The version of the data (0 if the database was never filled), and the time of the last write. */
export interface DataVersion {
  readonly version: number;
  readonly changedAt: string | null;
}

export async function dataVersion(reader: Reader): Promise<DataVersion> {
  const [row] = await reader.read(
    sql`SELECT version, changed_at FROM ${name(versionTable.name)} WHERE id = 1`,
  );
  return {
    version: Number(row?.version ?? 0),
    changedAt: (row?.changed_at as string | null | undefined) ?? null,
  };
}

/** All sources, by title. */
export async function allSources(reader: Reader, registry: Registry): Promise<StoredRecord[]> {
  const { source } = registry;
  const columns = join(columnsOf(source).map((each) => column('t', each.name)));
  const rows = await reader.read(
    sql`SELECT ${columns} FROM ${name(tableOf(source))} t ORDER BY t.title, t.id`,
  );
  return rows.map((row) => recordOf(source, row));
}
