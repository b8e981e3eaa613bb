/** The views `link` and `link_end`: all edges of the catalogue as one relation, derived from the declarations. */
import { createHash } from 'node:crypto';
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
  for (const [view, select] of Object.entries(viewsOf(dialect, registry)))
    if (!(await isCurrent(database, dialect, view, select))) await derive(database, dialect, view, select);
}

/** Whether the views are there as the declarations have them. */
export async function linkViewsAreCurrent(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<boolean> {
  for (const [view, select] of Object.entries(viewsOf(dialect, registry)))
    if (!(await isCurrent(database, dialect, view, select))) return false;
  return true;
}

/** The views by name, each with its text. */
function viewsOf(dialect: Dialect, registry: Registry): Record<string, string> {
  const ends = registry.links.flatMap((link) => [
    seenFrom('source', link, dialect),
    seenFrom('target', link, dialect),
  ]);
  return {
    link: registry.links.map(asLink).join(' UNION ALL '),
    link_end: ends.join(' UNION ALL '),
  };
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

/** SQLite keeps the text of a view; PostgreSQL keeps it in words of its own, so that a comment tells from which text it was made. */
async function isCurrent(
  database: DataSource,
  dialect: Dialect,
  view: string,
  select: string,
): Promise<boolean> {
  const [present] = await database.query<{ made: string | null }[]>(
    dialect === 'sqlite'
      ? `SELECT sql AS made FROM sqlite_master WHERE type = 'view' AND name = '${view}'`
      : `SELECT obj_description(to_regclass('${view}'), 'pg_class') AS made`,
  );
  return present?.made === (dialect === 'sqlite' ? textOf(view, select) : digestOf(select));
}

// SQLite keeps it as it was written, without IF NOT EXISTS, which is for others who open the database at this moment.
const textOf = (view: string, select: string): string => `CREATE VIEW ${view} AS ${select}`;

const digestOf = (select: string): string => createHash('sha256').update(select).digest('hex');

async function derive(database: DataSource, dialect: Dialect, view: string, select: string): Promise<void> {
  if (dialect === 'postgres') {
    await database.query(`CREATE OR REPLACE VIEW ${view} AS ${select}`);
    await database.query(`COMMENT ON VIEW ${view} IS '${digestOf(select)}'`);
    return;
  }
  await database.query(`DROP VIEW IF EXISTS ${view}`);
  await database.query(`CREATE VIEW IF NOT EXISTS ${view} AS ${select}`);
}
