/** Determines which classes are small enough to be cached as a whole. */
import sql, { join, type Sql } from 'sql-template-tag';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { literal, name } from '../sql';
import type { Shared } from './row-cache';

export async function readSmallClasses({
  reader,
  registry,
  rows: most,
  longest,
}: Pick<Shared, 'reader' | 'registry' | 'rows' | 'longest'>): Promise<Description[]> {
  const counts = registry.all.map(
    (each): Sql =>
      sql`SELECT ${each.type} AS type, count(*) AS total FROM (SELECT 1 FROM ${name(tableOf(each))} LIMIT ${literal(most + 1)}) counted`,
  );
  const rows = await reader.read(join(counts, ' UNION ALL '), AbortSignal.timeout(longest));
  return rows
    .filter(({ total }) => Number(total) <= most)
    .flatMap(({ type }) => registry.ofType(type as string) ?? []);
}
