/** The views `link` and `link_end`: all links of the catalogue as one relation, derived from the declarations. */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { endColumn, endColumns, tableOf } from '../resource/columns';
import { holdingColumnNames } from './times/holding-columns';
import { attributeOf, otherSide, type Description, type Side } from '../resource/description';
import type { Registry } from '../resource/registry';
import type { Dialect } from './driver';
import { indexName } from './indices';

/**
 * Makes the views again if they are missing or outdated. They hold no data, so changed declarations need no migration for them.
 *
 * `link`: id, kind (the link type's table name in capitals), source_id, target_id, role, and what says on which days it holds.
 *
 * `link_end`: every link as seen from each of its ends, for graph traversal: near_id, far_id, and `side`, the end that is near
 * (`from` or `to`). A link of a record to itself appears once.
 */
export async function deriveLinkView(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<void> {
  for (const [view, select] of Object.entries(viewsOf(dialect, registry)))
    if (!(await isCurrent(database, dialect, view, select))) await derive(database, dialect, view, select);
}

/** Whether the views match the declarations. */
export async function linkViewsAreCurrent(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<boolean> {
  for (const [view, select] of Object.entries(viewsOf(dialect, registry)))
    if (!(await isCurrent(database, dialect, view, select))) return false;
  return true;
}

/** The views' SQL by name. */
function viewsOf(dialect: Dialect, registry: Registry): Record<string, string> {
  const ends = registry.links.flatMap((link) => [
    seenFrom('from', link, dialect),
    seenFrom('to', link, dialect),
  ]);
  return {
    link: registry.links.map(asLink).join(' UNION ALL '),
    link_end: ends.join(' UNION ALL '),
  };
}

// What is new comes last: PostgreSQL then replaces a view and keeps the rights to it.
const timeOf = ['starts_on', 'ends_on', ...holdingColumnNames].join(', ');

const kindOf = (link: Description): string => `'${tableOf(link).toUpperCase()}' AS kind`;

function asLink(link: Description): string {
  const role = attributeOf(link, 'role') ? 'role' : 'CAST(NULL AS text)';
  return `SELECT id, ${kindOf(link)}, ${endColumns.join(', ')}, ${role} AS role, ${timeOf} FROM ${tableOf(link)}`;
}

/**
 * SQLite estimates the links of an end by their average. If a few records have thousands of links, it would scan the whole table
 * instead of using the index, so the index is prescribed.
 */
function seenFrom(side: Side, link: Description, dialect: Dialect): string {
  const [near, far] = [endColumn(side), endColumn(otherSide(side))];
  const table = tableOf(link);
  const from =
    dialect === 'sqlite' ? `${table} INDEXED BY ${indexName(table, { columns: [near, far] })}` : table;
  const once = side === 'to' ? ` WHERE ${near} <> ${far}` : '';
  return `SELECT id, ${kindOf(link)}, '${side}' AS side, ${near} AS near_id, ${far} AS far_id, ${timeOf} FROM ${from}${once}`;
}

/** SQLite stores the text of a view. PostgreSQL stores a rewritten form, so a comment on the view holds the digest of our text. */
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

// The text as SQLite stores it: without IF NOT EXISTS, which is for another process that opens the database at the same moment.
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
