/** The tables with kept counts: for each field and value the number of records. They are derived: made at the start, and kept by triggers. */
import { countTableOf } from '../../resource/materialized-counts';
import type { Description } from '../../resource/description';
import type { Dialect } from '../driver';

/** Values may be longer than what PostgreSQL takes into an index. */
const keyOf: Record<Dialect, string> = { sqlite: '"field", "value"', postgres: '"field", md5("value")' };

export function tableStatements(dialect: Dialect, from: Description): string[] {
  const table = countTableOf(from);
  const text = dialect === 'postgres' ? 'text COLLATE "C"' : 'text';
  return [
    `CREATE TABLE "${table}" ("field" ${text} NOT NULL, "value" ${text} NOT NULL, "total" bigint NOT NULL)`,
    `CREATE UNIQUE INDEX "ix_${table}" ON "${table}" (${keyOf[dialect]})`,
  ];
}

/** Inserts counts that a query selects, or adds them to what is there, or puts them in its place. */
export function putCounts(
  dialect: Dialect,
  from: Description,
  how: 'add' | 'replace',
  select: string,
): string {
  const table = countTableOf(from);
  const total = how === 'add' ? `"${table}"."total" + excluded."total"` : 'excluded."total"';
  return `INSERT INTO "${table}" ("field", "value", "total") ${select} ON CONFLICT (${keyOf[dialect]}) DO UPDATE SET "total" = ${total}`;
}
