/** Hubs: infrastructures with thousands of datasets, which are SYNTHETIC, copies of one under other names made for a test only. */
import { DataSource } from 'typeorm';
import { connectionOptions, locationOf } from '../../src/store/driver';
import type { SmallWorld } from './small-world';

/**
 * Gives each of some infrastructures so many datasets of its own, and tells the database how many there are.
 * @param dataset key of the one that is copied.
 * @param after what the database does then: VACUUM alone leaves PostgreSQL without knowledge of what the tables hold.
 */
export async function addManyDatasets(
  { database: { url } }: SmallWorld,
  dataset: string,
  infrastructures: readonly string[],
  count: number,
  after: 'ANALYZE' | 'VACUUM' = 'ANALYZE',
): Promise<void> {
  const database = await new DataSource(connectionOptions(locationOf(url, '/'))).initialize();
  try {
    const [copied = {}] = await database.query<Record<string, unknown>[]>(
      `SELECT * FROM dataset WHERE id = '${dataset}'`,
    );
    for (const infrastructure of infrastructures) {
      const slug = `'synthetic-${infrastructure}-' || i`;
      const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
      const made: Record<string, string> = { id: `'datasets/' || ${slug}`, slug };
      const columns = Object.keys(copied).map((name) => `"${name}"`);
      const values = Object.keys(copied).map((name) => made[name] ?? `t."${name}"`);
      await database.query(
        `INSERT INTO dataset (${columns.join()}) ${numbers} SELECT ${values.join()} FROM n, dataset t WHERE t.id = '${dataset}'`,
      );
      await database.query(
        `INSERT INTO provision (id, source_id, target_id, modified_at, role, digest) ${numbers}
         SELECT 'provisions/' || ${slug}, 'infrastructures/${infrastructure}', 'datasets/' || ${slug}, '2025-01-01T00:00:00.000Z', 'PUBLISHER', '' FROM n`,
      );
    }
    await database.query(after);
  } finally {
    await database.destroy();
  }
}
