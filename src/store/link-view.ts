/** The view `link`: all edges of the catalogue as one relation, derived from the declarations. */
import type { DataSource } from 'typeorm';
import { tableOf } from '../resource/columns';
import { attributeOf } from '../resource/description';
import type { Registry } from '../resource/registry';
import type { Dialect } from './driver';

/**
 * Writes the view anew where it is missing or differs. It holds no data of its own, so no migration has to follow a declaration.
 * Columns: id, kind (the link type's table name in capitals), source_id, target_id, role, valid_from, valid_until.
 */
export async function deriveLinkView(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<void> {
  const select = registry.links
    .map((link) => {
      const table = tableOf(link);
      const role = attributeOf(link, 'role') ? 'role' : 'CAST(NULL AS text)';
      return `SELECT id, '${table.toUpperCase()}' AS kind, source_id, target_id, ${role} AS role, valid_from, valid_until FROM ${table}`;
    })
    .join(' UNION ALL ');
  if (dialect === 'postgres') {
    await database.query(`CREATE OR REPLACE VIEW link AS ${select}`);
    return;
  }
  const statement = `CREATE VIEW link AS ${select}`;
  const [present] = await database.query<{ sql: string }[]>(
    `SELECT sql FROM sqlite_master WHERE type = 'view' AND name = 'link'`,
  );
  if (present?.sql === statement) return;
  await database.query('DROP VIEW IF EXISTS link');
  await database.query(statement);
}
