/** The views `link` and `link_end`: all edges of the catalogue as one relation, derived from the declarations. */
import type { DataSource } from 'typeorm';
import { tableOf } from '../resource/columns';
import { attributeOf, otherSide, type Description, type Side } from '../resource/description';
import type { Registry } from '../resource/registry';
import type { Dialect } from './driver';
import { indexName } from './indices';

/**
 * Writes the views anew where they are missing or differ. They hold no data of their own, so no migration has to follow a declaration.
 *
 * `link`: id, kind (the link type's table name in capitals), source_id, target_id, role, valid_from, valid_until.
 *
 * `link_end`: every link as it is seen from each of its ends, for walks through the graph: near_id, far_id, and `side`, which end is the
 * near one (`source` or `target`). A link of a record to itself is seen once.
 */
export async function deriveLinkView(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<void> {
  const ends = registry.links.flatMap((link) => [
    seenFrom('source', link, dialect),
    seenFrom('target', link, dialect),
  ]);
  await derive(database, dialect, 'link', registry.links.map(asLink));
  await derive(database, dialect, 'link_end', ends);
}

const kindOf = (link: Description): string => `'${tableOf(link).toUpperCase()}' AS kind`;

function asLink(link: Description): string {
  const role = attributeOf(link, 'role') ? 'role' : 'CAST(NULL AS text)';
  return `SELECT id, ${kindOf(link)}, source_id, target_id, ${role} AS role, valid_from, valid_until FROM ${tableOf(link)}`;
}

/**
 * SQLite guesses how many links an end has from their average, and would rather read a whole table than look up the ends of a few
 * records where some records have thousands of links: it is told to look them up.
 */
function seenFrom(side: Side, link: Description, dialect: Dialect): string {
  const [near, far] = [`${side}_id`, `${otherSide(side)}_id`];
  const table = tableOf(link);
  const from =
    dialect === 'sqlite' ? `${table} INDEXED BY ${indexName(table, { columns: [near, far] })}` : table;
  const once = side === 'target' ? ` WHERE ${near} <> ${far}` : '';
  return `SELECT id, ${kindOf(link)}, '${side}' AS side, ${near} AS near_id, ${far} AS far_id, valid_from, valid_until FROM ${from}${once}`;
}

async function derive(
  database: DataSource,
  dialect: Dialect,
  view: string,
  selects: readonly string[],
): Promise<void> {
  const select = selects.join(' UNION ALL ');
  if (dialect === 'postgres') {
    await database.query(`CREATE OR REPLACE VIEW ${view} AS ${select}`);
    return;
  }
  // SQLite keeps the text of a view as it was written, without IF NOT EXISTS, which is for others who open the database at this moment.
  const [present] = await database.query<{ sql: string }[]>(
    `SELECT sql FROM sqlite_master WHERE type = 'view' AND name = '${view}'`,
  );
  if (present?.sql === `CREATE VIEW ${view} AS ${select}`) return;
  await database.query(`DROP VIEW IF EXISTS ${view}`);
  await database.query(`CREATE VIEW IF NOT EXISTS ${view} AS ${select}`);
}
