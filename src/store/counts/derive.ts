/** Makes the kept counts at the start: their tables, the triggers that keep them from then on, and the counts of what is there. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { tableOf } from '../../resource/columns';
import type { Description } from '../../resource/description';
import { classesWithCounts, countTableOf } from '../../resource/materialized-counts';
import type { Registry } from '../../resource/registry';
import { countStateTable as state } from '../../resource/statements';
import type { Dialect } from '../driver';
import { CatalogueTransaction } from '../transaction';
import { countedAfresh } from './fresh';
import { dropCountTriggers, tablesIn, triggersIn } from './drop-triggers';
import { tableStatements } from './tables';
import { postgresTriggers } from './triggers-postgres';
import { sqliteTriggers } from './triggers-sqlite';

const triggersOn = { sqlite: sqliteTriggers, postgres: postgresTriggers };

/** What keeps the counts of one table. */
interface Keeping {
  from: Description;
  /** The statements that make its triggers, by their names. */
  triggers: Map<string, string[]>;
  /** The statements that make its counts, triggers last. */
  statements: string[];
  digest: string;
}

function keepingOf(dialect: Dialect, registry: Registry, from: Description): Keeping {
  const triggers = triggersOn[dialect](registry, from);
  const statements = [
    ...tableStatements(dialect, from),
    ...countedAfresh(dialect, registry, from),
    ...[...triggers.values()].flat(),
  ];
  const digest = createHash('sha256').update(statements.join('\n')).digest('hex');
  return { from, triggers, statements, digest };
}

/** Counts in one transaction what is not kept yet, or by other rules. Triggers keep the counts from then on, whoever writes. */
export async function deriveCounts(
  database: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<void> {
  if (await countsAreCurrent(database, dialect, registry)) return;
  await database.transaction(async (manager) => {
    await new CatalogueTransaction(manager, dialect, registry).claim();
    await manager.query(
      `CREATE TABLE IF NOT EXISTS "${state}" ("path" text PRIMARY KEY, "digest" text NOT NULL)`,
    );
    const missing = await outdated(manager, dialect, registry);
    await dropCountTriggers(manager, dialect, (table) => missing.some(({ from }) => tableOf(from) === table));
    for (const keeping of missing) await make(manager, dialect, keeping);
  });
}

/** Whether all counts are kept by this release's rules. */
export async function countsAreCurrent(
  { manager }: DataSource,
  dialect: Dialect,
  registry: Registry,
): Promise<boolean> {
  return (await outdated(manager, dialect, registry)).length === 0;
}

/** What is not kept, or by other rules, or without a trigger, as after a table was made anew. A declaration may precede its migration. */
async function outdated(manager: EntityManager, dialect: Dialect, registry: Registry): Promise<Keeping[]> {
  const tables = await tablesIn(manager, dialect);
  const existing = new Set((await triggersIn(manager, dialect)).map(({ name }) => name));
  const made = tables.has(state)
    ? await manager.query<{ path: string; digest: string }[]>(`SELECT "path", "digest" FROM "${state}"`)
    : [];
  const digests = new Map(made.map(({ path, digest }) => [path, digest]));
  return classesWithCounts(registry)
    .filter((from) => tables.has(tableOf(from)))
    .map((from) => keepingOf(dialect, registry, from))
    .filter(
      ({ from, digest, triggers }) =>
        digests.get(from.path) !== digest ||
        !tables.has(countTableOf(from)) ||
        ![...triggers.keys()].every((trigger) => existing.has(trigger)),
    );
}

async function make(manager: EntityManager, dialect: Dialect, keeping: Keeping): Promise<void> {
  const { from, statements, digest } = keeping;
  const table = `"${tableOf(from)}"`;
  // Nobody may write between counting and the first trigger; an earlier release does not know the lock that `claim` takes.
  if (dialect === 'postgres') await manager.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
  await manager.query(`DROP TABLE IF EXISTS "${countTableOf(from)}"`);
  for (const statement of statements) await manager.query(statement);
  await manager.query(`DELETE FROM "${state}" WHERE "path" = '${from.path}'`);
  await manager.query(`INSERT INTO "${state}" VALUES ('${from.path}', '${digest}')`);
}
