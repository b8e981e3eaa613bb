/** Whose imports brought the data in, and when. */
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Import, Origin } from '../resource/origin';
import { importTable, originTable } from '../resource/statements';
import type { Row } from '../resource/values';
import { among, column, literal, name, rowsBy, type Reader } from './sql';

/** An origin, and the number of its imports. */
export interface CountedOrigin extends Origin {
  importCount: number;
}

/** All origins, in the order in which they are believed. */
export async function readOrigins(reader: Reader): Promise<CountedOrigin[]> {
  const rows = await reader.read(
    sql`SELECT o.name, o.kind, o.rank, (SELECT count(*) FROM ${name(importTable.name)} i WHERE i.origin = o.name) AS imports FROM ${name(originTable.name)} o ORDER BY o.rank, o.name`,
  );
  return rows.map((row) => ({
    name: row.name as string,
    kind: row.kind as Origin['kind'],
    rank: row.rank as number,
    importCount: Number(row.imports),
  }));
}

const columns: Sql = join(importTable.columns.map((each) => column('i', each.name)));

/** The last imports of each of the origins, the newest first. */
export async function readImports(
  reader: Reader,
  origins: readonly string[],
  first: number,
): Promise<Import[][]> {
  const numbered = sql`SELECT ${columns}, row_number() OVER (PARTITION BY i.origin ORDER BY i.version DESC) AS place FROM ${name(importTable.name)} i WHERE ${among(reader, raw('i.origin'), origins)}`;
  const rows = await reader.read(
    sql`SELECT i.* FROM (${numbered}) i WHERE i.place <= ${literal(first)} ORDER BY i.version DESC`,
  );
  const byOrigin = rowsBy('origin', rows);
  return origins.map((origin) => (byOrigin.get(origin) ?? []).map(importOf));
}

/** The imports that made these versions of the data. */
export async function readImportsOf(reader: Reader, versions: readonly number[]): Promise<(Import | null)[]> {
  const rows = await reader.read(
    sql`SELECT ${columns} FROM ${name(importTable.name)} i WHERE i.version IN (${join(versions.map(literal))})`,
  );
  const found = new Map(rows.map((row) => [row.version, importOf(row)]));
  return versions.map((version) => found.get(version) ?? null);
}

const importOf = (row: Row): Import => ({
  version: row.version as number,
  origin: row.origin as string,
  startedAt: row.started_at as string,
  finishedAt: row.finished_at as string,
  counts: {
    created: row.created as number,
    updated: row.updated as number,
    unchanged: row.unchanged as number,
    withdrawn: row.withdrawn as number,
  },
});
