/** What migrations changed in existing data. Each value is in the table `upgrade_report`; docs/upgrade.md explains it. */
import type { DataSource } from 'typeorm';

/** The table has neither a declaration nor a key; a migration makes it. */
export const upgradeReportTable = 'upgrade_report';

/** Number of changed values by kind of change. */
export type UpgradeCounts = Readonly<Record<string, number>>;

/** The changes by the migrations that were just run. */
export async function upgradeCounts(
  database: DataSource,
  migrated: readonly string[],
): Promise<UpgradeCounts> {
  if (migrated.length === 0) return {};
  const names = migrated.map((_, index) => `$${index + 1}`).join(', ');
  const rows = await database.query<{ what: string; values: unknown }[]>(
    `SELECT "what", count(*) AS "values" FROM "${upgradeReportTable}" WHERE "migration" IN (${names}) GROUP BY "what" ORDER BY "what"`,
    [...migrated],
  );
  return Object.fromEntries(rows.map(({ what, values }) => [what, Number(values)]));
}

/** A sentence for the log; null if nothing was changed. */
export function upgradeReport(counts: UpgradeCounts): string | null {
  const values = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  if (values.length === 0) return null;
  return `Values that were stored already were changed (${values.join(', ')}): the table upgrade_report has each, docs/upgrade.md explains it.`;
}
